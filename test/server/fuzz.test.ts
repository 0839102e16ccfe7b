import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisOf } from "../fixture";
import { fuzz } from "../fuzz/fuzz";
import { assertFeaturesSound, assertSound } from "../fuzz/invariants";

/** What random edits have found once: texts that were read wrongly. */
const found = [["yaml", "...\n\u7680"]] as const;

for (const [notation, text] of found) {
  test(`found by random edits, and mended: ${JSON.stringify(text)} in ${notation}`, () => {
    const analysis = analysisOf(text, notation);
    assertSound(analysis);
    assertFeaturesSound(analysis, text.length);
  });
}

for (const notation of ["json", "yaml", "options", "script"] as const) {
  test(`half a second of random edits in ${notation}: nothing throws, leaves the document or changes from one reading to the next`, () => {
    assert.ok(fuzz(notation, { milliseconds: 500, seed: 1 }) > 0);
  });
}
