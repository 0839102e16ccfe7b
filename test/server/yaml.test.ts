import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasErrors } from "../../server/src/features/diagnostics";
import facts from "../facts/payloads.json";
import { analysisOf, assertInside, hoverText, plain, underlined, plainDataOf } from "../fixture";

/** Value, then the YAML that has it. */
const values: readonly (readonly [value: unknown, text: string])[] = [
  [{ jobId: "a" }, "jobId: a"],
  [{ jobId: "a" }, "---\njobId: a\n...\n"],
  [{ jobId: "a" }, "%YAML 1.2\n---\njobId: a"],
  [{ jobId: "a", description: "# no comment" }, 'jobId: a # comment\ndescription: "# no comment"'],
  [{ jobId: "yes", description: "it's" }, "jobId: yes\ndescription: 'it''s'"],
  [{ a: 10, b: 8, c: 16, d: 1000, e: 5 }, "{a: 010, b: 0o10, c: 0x10, d: 1_000, e: +5}"],
  [{ a: 1000, b: 0.5, c: 5, d: 5 }, "{a: 1e3, b: .5, c: 5., d: 0b101}"],
  [{ a: true, b: false, c: null, d: null, e: null }, "{a: True, b: FALSE, c: ~, d: Null, e: }"],
  [{ a: "010", b: 10, c: "null" }, "{a: !!str 010, b: !!int 10, c: !!str null}"],
  [{ a: true, b: false, c: 5, d: 0.5 }, "{a: !!bool yes, b: !!bool 'OFF', c: !!int '5', d: !!float .5}"],
  [{ a: "x y", b: "x\ny\n", c: "x y\n", d: "x" }, "a: x\n  y\nb: |\n  x\n  y\nc: >\n  x\n  y\nd: >-\n  x\n"],
  [{ a: { b: 1 }, c: { b: 1 }, d: { b: 2 } }, "a: &x {b: 1}\nc: *x\nd: {<<: *x, b: 2}"],
  [{ a: [{ b: 1 }, { c: 2 }, { c: 2, b: 1 }] }, "a:\n- &x {b: 1}\n- &y {c: 2}\n- <<: [*y, *x]"],
  [{ __proto__: undefined, constructor: "b" }, "constructor: b"],
  [{ a: "b", c: { d: "e" } }, "? a\n: b\n? 'c'\n: {? d : e}"],
  [{ a: "b", c: ["d"] }, "a: 'b'#x\nc: [d]#y"],
  [{ a: { b: "c" }, d: [{ e: 1 }] }, "a: {\nb: c\n}\nd: [\n{e: 1},\n]"],
];

for (const [value, text] of values) {
  test(`YAML ${JSON.stringify(text)} is ${JSON.stringify(value)}`, () => {
    const { roots, problems } = analysisOf(text, "yaml").tree;
    assert.deepEqual(problems, []);
    assert.deepEqual(JSON.parse(JSON.stringify(plainDataOf(roots[0]?.node))), JSON.parse(JSON.stringify(value)));
  });
}

