import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { defaultRules } from "../../server/src/model/ruleBook";
import { parseJson } from "../../server/src/syntax/json/json";
import { changeBetween, reuseOf } from "../../server/src/syntax/reuse";
import { plainSource } from "../../server/src/syntax/source";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import type { Node } from "../../server/src/syntax/tree";
import { parseYaml } from "../../server/src/syntax/yaml/yaml";
import { pictured } from "../fuzz/invariants";

function version(text: string, earlier?: Analysis, notation: DocumentNotation = "json"): Analysis {
  return analyze(TextDocument.create("file:///a", notation, 1, text), notation, defaultRules, earlier);
}

/** The objects and lists of a document, the outer ones first. */
function nested({ tree }: Analysis): readonly Node[] {
  const found: Node[] = [];
  for (const root of tree.roots) add(root.node);
  function add(node: Node | undefined): void {
    if (node?.kind !== "object" && node?.kind !== "list") return;
    found.push(node);
    if (node.kind === "list") node.items.forEach(add);
    else for (const { value } of node.members) add(value);
  }
  return found;
}

/** Both texts of a picture: `<60|600>` stands for 60 before the edit, and for 600 after it. */
function versions(picture: string): readonly [before: string, after: string] {
  const edit = /<([^<|>]*)\|([^<|>]*)>/gu;
  return [picture.replace(edit, "$1"), picture.replace(edit, "$2")];
}

type Edits = readonly (readonly [picture: string, taken: readonly string[]])[];

const json: Edits = [
  ['{"a": {"b": 1}, "c": {"d": <60|600>}, "e": [{"f": 1}]}', ['{"b": 1}', '[{"f": 1}]']],
  ['{"a": [{"b": 1}, {"b": <2|>}, {"b": 3}]}', ['{"b": 1}', '{"b": 3}']],
  ['{"a": [{"b": 1}<|, 2>, {"b": 3}]}', ['{"b": 1}', '{"b": 3}']],
  // What was put in may as well stand two characters further on.
  ['{"a": [{"b": 1}<|, {"b": 2}>, {"b": 3}]}', ['{"b": 1}']],
  ['{"a": [{"b": 1}, {"b": 1}<|, {"b": 1}>]}', ['{"b": 1}', '{"b": 1}']],
  ['{"a": {"b": 1}}<|\n>', ['{"a": {"b": 1}}']],
  ['{"a": <[|>{"b": 1}}', ['{"b": 1}']],
  ['{"a": <|[>{"b": 1}}', ['{"b": 1}']],
  // What is broken stays broken, and what is not is taken over all the same.
  ['{"a": {"b" 1}, "c": <60|600>, "e": [1,], "f": {"g": []}}', ['{"g": []}']],
  ['{"a": [1, 2}, "b": <1|2>, "c": {"d": [3}', []],
  ['{"a": [/* none */ 1], "b": <1|2>}', []],
  ['{"a": ["b": 1], "b": <1|2>}', []],
  // A quote too few makes the rest another text.
  ['{"a": "b<"|>, "c": {"d": 1}, "e": "f"}', []],
];

const options: Edits = [
  ["--abort-config 'criteriaList=[{action=<A|B>},{action=C},{action=D}]'", ["{action=C}", "{action=D}"]],
  ["--description <a|abc> --abort-config criteriaList=[{action=C}]", ["[{action=C}]"]],
  [`--description <a|abc> --abort-config '{"criteriaList": []}'`, ['{"criteriaList": []}']],
  // In double quotes the payload is written otherwise than it is read.
  [String.raw`--description <a|abc> --abort-config "{\"criteriaList\": [1]}"`, ["[1]"]],
  // The reading of what stood in quotes says nothing of the same text out of them.
  ["--abort-config <'|>criteriaList=[{action=C} ]<'|>", []],
  // A quote after a backslash is the last of its text, or is not: that is not to be seen from here.
  [String.raw`--description <a|b> --abort-config "criteriaList=[{action='C\\'}]"`, []],
];

