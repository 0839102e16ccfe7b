import assert from "node:assert/strict";
import { test } from "node:test";
import { applied } from "../server/src/features/edits";
import { fixesOf } from "../server/src/features/fixes/fixes";
import type { DocumentNotation } from "../server/src/syntax/parse";
import { analysisOf } from "./fixture";

/** A text with a problem of that code, and the title and the result of each fix that is offered for it. */
export type FixPicture = readonly [
  notation: DocumentNotation,
  code: string,
  before: string,
  ...fixes: (readonly [title: string, after: string])[],
];

export function fixPictures(pictures: readonly FixPicture[]): void {
  for (const [notation, code, before, ...fixes] of pictures) {
    test(`${notation}: what puts right the ${code} in ${before}`, () => {
      const analysis = analysisOf(before, notation);
      const problem = analysis.problems.find((one) => one.code === code);
      const found = problem && fixesOf(analysis, problem).map(({ title, edits }) => [title, applied(before, edits)]);
      assert.deepEqual(found, fixes);
    });
  }
}