const pictures: Readonly<Record<string, string>> = {
  "a value that its tag does not fit": `
jobId: j1
timeoutConfig:
  inProgressTimeoutInMinutes: !!int 5.0
                                    ~~~ syntax: The AWS CLI refuses 5.0 with the tag !!int. Remove the tag.
`,
  "a word that YAML takes for a number is explained": `
jobId: 010
       ~~~ type: Expected text; YAML reads the number 010 here. Put it in quotes.
description: 2024-01-01
             ~~~~~~~~~~ type: Expected text; YAML reads the date 2024-01-01 here. Put it in quotes.`,
  "a name without a value is null": `
jobId: a
timeoutConfig:
             ~ null: AWS IoT takes no null. What is left out keeps its value.`,
  "a name that stands twice is refused, the AWS CLI sends neither": `
jobId: a
~~~~~ duplicate-member: jobId stands here twice; the AWS CLI refuses this.
jobId: b
~~~~~ duplicate-member: jobId stands here twice; the AWS CLI refuses this.
description: x`,
  "the newline at the end of a block scalar is part of the text": `
jobId: a
description: |
             ~ pattern: Expected visible characters and spaces, without line breaks, tabs, or control and invisible characters; found U+000A.
  hello
`,
  "a mistake after an anchor is shown once, where it is written": `
jobId: a
abortConfig:
  criteriaList:
    - &all {failureType: ALL, action: CANCEL, thresholdPercentage: 10.999, minNumberOfExecutedThings: 1}
                                                                   ~~~~~~ precision: Expected at most 2 digits after the point, found 10.999; nearest 10.99 or 11.
    - {<<: *all, failureType: FAILED}
                              ~~~~~~ repeated-failure-type: An earlier criterion for ALL counts FAILED too.`,
  "an alias to nothing, or to what it is in, is a mistake": `
jobId: a
presignedUrlConfig: *nope
                    ~~~~~ syntax: There is no anchor &nope above this.
abortConfig: &loop {criteriaList: *loop}
                                  ~~~~~ syntax: loop contains itself.`,
  "another document and a directive are refused": `
%YAML 1.1
~~~~~~~~~ syntax: Remove this line; the AWS CLI reads YAML 1.2 without directives.
---
jobId: a
description: x
---
~~~ syntax: Another document starts here; one file holds one payload.
jobId: b`,
  "a foreign tag is refused": `
jobId: !job a
       ~~~~ syntax: The AWS CLI takes no value with the tag !job. Remove the tag.
description: x`,
  "a name is one word on one line, with its colon and a value": `
jobId: a
{x: y}: z
~~~~~~ syntax: A member name is a word of text.
~~~~~~ unknown-member: The member name is empty. Expected one of jobId, description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, namespaceId, jobExecutionsRetryConfig.
description: x`,
  "what other readers take for a character may be a line break here": `
jobId: a
description: x\u2028y
              ~ syntax: The AWS CLI ends the line at U+2028. Write it as an escape in double quotes.`,
  "and a character in quotes, but beside a blank": `
jobId: "a"
description: "x\u2028y"
namespaceId: 'n \u2028 n'
                ~ syntax: The AWS CLI ends the line at U+2028. Write it as an escape in double quotes.`,
  "broken text is read on": `
jobId: "a
       ~ syntax: This quote is never closed.
description: x`,
  "tabs that indent are one mistake": `
jobId: j1
timeoutConfig:
	inProgressTimeoutInMinutes: 5
~ syntax: YAML indents with spaces, not tabs.
abortConfig:
	criteriaList:
		- failureType: ALL`,
  "a tab between a colon and its value is one for itself": `
jobId:		j1
      ~~ syntax: The AWS CLI takes no tab here. Use spaces.
description: "x	" # y	z
             ~~~~ pattern: Expected visible characters and spaces, without line breaks, tabs, or control and invisible characters; found U+0009.`,
  "a line that goes on with the value above does not line up": `
jobId: j1
 description: x
 ~~~~~~~~~~~ syntax: This does not line up with the lines above it.
namespaceId: n`,
  "nor does one further to the left than the first": `
  jobId: j1
description: x
~~~~~~~~~~~ syntax: This does not line up with the lines above it.
namespaceId: n`,
  "nor one that ends an item": `
jobId: j1
abortConfig:
  criteriaList:
    - failureType: ALL
    action: CANCEL
    ~~~~~~ syntax: This does not line up with the lines above it.`,
  "a colon needs a blank": `
jobId:j1
     ~ syntax: A space is missing after the colon.
description: x`,
  "a name in brackets without a value is null, at its own place": `
{jobId: j1, description, timeoutConfig: {inProgressTimeoutInMinutes: 5}}
            ~~~~~~~~~~~ null: AWS IoT takes no null. What is left out keeps its value.`,
  "a second text on a line hides what its name lacks": `
"jobId": "j1"
"description" "x"
~~~~~~~~~~~~~ syntax: A colon and a value are missing after this name.`,
};

test("a bracket that the next line cuts off is missing at the end of its own", () => {
  const picture = `jobId: j1
timeoutConfig: {inProgressTimeoutInMinutes: 5
                                            ~ syntax: The closing bracket is missing.
namespaceId: n`;
  assert.equal(underlined(plain(picture), "yaml"), picture);
});