const script: Edits = [
  [
    "aws iot update-job --job-id <a|abc>\necho done\naws iot update-job --job-id b\n",
    ["aws iot update-job --job-id b"],
  ],
  [
    "aws iot update-job --job-id a\n<|echo>\naws iot update-job --job-id b\n",
    ["aws iot update-job --job-id a", "aws iot update-job --job-id b"],
  ],
  ['aws iot update-job --job-id a\necho <|">\naws iot update-job --job-id b\n', ["aws iot update-job --job-id a"]],
  // After the backslash, another character is taken for what it is.
  ["aws iot update-job --job-id a `b\nc \\<|x>`\naws iot update-job --job-id b\n", []],
  // What an alias stands for is in the tree more than once, and moves once.
  [
    "echo <a|abc>\naws iot update-job --cli-input-yaml 'x: &c {a: 1}\ny: [*c, {<<: *c}]'\n",
    ["aws iot update-job --cli-input-yaml 'x: &c {a: 1}\ny: [*c, {<<: *c}]'"],
  ],
  [
    "aws iot update-job --job-id $(case x)\nin<x|>\naws iot update-job --job-id b\n",
    ["aws iot update-job --job-id $(case x)", "aws iot update-job --job-id b"],
  ],
  // A single quote may close what opened far above.
  ["aws iot update-job --job-id a\necho <|'>\naws iot update-job --job-id b\n", []],
  ["cat <<E<|F>\naws iot update-job --job-id a\nE\naws iot update-job --job-id b\n", []],
  ["aws iot update-job --job-id a \\\n  --description <b|c>\n", []],
];

const yaml: Edits = [
  ["a:\n  b: <1|20>\nc:\n  - d: 1\n    e: 2\n  - f\ng: 3\n", ["- d: 1\n    e: 2\n  - f"]],
  ["a:\n- b: 1\n- b: <2|>\n- b: 3\n- b: 4\n", ["b: 3", "b: 4"]],
  // What is added to the last line, or to the one after a block, may belong to the block.
  ["a:\n  b: 1<|2>", []],
  ["a:\n  b: 1\n<| >c: 2\nd: 3\n", []],
  // A block starts where its line does: a blank there makes another of it.
  ["a:\n  b: 1\nc:\n<| > d:\n    e: 1\nf: 1\n", ["b: 1", "e: 1"]],
  // So does a line break before it that goes, or what comes right after one.
  ["a:\n  <b:\n|>    - c: 1\n    - d: 2\n", []],
  ["a:\n  b:\n<|- >    - c: 1\n    - d: 2\n", []],
  ["a:\n<|  b: 1\n>  c:\n    d: 1\n", ["d: 1"]],
];

for (const [notation, edits] of [
  ["json", json],
  ["yaml", yaml],
  ["options", options],
  ["script", script],
] as const) {
  for (const [picture, taken] of edits) {
    test(`${picture} takes over ${taken.join(" and ") || "nothing"}`, () => {
      const [before, after] = versions(picture);
      const earlier = version(before, undefined, notation);
      const known = new Set(nested(earlier));
      const later = version(after, earlier, notation);
      const outermost = nested(later)
        .filter((node) => known.has(node))
        .filter((node, index, all) => !all.slice(0, index).some((outer) => node.end <= outer.end));
      assert.deepEqual(
        outermost.map(({ start, end }) => after.slice(start, end)),
        taken,
      );
      assert.equal(pictured(later.tree), pictured(version(after, undefined, notation).tree));
    });
  }
}

test("a list that was no member's value is checked when it is one", () => {
  const picture = '{"jobId": "j", "abort<|Config>": {"criteriaList": [{"failureType": "X"}]}}';
  const [before, after] = versions(picture);
  const earlier = version(before);
  assert.deepEqual(
    earlier.problems.map(({ code }) => code),
    ["unknown-member"],
  );
  assert.deepEqual(version(after, earlier).problems, version(after).problems);
});

