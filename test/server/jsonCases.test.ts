// The acceptance of JSON, case by case, in the manner of the public suites: y_ is taken, n_ is refused. JSON.parse is the second judge.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJson } from "../../server/src/syntax/json/json";
import { plainSource } from "../../server/src/syntax/source";
import { assertInside, plainDataOf } from "../fixture";
import { accepted, refused, refusedOnPurpose } from "./jsonCases";

for (const [name, text] of Object.entries(accepted)) {
  test(`y_${name}`, () => {
    const { roots, problems } = parseJson(plainSource(text));
    assert.deepEqual(problems, []);
    assert.deepEqual(plainDataOf(roots[0]?.node), JSON.parse(text));
  });
}

for (const [name, text] of Object.entries(refused)) {
  test(`n_${name}`, () => {
    assert.throws(() => JSON.parse(text));
    assertRefused(text);
  });
}

for (const [name, text] of Object.entries(refusedOnPurpose)) {
  test(`n_${name}, on purpose`, () => {
    JSON.parse(text);
    assertRefused(text);
  });
}

/** Says what is wrong, at a place in the text; of an empty text the analysis says it. */
function assertRefused(text: string): void {
  const { roots, problems } = parseJson(plainSource(text));
  assert.ok(problems.length > 0 || roots[0]?.node === undefined);
  assertInside(problems, text);
  for (const { message } of problems) assert.notEqual(message, "");
}
