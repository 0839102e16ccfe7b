import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnostics } from "../../server/src/features/diagnostics";
import { hover } from "../../server/src/features/hover";
import { payload } from "../../server/src/features/payload";
import { quickFixes } from "../../server/src/features/quickFixes";
import { updateJob } from "../../server/src/model/updateJob";
import { walk } from "../../server/src/model/walk";
import { notationOf } from "../../server/src/payloadFiles";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf, offered } from "../fixture";

/** The codes of all problems of a text, after every feature that a key asks has been asked at both of its ends. */
function codes(notation: DocumentNotation, text: string): string {
  const analysis = analysisOf(text, notation);
  for (const offset of [0, text.length]) {
    hover(analysis, offset);
    if (!analysis.problems.some(({ code }) => code === "too-deep"))
      offered(`${text.slice(0, offset)}<|>${text.slice(offset)}`, notation);
  }
  quickFixes(analysis, { start: 0, end: text.length }, { commands: [] });
  for (const { range, message: said } of diagnostics(analysis)) {
    const message = typeof said === "string" ? said : said.value;
    assert.ok(analysis.document.offsetAt(range.end) <= text.length);
    assert.ok(message.length < 500 && !/[\0-\x1f\u200b-\u200f\ufeff\ud800-\udfff]/.test(message), message);
  }
  return analysis.problems.map(({ code }) => code).join(" ");
}

const spaces = " ".repeat(300_000);

/** Each took minutes where a pattern went through the spaces once for each of them. */
const spaced: readonly (readonly [notation: DocumentNotation, text: string, codes: string])[] = [
  ["json", `{"jobId": "a${spaces}c\n${spaces}b", "description": "d"}`, "syntax"],
  ["options", `--job-id j --description 'a${spaces}b`, "syntax"],
  ["options", `--job-id j --timeout-config 'inProgressTimeoutInMinutes=6${spaces}0 '`, "type"],
  ["options", `--job-id j --timeout-config '{inProgressTimeoutInMinutes=6${spaces}0}'`, "syntax type"],
];
for (const [notation, text, found] of spaced) {
  test(`${text.replace(spaces, " … ").replace(spaces, " … ")} is read once`, () => {
    assert.equal(
      analysisOf(text, notation)
        .problems.map(({ code }) => code)
        .join(" "),
      found,
    );
  });
}

/** So much of one kind that it does not fit on a stack. */
const many: readonly (readonly [notation: DocumentNotation, part: string, text: (parts: string) => string])[] = [
  ["script", " x", (parts) => `aws iot update-job${parts}`],
  ["options", " ;", (parts) => `--job-id a${parts}`],
  ["json", "{},", (parts) => `{"jobId": "j", "abortConfig": {"criteriaList": [${parts}{}]}}`],
  ["json", '"a":1 x,', (parts) => `{"jobId": "j", ${parts} "a": 1}`],
];
for (const [notation, part, text] of many) {
  test(`150,000 times ${part} in ${text("…")} is that many problems, in the next version too`, () => {
    const analysis = analysisOf(text(part.repeat(150_000)), notation);
    const found = analysis.problems.length;
    assert.ok(found >= 150_000);
    assert.equal(analysis.tried(`${analysis.text}\n`).tried(`${analysis.text} \n`).problems.length, found);
  });
}

test("a string of nine million characters is read, right or wrong", () => {
  const long = "a".repeat(9_000_000);
  assert.deepEqual(
    [`{"jobId": "${long}"}`, `["${long}"]`, `{'${long}': 1}`].map((text) => codes("json", text)),
    ["no-change length", "type", "missing-member syntax syntax syntax unknown-member"],
  );
});