test("what was wrong in an object that stayed the same is found again, not looked for", () => {
  const [before, after] = versions('{"jobId": "<j|job>", "abortConfig": {"criteriaList": [{"failureType": "X"}]}}');
  const earlier = version(before);
  const [wrong] = earlier.problems;
  assert.ok(wrong?.answers);
  assert.equal(version(after, earlier).problems[0]?.answers, wrong.answers);
});

test("what only the library of YAML reads is found where it is put in, at either end of its line", () => {
  const text = "jobId: j\r\ndescription: x😀\r\n";
  const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
  for (const put of ["\t", "\r", "\u2028", "\ud83d", "\u0007", ""]) {
    for (const at of offsets) {
      const edited = text.slice(0, at) + put + text.slice(put === "" ? at + 1 : at);
      const later = version(edited, version(text, undefined, "yaml"), "yaml");
      assert.equal(pictured(later.tree), pictured(version(edited, undefined, "yaml").tree), JSON.stringify(edited));
    }
  }
});

test("what is between two texts is found whatever they share", () => {
  const text = fc.stringMatching(/^[ab]{0,8}$/);
  fc.assert(
    fc.property(text, text, (earlier, later) => {
      const { start, end, by } = changeBetween(earlier, later);
      assert.ok(start <= end && start <= end + by);
      assert.equal(earlier.slice(0, start) + later.slice(start, end + by) + earlier.slice(end), later);
    }),
  );
});

const piece = fc.constantFrom(...Array.from('{}[]:,"1 '), '{"b":1}', '"jobId":"j"', "[{},{}]", "/**/", "\n");

const readers = {
  json: parseJson,
  yaml: parseYaml,
} as const;

const stacked: Readonly<Record<keyof typeof readers, string>> = {
  json: '{"jobId": "j", "abortConfig": {"criteriaList": [{"action": "X"}, {}]}, "timeoutConfig": {"inProgressTimeoutInMinutes": 5}}',
  yaml: "jobId: j\nabortConfig:\n  criteriaList:\n    - action: X # one\n    - {}\ntimeoutConfig: {inProgressTimeoutInMinutes: 5}\n",
};

for (const notation of ["json", "yaml"] as const) {
  test(`${notation} that is only tried is read with what the document has of it, which is given back as it was`, () => {
    const text = stacked[notation];
    const { tree } = version(text, undefined, notation);
    const before = pictured(tree);
    fc.assert(
      fc.property(fc.nat(text.length), fc.array(piece, { maxLength: 2 }), fc.nat(20), (at, put, length) => {
        const tried = text.slice(0, at) + put.join("") + text.slice(at + length);
        const reuse = reuseOf(tree, tried);
        const read = readers[notation](plainSource(tried), reuse);
        reuse.settle();
        assert.equal(pictured(read), pictured(readers[notation](plainSource(tried))));
        reuse.giveBack();
        assert.equal(pictured(tree), before);
      }),
      { numRuns: 2000 },
    );
  });
}

test("version after version is read and checked as if it were the first", () => {
  const edit = fc.record({
    at: fc.nat(200),
    length: fc.nat(4),
    put: fc.array(piece, { maxLength: 2 }),
    asksFor: fc.constantFrom("nothing", "the tree", "all"),
  });
  const start = fc.constantFrom(
    '{"jobId":"j","timeoutConfig":{"inProgressTimeoutInMinutes":5},"abortConfig":{"criteriaList":[{"action":"X"},{}]}}',
    '[[{"a":[{},{"b":[]}]},{"c":{}}],{"d":[{},{},{}]}]',
  );
  fc.assert(
    fc.property(start, fc.array(edit, { maxLength: 12 }), (text, all) => {
      let analysis = version(text);
      for (const { at, length, put, asksFor } of all) {
        const old = analysis.text;
        const from = at % (old.length + 1);
        const edited = old.slice(0, from) + put.join("") + old.slice(from + length);
        analysis = version(edited, analysis);
        const fresh = version(edited);
        if (asksFor !== "nothing") assert.equal(pictured(analysis.tree), pictured(fresh.tree));
        if (asksFor === "all") assert.equal(pictured(analysis.problems), pictured(fresh.problems));
      }
    }),
    { numRuns: 2000 },
  );
});
