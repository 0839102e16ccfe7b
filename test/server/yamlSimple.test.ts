import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plainSource } from "../../server/src/syntax/source";
import { pictured } from "../fuzz/invariants";
import { parseAnyYaml } from "../../server/src/syntax/yaml/yaml";
import { readSimpleYaml } from "../../server/src/syntax/yaml/simple";
import { plainDataOf } from "../fixture";

const simple: readonly (readonly [text: string, value: unknown])[] = [
  ["jobId: j # c\n\n# d\ndescription: it's a#1 job:x\n", { jobId: "j", description: "it's a#1 job:x" }],
  ["---\n# c\na: 'it''s' # d\nb: \"x: # y\"\n'c' : -5\n", { a: "it's", b: "x: # y", c: -5 }],
  ["a:\n  b:\n  - c: 1\n    d: .5\n  -\n    c: 010\n  e: yes\n", { a: { b: [{ c: 1, d: 0.5 }, { c: 10 }], e: "yes" } }],
  ["a:\n- - b\n  - c\n- d\ne:\nf: # c\n", { a: [["b", "c"], "d"], e: null, f: null }],
  ["a:\r\n    x\r\nb: [c, {d: e,}, # c\r\n  [f],]\r\n", { a: "x", b: ["c", { d: "e" }, ["f"]] }],
  ["a: {\nb: {'c':1}\n}\n", { a: { b: { c: 1 } } }],
  ["word", "word"],
];

for (const [text, value] of simple) {
  test(`YAML ${JSON.stringify(text)} is read without the library`, () => {
    const node = readSimpleYaml(plainSource(text));
    assert.deepEqual(plainDataOf(node), value);
  });
}

const others = [
  "a: &x b",
  "a: |\n  b",
  "a: x\n  y",
  "a: b: c",
  "a:\n    b: 1\n  c: 2",
  "a: b\n...",
  "a:\tb",
  "- a\n- \n",
  "a: {b}",
  "a: 'b'c",
];

test("other YAML, and mistakes, are left to the library", () => {
  assert.deepEqual(
    others.filter((text) => readSimpleYaml(plainSource(text)) !== undefined),
    [],
  );
});

const lines = [
  "a: b",
  "b: 'c'",
  "c:",
  "d: {e: f, g: [1]}",
  "- h",
  "- i: j",
  "-",
  "k: x # y",
  "# z",
  '"l": "m"',
  "n",
  "",
  "---",
  "o: |",
];
const pieces = [
  ...lines,
  ...lines,
  "{",
  "}",
  "[",
  "]",
  ",",
  ": ",
  "#",
  "'",
  '"',
  "? ",
  "&p ",
  "*p",
  "!!str ",
  "\t",
  "\r",
  "‸",
  "\u00a0",
  "😀",
  "-1",
  "0o7",
];

test("a text that is read without the library is read as the library reads it", () => {
  const line = fc.tuple(fc.nat(4), fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 2 }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), (parts, end) => {
      const text = parts.map(([indent, words]) => " ".repeat(indent) + words.join("")).join(end);
      const node = readSimpleYaml(plainSource(text));
      const { roots, problems } = parseAnyYaml(plainSource(text));
      const read = roots[0]?.node;
      if (node !== undefined && read !== undefined && problems.length === 0) {
        assert.equal(pictured(node), pictured(read));
      }
    }),
    { numRuns: 5000 },
  );
});
