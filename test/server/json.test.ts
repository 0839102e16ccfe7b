import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasErrors } from "../../server/src/features/diagnostics";
import { parseJson } from "../../server/src/syntax/json/json";
import { plainSource } from "../../server/src/syntax/source";
import facts from "../facts/payloads.json";
import { analysisOf, plain, underlined, plainDataOf } from "../fixture";

function strict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("what JSON.parse takes is read to the same value, and has no problem", () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      const { roots, problems } = parseJson(plainSource(text));
      assert.deepEqual(problems, []);
      if (!text.includes("__proto__")) assert.deepEqual(plainDataOf(roots[0]?.node), JSON.parse(text));
    }),
  );
});

test("what JSON.parse refuses has a problem", () => {
  const piece = fc.constantFrom(...Array.from('{}[],:"\\ \n0.-1e'), '"a":', "true", "null", "\t", '"b"');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const { roots, problems } = parseJson(plainSource(text));
      assert.equal(problems.length === 0 && roots[0]?.node !== undefined, strict(text), text);
    }),
    { numRuns: 3000 },
  );
});

interface Recorded {
  readonly id: number;
  readonly kind: string;
  readonly via: string;
  readonly note: string;
  readonly payload: string | null;
  readonly accepted: boolean;
  readonly extra_args?: readonly string[];
}

const recorded: readonly Recorded[] = facts;

for (const { id, kind, note, payload, accepted, extra_args } of recorded) {
  if (kind !== "json" || payload === null || extra_args !== undefined || payload.startsWith("file:")) continue;
  test(`recorded ${id}, ${note}: ${accepted ? "syntax passes" : "refused"}`, () => {
    const analysis = analysisOf(payload);
    const { problems } = analysis;
    if (accepted)
      assert.deepEqual(
        problems.filter(({ code }) => code === "syntax" && !/NaN|Infinity/.test(payload)),
        [],
      );
    else assert.ok(hasErrors(analysis) || note.includes("latin-1"), JSON.stringify(problems));
  });
}

test("hostile text has one clear problem", () => {
  const codes = (text: string): string =>
    analysisOf(text)
      .problems.map(({ code }) => code)
      .join();
  assert.equal(codes("[".repeat(100_000)), "too-deep");
  assert.equal(codes(`{"jobId":"j","description":"x","__proto__":1}`), "unknown-member");
  assert.equal(codes(`{"jobId":"j","description":"x","constructor":1}`), "unknown-member");
  assert.equal(codes(`{"jobId":"j","description":"\ud800"}`), "pattern");
  assert.equal(codes(`{"jobId":"..","description":"x"}`), "pattern");
  assert.equal(codes(`{"jobId":"j","timeoutConfig":{"inProgressTimeoutInMinutes":NaN}}`), "syntax");
  assert.equal(codes(`{"jobId":"j","timeoutConfig":{"inProgressTimeoutInMinutes":99999999999999999999}}`), "range");
});

test("of text that is no JSON at all one thing is said", () => {
  for (const picture of [
    `jobId: j1
~~~~~ syntax: Expected {, found jobId.
description: x`,
    `aws iot update-job --job-id j1
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ syntax: Expected {, found aws iot update-job --job-id j1.`,
    `}
~ syntax: Expected {, found }.`,
  ])
    assert.equal(underlined(plain(picture)), picture);
});

const oneMistake: Readonly<Record<string, string>> = {
  "a carriage return in a string": `{"jobId": "j1", "description": "x\ry", "namespaceId": "n"}
                                 ~ syntax: A control character in a string is written \\r in JSON.`,
  "a semicolon for a comma": `{"jobId": "j1"; "description": "x", "namespaceId": "n"}
              ~ syntax: A comma is missing before this.`,
  "an equals sign for a colon": `{"jobId" = "j1", "description": "x", "namespaceId": "n"}
         ~ syntax: Expected :, found =.`,
  "an arrow for a colon": `{"jobId" => "j1", "description": "x", "namespaceId": "n"}
         ~~ syntax: Expected :, found =>.`,
  "two colons": `{"jobId":: "j1", "description": "x", "namespaceId": "n"}
        ~~ syntax: Expected :, found ::.`,
  "a sum of strings": `{"jobId": "j1", "description": "x" + "y", "namespaceId": "n"}
                                   ~ syntax: A comma is missing before this.`,
  "two strings": `{"jobId": "j1", "description": "x" "y", "namespaceId": "n"}
                                   ~~~ syntax: A comma is missing before this.`,
  "words without quotes": `{"jobId": "j1", "description": x y z, "namespaceId": "n"}
                               ~~~~~ syntax: x y z is not a value in JSON. Text stands in double quotes.`,
  "quotes of a word processor": `{"jobId": "j1", "description": “x y”, "namespaceId": "n"}
                               ~~~~~ syntax: JSON strings stand in straight double quotes, not in “.`,
  "a blank of a web page": `{"jobId": "j1",\u00a0"description": "x", "namespaceId": "n"}
               ~ syntax: U+00A0 is no space in JSON.`,
  "a comma between thousands": `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 1,000}, "namespaceId": "n"}
                                                                ~~~~~ syntax: 1,000 is not a number in JSON. Write digits, at most one point between digits.`,
  "a blank between thousands": `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 1 000}, "namespaceId": "n"}
                                                                ~~~~~ syntax: 1 000 is not a number in JSON. Write digits, at most one point between digits.`,
  "a line break in a string": `{"jobId": "j1", "description": "x,
                               ~~~ syntax: A string of JSON ends on its line; a line break in it is written \\n.
  y", "namespaceId": "n"}`,
  "an escaped quote in single quotes": `{"jobId": "j1", "description": 'it\\'s', "namespaceId": "n"}
                               ~~~~~~~ syntax: JSON strings stand in double quotes, not single quotes.`,
  "Python's None": `{"jobId": "j1", "description": None, "namespaceId": "n"}
                               ~~~~ syntax: JSON spells this null.`,
  "a number with two points": `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 1.5.5}, "namespaceId": "n"}
                                                                ~~~~~ syntax: 1.5.5 is not a number in JSON. Write digits, at most one point between digits.`,
  "a bracket of the wrong kind": `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 5], "namespaceId": "n"}
                                                                 ~ syntax: Expected }, found ].`,
  "a list of members": `{"jobId": "j1", "timeoutConfig": ["inProgressTimeoutInMinutes": 5], "namespaceId": "n"}
                                 ~ syntax: Expected {, found [.`,
  "a name without colon and value": `{"jobId": "j1", "description" "namespaceId": "n"}
                            ~ syntax: A colon and a value are missing after this name.`,
  "a name that is half typed": `{"jobId": "j1", "desc", "namespaceId": "n", "description": "x"}
                     ~ syntax: A colon and a value are missing after this name.`,
  "no bracket around the members": `"jobId": "j1", "description": "x", "namespaceId": "n"
~ syntax: { is missing before this.`,
  backquotes: `{"jobId": "j1", "description": \`x y\`, "namespaceId": "n"}
                               ~~~~~ syntax: JSON strings stand in straight double quotes, not in \`.`,
};

for (const [mistake, picture] of Object.entries(oneMistake)) {
  test(`${mistake} is one problem, and what stands behind it is read`, () => {
    assert.equal(underlined(plain(picture)), picture);
    const { tree } = analysisOf(plain(picture));
    const [root] = tree.roots;
    assert.ok(root?.node?.kind === "object" && root.node.members.some(({ name }) => name === "namespaceId"));
  });
}
