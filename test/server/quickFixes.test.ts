import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyze } from "../../server/src/analysis";
import { quickFixes } from "../../server/src/features/quickFixes";
import type { DocumentNotation } from "../../server/src/syntax/parse";

/** The text after each fix that is offered at the first problem, and no problem of that kind is left in it. */
function fixed(notation: DocumentNotation, text: string): readonly string[] {
  const document = TextDocument.create("file:///a", "a", 1, text);
  const [problem] = analyze(document, notation).problems;
  assert.ok(problem);
  return quickFixes(analyze(document, notation), problem).map(({ edit }) => {
    const after = TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? []);
    const left = analyze(TextDocument.create("file:///a", "a", 2, after), notation).problems;
    assert.ok(!left.some(({ code }) => code === problem.code), after);
    return after;
  });
}

const pictures: readonly (readonly [DocumentNotation, string, readonly string[]])[] = [
  [
    "json",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 99999}}`,
    [`{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 10080}}`],
  ],
  [
    "json",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 6e1}}`,
    [`{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`],
  ],
  [
    "json",
    `{"jobId": "j", "timeoutConfg": {"inProgressTimeoutInMinutes": 6}}`,
    [`{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 6}}`],
  ],
  [
    "options",
    `--job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.999,minNumberOfExecutedThings=1}]'`,
    [
      `--job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.99,minNumberOfExecutedThings=1}]'`,
      `--job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=11,minNumberOfExecutedThings=1}]'`,
    ],
  ],
  [
    "script",
    `aws iot update-job --job-id j --abort-config "{\\"criteriaList\\":[{\\"failureType\\":\\"FAILD\\",\\"action\\":\\"CANCEL\\",\\"thresholdPercentage\\":1,\\"minNumberOfExecutedThings\\":1}]}"`,
    [
      `aws iot update-job --job-id j --abort-config "{\\"criteriaList\\":[{\\"failureType\\":\\"FAILED\\",\\"action\\":\\"CANCEL\\",\\"thresholdPercentage\\":1,\\"minNumberOfExecutedThings\\":1}]}"`,
    ],
  ],
];

for (const [notation, before, after] of pictures) {
  test(`${notation}: a mistake with a known answer is put right in ${before}`, () => {
    assert.deepEqual(fixed(notation, before), after);
  });
}