for (const [name, text, calls] of [
  ["words", `aws iot update-job\n${"a ".repeat(50_000)}`, 1],
  ["scripts", `bash ${"'update-job x' ".repeat(20_000)}`, 0],
  ["quotes", `aws iot update-job --job-id ${`'"`.repeat(50_001)}`, 1],
  ["substitutions", `aws iot update-job ${"$(update-job ".repeat(20_000)}`, 1],
] as const) {
  test(`a command of many ${name} is read, for minutes if it were looked through for each of them`, () => {
    assert.equal(analysisOf(text, "script").tree.roots.length, calls);
  });
}

test("what aliases of aliases stand for is gone through once", () => {
  const lines = Array.from({ length: 19 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`);
  const analysis = analysisOf(
    `a0: &a0 [x]\n${lines.join("\n")}\njobId: b\nabortConfig: {criteriaList: *a19}\n`,
    "yaml",
  );
  let visits = 0;
  const [root] = analysis.tree.roots;
  assert.ok(root?.node);
  walk(root.node, updateJob, () => visits++);
  assert.ok(visits < 200, String(visits));
});

/** What is right in each notation, to be made odd. */
const right = {
  json: `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
  yaml: `jobId: j\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 60\n`,
  options: `--job-id j --timeout-config inProgressTimeoutInMinutes=60`,
  script: `aws iot update-job --job-id j --timeout-config inProgressTimeoutInMinutes=60\n`,
} as const satisfies Record<DocumentNotation, string>;

const notations = ["json", "yaml", "options", "script"] as const;
const utf16 = (text: string): string => Array.from(text, (character) => `${character}\0`).join("");

/** The problems of the odd text by notation; YAML takes a byte order mark, and a shell a lone CR as part of a word. */
const odd: readonly (readonly [name: string, odd: (text: string) => string, Record<DocumentNotation, string>])[] = [
  ["nothing", (text) => text, { json: "", yaml: "", options: "", script: "" }],
  [
    "a byte order mark",
    (text) => `\ufeff${text}`,
    { json: "encoding", yaml: "", options: "encoding", script: "encoding" },
  ],
  ["UTF-16", utf16, { json: "encoding", yaml: "encoding", options: "encoding", script: "encoding" }],
  [
    "UTF-16 with its mark",
    (text) => `\ufffd\ufffd${utf16(text)}`,
    { json: "encoding", yaml: "encoding", options: "encoding", script: "encoding" },
  ],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n"), { json: "", yaml: "", options: "", script: "carriage-return" }],
  [
    "a NUL in the id",
    (text) => text.replace(/(?<=j)(?=["\n ])/, "\0"),
    { json: "syntax", yaml: "syntax", options: "pattern", script: "pattern" },
  ],
  [
    "a lone surrogate in the id",
    (text) => text.replace(/(?<=j)(?=["\n ])/, "\ud800"),
    { json: "pattern", yaml: "syntax", options: "pattern", script: "pattern" },
  ],
  [
    "__proto__ for a member",
    (text) => text.replace("inProgressTimeoutInMinutes", "__proto__"),
    { json: "unknown-member", yaml: "unknown-member", options: "unknown-member", script: "unknown-member" },
  ],
  [
    "constructor for a member",
    (text) => text.replace("inProgressTimeoutInMinutes", "constructor"),
    { json: "unknown-member", yaml: "unknown-member", options: "unknown-member", script: "unknown-member" },
  ],
  ...["99999999999999999999", "9007199254740993", "1e400"].map(
    (number) =>
      [
        number,
        (text: string) => text.replace("60", number),
        { json: "range", yaml: "range", options: "range", script: "range" },
      ] as const,
  ),
  ["NaN", (text) => text.replace("60", "NaN"), { json: "syntax", yaml: "type", options: "type", script: "type" }],
  [
    "Infinity",
    (text) => text.replace("60", "Infinity"),
    { json: "syntax", yaml: "type", options: "type", script: "type" },
  ],
  [
    "100,000 nested lists",
    (text) => text.replace("60", "[".repeat(100_000)),
    { json: "too-deep", yaml: "too-deep", options: "too-deep", script: "too-deep" },
  ],
];

for (const [name, make, expected] of odd) {
  for (const notation of notations) {
    test(`${notation} with ${name}: ${expected[notation] || "no problem"}`, () =>
      assert.equal(codes(notation, make(right[notation])), expected[notation]));
  }
}

test("CR alone ends a line in JSON and in YAML, and in a shell is a blank that nobody sees", () => {
  assert.equal(codes("json", right.json.replaceAll(" ", "\r")), "");
  assert.equal(codes("options", right.options.replaceAll(" ", "\r")), "");
});

for (const notation of notations) {
  test(`50 million characters in ${notation} are one problem, at once`, () => {
    const text = `${right[notation]} update-job ${"[".repeat(50_000_000)}`;
    const began = performance.now();
    const problems = analysisOf(text, notation).problems.map(({ code }) => code);
    assert.deepEqual(problems, ["too-large"]);
    assert.ok(performance.now() - began < 2000);
  });
}

const nested = `{"jobId": "j", "abortConfig": {"criteriaList": [{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 10, "minNumberOfExecutedThings": 1}]}}`;

test("a quote too few, at any depth of JSON, is one problem at its place, and its fix makes the text whole", () => {
  for (const { index } of nested.matchAll(/"/g)) {
    const text = nested.slice(0, index) + nested.slice(index + 1);
    const { problems } = analysisOf(text);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["syntax"],
      text,
    );
    assert.equal(problems[0]?.mends?.[0]?.start, index, text);
  }
});

const quoted = [
  `--job-id "j" --description 'x y' --abort-config 'criteriaList=[{failureType="ALL",action=CANCEL,thresholdPercentage=10,minNumberOfExecutedThings=1}]'`,
  `--job-id j --abort-config "{\\"criteriaList\\": [{\\"failureType\\": \\"ALL\\", \\"action\\": \\"CANCEL\\", \\"thresholdPercentage\\": 10, \\"minNumberOfExecutedThings\\": 1}]}"`,
];

test("a quote too few, at any depth of a command, is one problem of its line", () => {
  for (const text of quoted) {
    for (const { index, 0: quote } of text.matchAll(/\\?["']/g)) {
      const broken = text.slice(0, index) + text.slice(index + quote.length);
      assert.equal(codes("options", broken), "syntax", broken);
      assert.equal(codes("script", `aws iot update-job ${broken}\nls\n`), "syntax", broken);
    }
  }
});

test("a number that binary floating point cannot hold is never sent as another", () => {
  const criterion = (count: string): string => nested.replace(`Things": 1`, `Things": ${count}`);
  assert.equal(payload(analysisOf(criterion("9007199254740993")), undefined)?.payload, undefined);
  assert.equal(codes("json", criterion("2147483647")), "");
  assert.equal(codes("json", criterion("2147483648")), "range");
  assert.equal(codes("json", criterion("1e99999999999")), "range");
});

test("a file pattern with so many stars that a long name would take seconds is passed over", () => {
  const stars = (count: number): string => `**/${"*a".repeat(count)}*b.json`;
  const name = `file:///w/${"a".repeat(44)}`;
  assert.equal(notationOf([stars(2)])(`${name}b.json`, "json"), "json");
  assert.equal(notationOf([stars(10)])(`${name}.json`, "json"), undefined);
  assert.equal(notationOf([stars(10), "*.json"])(`${name}.json`, "json"), "json");
});

test("a name with a % that encodes nothing is a name", () => {
  const notation = notationOf(["*.payload.json"]);
  assert.equal(notation("file:///w/50%.update-job.json", "json"), "json");
  assert.equal(notation("file:///w/50%/x.payload.json", "json"), "json");
  assert.equal(notation("file:///w/%75pdate-job.json", "json"), "json");
});

test("of a selection with thousands of problems a few are looked at: each fix is tried on all of the text", () => {
  const fixesOf = (count: number): number => {
    const members = Array.from({ length: count }, (_, index) => `"member${index}": ${index}`);
    const analysis = analysisOf(`{"jobId": "j", "description": "x", ${members.join(", ")}}`);
    return quickFixes(analysis, { start: 0, end: analysis.text.length }, { commands: [] }).length;
  };
  assert.deepEqual([10, 100, 2000, 8000].map(fixesOf), [10, 20, 5, 2]);
});
