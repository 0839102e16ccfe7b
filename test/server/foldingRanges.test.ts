import assert from "node:assert/strict";
import { test } from "node:test";
import { foldingRanges } from "../../server/src/features/foldingRanges";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf } from "../fixture";
import { payload } from "./fourNotations";

/** The text with a sign on each line that can be folded and the number of lines that it hides. */
function folded(text: string, notation: DocumentNotation): string {
  const ranges = foldingRanges(analysisOf(text, notation)) ?? [];
  return text
    .split("\n")
    .map((line, index) => {
      const here = ranges.filter(({ startLine }) => startLine === index);
      return [...here.map(({ startLine, endLine, kind }) => `${kind ?? ""}+${endLine - startLine} `), line].join("");
    })
    .join("\n");
}

function pictures(name: string, notation: DocumentNotation, picture: string): void {
  test(`${notation}: ${name}`, () => {
    const text = picture.replace(/^(?:comment)?\+\d+ /gm, "");
    assert.equal(folded(text, notation), picture);
  });
}

pictures(
  "objects and lists fold down to the line that closes them",
  "json",
  `+8 {
+5   "abortConfig": {
+3     "criteriaList": [
+1       {
        "failureType": "FAILED" },
      { "failureType": "ALL" }
    ]
  },
  "jobId": "j", "timeoutConfig": {}
}`
    .replace("+6 ", "+5 ")
    .replace("+3 ", "+3 "),
);

pictures(
  "blocks fold down to their last line",
  "yaml",
  `+6 abortConfig:
+5   criteriaList:
+2     - failureType: FAILED
      # why
      action: CANCEL
+1     - failureType: ALL
      action: CANCEL

jobId: j
`,
);

pictures(
  "options of several lines fold, and so do comments",
  "options",
  `comment+1 # one
# two
--job-id j
# alone
+4 --abort-config '{
+2   "criteriaList": [
+1     {
      "failureType": "ALL" }
  ]
}' --description x
`,
);

pictures(
  "commands fold, and the rest of the script by its indentation as before",
  "script",
  `#!/bin/sh
+3 if true; then
+2   aws iot update-job --job-id j \\
    --description a \\
    --namespace-id b
fi
+2 for a in b; do

  echo a
done`,
);

test("a script without payloads is left to the editor, which folds it by itself", () => {
  assert.equal(foldingRanges(analysisOf("if true; then\n  echo update-job\nfi", "script")), undefined);
});

test("every line is folded once, and no range ends before it starts", () => {
  for (const notation of ["json", "yaml", "options", "script"] as const) {
    const ranges = foldingRanges(analysisOf(payload[notation], notation)) ?? [];
    assert.notEqual(ranges.length, 0);
    assert.equal(new Set(ranges.map(({ startLine }) => startLine)).size, ranges.length);
    assert.ok(ranges.every(({ startLine, endLine }) => startLine < endLine));
  }
});