test("a carriage return alone ends a line for the AWS CLI", () => {
  const problems = analysisOf("jobId: j1\ndescription: x\ry\r\n", "yaml").problems;
  assert.deepEqual(
    problems.map(({ start, message }) => ({ start, message })),
    [{ start: 24, message: "The AWS CLI ends the line at U+000D. Write it as an escape in double quotes." }],
  );
});

for (const [name, picture] of Object.entries(pictures)) {
  const expected = picture.slice(1);
  test(name, () => assert.equal(underlined(plain(expected), "yaml"), expected));
}

test("a hover knows a member of a block and of an alias's anchor", () => {
  assert.match(hoverText("jobId: a\ntimeoutConfig:\n  inProg<|>ressTimeoutInMinutes: 5", "yaml"), /long/);
  assert.match(hoverText("jobId: a\nabortConfig:\n  criteriaList:\n  - failure<|>Type: ALL", "yaml"), /failureType/);
});

test("deep nesting and aliases of aliases end in one problem, not in a crash", () => {
  assert.deepEqual(
    ["[", "- ", "? ", "{a: "].map((open) => analysisOf(open.repeat(100_000), "yaml").problems.map(({ code }) => code)),
    [["too-deep"], ["too-deep"], ["too-deep"], ["too-deep"]],
  );
  const laughs = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`);
  const { tree } = analysisOf(["a0: &a0 x", ...laughs].join("\n"), "yaml");
  assert.deepEqual(tree.problems[0]?.message, "The aliases stand for more than 1000000 values.");
});

test("long runs of blanks and tabs cost no more than other text", () => {
  const blanks = `jobId: a: x${" ".repeat(200_000)}y`;
  const tabs = `jobId: a\n${"\t".repeat(200_000)}description: x`;
  assert.deepEqual(
    [blanks, tabs].map((text) => analysisOf(text, "yaml").problems.map(({ message }) => message)),
    [
      ["A second colon on the line. Put the value in quotes, or start a line of its own."],
      ["YAML indents with spaces, not tabs."],
    ],
  );
});

const pieces = [
  "jobId",
  ": ",
  ":",
  "\n",
  "  ",
  "- ",
  "a",
  "010",
  "'",
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  "&x ",
  "*x",
  "<<: ",
];
const more = ["|", ">-", "#", "? ", "!!str ", "---\n", "%", "\t", "\r\n", "\u0000", "\ud800", "😀", "timeoutConfig"];

test("any text is read to its end, with every span inside it, and twice alike", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const { problems } = analysisOf(text, "yaml");
      assertInside(problems, text);
      assert.deepEqual(analysisOf(text, "yaml").problems, problems);
    }),
    { numRuns: 2000 },
  );
});

interface Recorded {
  readonly id: number;
  readonly kind: string;
  readonly note: string;
  readonly payload: string | null;
  readonly accepted: boolean;
  readonly wire_body?: string;
  readonly extra_args?: readonly string[];
}

const recorded: readonly Recorded[] = facts;

for (const { id, kind, note, payload, accepted, wire_body: body, extra_args: more = [] } of recorded) {
  if (kind !== "yaml" || payload === null) continue;
  test(`recorded ${id} of AWS CLI 2, ${note}: ${accepted ? "read as the same value" : "refused"}`, () => {
    const words = [`--cli-input-yaml '${payload}'`, ...more.map((word) => `'${word}'`)].join(" ");
    const analysis = more.length === 0 ? analysisOf(payload, "yaml") : analysisOf(words, "options");
    const hasSyntaxProblem = analysis.tree.problems.length > 0;
    if (!accepted) {
      assert.ok(hasErrors(analysis));
      return;
    }
    assert.ok(!hasSyntaxProblem);
    const sent: unknown = JSON.parse(body ?? "{}");
    const read: unknown = JSON.parse(JSON.stringify(plainDataOf(analysis.tree.roots[0]?.node), spellLikePython));
    assert.deepEqual(withoutJobId(read), withoutJobId(sent));
  });
}

function spellLikePython(_: string, item: unknown): unknown {
  if (typeof item !== "number" || Number.isFinite(item)) return item;
  return Number.isNaN(item) ? "NaN" : "Infinity";
}

function withoutJobId(value: unknown): unknown {
  return typeof value === "object" && value !== null ? { ...value, jobId: undefined } : value;
}
