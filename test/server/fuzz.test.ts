import assert from "node:assert/strict";
import { test } from "node:test";
import { fuzz } from "../fuzz/fuzz";

for (const notation of ["json", "yaml", "options", "script"] as const) {
  test(`half a second of random edits in ${notation}: nothing throws, leaves the document or changes from one reading to the next`, () => {
    assert.ok(fuzz(notation, { milliseconds: 500, seed: 1 }) > 0);
  });
}
