import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisOf } from "../fixture";

/** The JSON syntax blocks of the AWS CLI's reference page for update-job, with real values. */
const blocks = {
  presignedUrlConfig: `{
  "roleArn": "arn:aws:iam::123456789012:role/S3DownloadRole",
  "expiresInSec": 3600
}`,
  jobExecutionsRolloutConfig: `{
  "maximumPerMinute": 1000,
  "exponentialRate": {
    "baseRatePerMinute": 50,
    "incrementFactor": 1.5,
    "rateIncreaseCriteria": {
      "numberOfNotifiedThings": 1000
    }
  }
}`,
  abortConfig: `{
  "criteriaList": [
    {
      "failureType": "FAILED",
      "action": "CANCEL",
      "thresholdPercentage": 10.99,
      "minNumberOfExecutedThings": 3
    },
    {
      "failureType": "REJECTED",
      "action": "CANCEL",
      "thresholdPercentage": 10.9,
      "minNumberOfExecutedThings": 3
    }
  ]
}`,
  timeoutConfig: `{
  "inProgressTimeoutInMinutes": 10080
}`,
} as const;

for (const [member, block] of Object.entries(blocks)) {
  test(`the reference page's ${member} with real values is clean`, () => {
    assert.deepEqual(analysisOf(`{"jobId": "example-job-01", "${member}": ${block}}`).problems, []);
  });
}

test("all blocks together are clean", () => {
  const members = Object.entries(blocks).map(([member, block]) => `"${member}": ${block}`);
  assert.deepEqual(analysisOf(`{"jobId": "example-job-01", ${members.join(", ")}}`).problems, []);
});

test("the page's placeholders are no values", () => {
  const codes = analysisOf(`{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": long}}`).problems;
  assert.deepEqual(
    codes.map(({ code }) => code),
    ["syntax"],
  );
});

test("the answer of describe-job is not a payload: its members are named as unknown", () => {
  const answer = `{"job": {"jobArn": "arn:aws:iot:us-west-2:123456789012:job/example-job-01", "jobId": "example-job-01"}}`;
  const { problems } = analysisOf(answer);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["missing-member", "unknown-member"],
  );
});
