import assert from "node:assert/strict";
import { test } from "node:test";
import { inlayHints } from "../../server/src/features/inlayHints";
import type { InlayHintKinds } from "../../server/src/protocol";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf } from "../fixture";
import { type InFour, notations, payload } from "./fourNotations";

/** The lines with hints, each hint in « ». */
function hinted(text: string, notation: DocumentNotation, shown: InlayHintKinds = {}): string {
  const analysis = analysisOf(text, notation);
  return inlayHints(analysis, { start: 0, end: text.length }, shown)
    .map(({ position, label }) => ({ at: analysis.document.offsetAt(position), label }))
    .sort((a, b) => b.at - a.at)
    .reduce(
      (picture, { at, label }) =>
        `${picture.slice(0, at)}«${typeof label === "string" ? label : ""}»${picture.slice(at)}`,
      text,
    )
    .split("\n")
    .filter((line) => line.includes("«"))
    .join("\n");
}

const pictures: InFour = {
  json: `  "presignedUrlConfig": { "roleArn": "arn:aws-cn:iam::123456789012:role/path/S3-Role" }«expiresInSec: 3600»,
    "maximumPerMinute": 1000«= 60,000 an hour»,
      "baseRatePerMinute": 50«= 3,000 an hour»,
      "incrementFactor": 2«50 → 100 → 200 → … → 1000 per minute»,
        "thresholdPercentage": 10.5«cancels if 10.5 % of 3+ failed»,
      { "failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 3 }«cancels if 20 % of 3+ did not succeed»
  "timeoutConfig": { "inProgressTimeoutInMinutes": 10080«= 7 days» }`,
  yaml: `presignedUrlConfig: { roleArn: "arn:aws-cn:iam::123456789012:role/path/S3-Role" }«expiresInSec: 3600»
  maximumPerMinute: 1000«= 60,000 an hour»
    baseRatePerMinute: 50«= 3,000 an hour»
    incrementFactor: 2«50 → 100 → 200 → … → 1000 per minute»
      thresholdPercentage: 10.5«cancels if 10.5 % of 3+ failed»
    - { failureType: ALL, action: CANCEL, thresholdPercentage: 20, minNumberOfExecutedThings: 3 }«cancels if 20 % of 3+ did not succeed»
  inProgressTimeoutInMinutes: 10080«= 7 days»`,
  options: `--presigned-url-config roleArn=arn:aws-cn:iam::123456789012:role/path/S3-Role«expiresInSec: 3600»
--job-executions-rollout-config 'maximumPerMinute=1000«= 60,000 an hour»,exponentialRate={baseRatePerMinute=50«= 3,000 an hour»,incrementFactor=2,rateIncreaseCriteria={numberOfNotifiedThings=1000}}«50 → 100 → 200 → … → 1000 per minute»'
      "thresholdPercentage": 10.5«cancels if 10.5 % of 3+ failed»,
    {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 3}«cancels if 20 % of 3+ did not succeed»
--timeout-config inProgressTimeoutInMinutes=10080«= 7 days»`,
  script: `    --presigned-url-config roleArn=arn:aws-cn:iam::123456789012:role/path/S3-Role«expiresInSec: 3600» \\
    --job-executions-rollout-config "maximumPerMinute=1000«= 60,000 an hour»,exponentialRate={baseRatePerMinute=50«= 3,000 an hour»,incrementFactor=2,rateIncreaseCriteria={numberOfNotifiedThings=1000}}«50 → 100 → 200 → … → 1000 per minute»" \\
    --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.5,minNumberOfExecutedThings=3}«cancels if 10.5 % of 3+ failed»,{failureType=ALL,action=CANCEL,thresholdPercentage=20,minNumberOfExecutedThings=3}«cancels if 20 % of 3+ did not succeed»]' \\
    --timeout-config "{\\"inProgressTimeoutInMinutes\\": 10080«= 7 days»}"`,
};

for (const notation of notations) {
  test(`${notation}: hints say what times, criteria and rollouts come to, and which defaults hold`, () => {
    assert.equal(hinted(payload[notation], notation), pictures[notation]);
  });
}

const small = `{"presignedUrlConfig": {"roleArn": "r"}, "timeoutConfig": {"inProgressTimeoutInMinutes": 60}, "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 0}]}}`;

test("each kind of hint can be switched off", () => {
  const counts = (shown: InlayHintKinds): readonly boolean[] => {
    const picture = hinted(small, "json", shown);
    return ["«= 1 hour»", "«no more retries", "«expiresInSec"].map((hint) => picture.includes(hint));
  };
  assert.deepEqual(counts({}), [true, true, true]);
  assert.deepEqual(counts({ units: false }), [false, true, true]);
  assert.deepEqual(counts({ sentences: false }), [true, false, true]);
  assert.deepEqual(counts({ defaults: false }), [true, true, false]);
});

test("hints of another part of the text than was asked for are left out", () => {
  assert.deepEqual(inlayHints(analysisOf(small), { start: 0, end: 20 }, {}), []);
});

test("a sentence is told in whole where the pointer rests on the hint", () => {
  const text = payload.json;
  const hints = inlayHints(analysisOf(text), { start: 0, end: text.length }, {});
  assert.ok(
    hints.some(
      ({ tooltip }) => tooltip === "cancels the job when at least 10.5 % of 3 or more finished executions failed",
    ),
  );
});

test("what a YAML alias stands for has its hints where it is written", () => {
  assert.equal(
    hinted("timeoutConfig: &t\n  inProgressTimeoutInMinutes: 60\nx: *t\n", "yaml"),
    "  inProgressTimeoutInMinutes: 60«= 1 hour»",
  );
});
