import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { quickFixes } from "../../server/src/features/quickFixes";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf } from "../fixture";

/** What "Auto Fix" makes of the first problem of that code; `undefined` where the user has to choose. */
function autoFixed(text: string, notation: DocumentNotation, code: string): string | undefined {
  const analysis = analysisOf(text, notation);
  const problem = analysis.problems.find((one) => one.code === code);
  assert.ok(problem, code);
  const fix = quickFixes(analysis, problem, { commands: [] }).find(
    ({ isPreferred, diagnostics }) => isPreferred === true && diagnostics?.[0]?.message === problem.message,
  );
  return fix && TextDocument.applyEdits(analysis.document, fix.edit?.changes?.[analysis.document.uri] ?? []);
}

const pictures: readonly (readonly [DocumentNotation, code: string, before: string, after?: string])[] = [
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "TimeoutConfig": {"InProgressTimeoutInMinutes": 5}}`,
    `{"jobId": "j", "timeoutConfig": {"InProgressTimeoutInMinutes": 5}}`,
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "job_executions_rollout_config": {"maximum_per_minute": 5}}`,
    `{"jobId": "j", "jobExecutionsRolloutConfig": {"maximum_per_minute": 5}}`,
  ],
  [
    "options",
    "type",
    `--job-id j --abort-config 'criteriaList={failureType=failed,action=CANCEL,thresholdPercentage=10%,minNumberOfExecutedThings=5}'`,
    `--job-id j --abort-config 'criteriaList=[{failureType=failed,action=CANCEL,thresholdPercentage=10%,minNumberOfExecutedThings=5}]'`,
  ],
  ["json", "missing-member", `{"JobId": "j", "description": "x"}`, `{"jobId": "j", "description": "x"}`],
  ["options", "missing-member", `--jobid j --description x`, `--job-id j --description x`],
  ["json", "missing-member", `{"description": "x"}`, `{"description": "x", "jobId": "example-job-01"}`],
  ["json", "null", `{"jobId": "j", "description": null}`, `{"jobId": "j"}`],
  // Nothing that is written is taken away unasked.
  ["json", "unknown-member", `{"jobId": "j", "tags": {"a": "b"}}`],
  ["json", "duplicate-member", `{"jobId": "j", "jobId": "k", "description": "x"}`],
  ["options", "unknown-option", `--job-id j --description x --tags a`],
  ["json", "length", `{"jobId": "j", "description": ""}`],
  [
    "json",
    "repeated-failure-type",
    `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 0}, {"failureType": "FAILED", "numberOfRetries": 0}]}}`,
  ],
];

for (const [notation, code, before, after] of pictures) {
  test(`${notation}: what Auto Fix makes of the ${code} in ${before}`, () => {
    assert.equal(autoFixed(before, notation, code), after);
  });
}
