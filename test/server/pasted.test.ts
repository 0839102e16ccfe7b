import assert from "node:assert/strict";
import { test } from "node:test";
import { pasted } from "../../server/src/features/pasted";
import { analysisOf } from "../fixture";

const described = `{
  "documentSource": "https://s3.amazonaws.com/b/k",
  "job": {
    "jobArn": "arn:aws:iot:us-west-2:123456789012:job/j1",
    "jobId": "j1",
    "targetSelection": "SNAPSHOT",
    "status": "IN_PROGRESS",
    "description": "Firmware",
    "presignedUrlConfig": {},
    "jobExecutionsRolloutConfig": {
      "maximumPerMinute": 50,
      "exponentialRate": {
        "baseRatePerMinute": 10, "incrementFactor": 1.50,
        "rateIncreaseCriteria": { "numberOfNotifiedThings": 100, "numberOfSucceededThings": null }
      }
    },
    "abortConfig": { "criteriaList": [
      { "failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.0, "minNumberOfExecutedThings": 5 }] },
    "timeoutConfig": { "inProgressTimeoutInMinutes": null },
    "jobProcessDetails": { "numberOfFailedThings": 1 }
  }
}`;

test("an answer of DescribeJob becomes the payload that leaves the job as it is, digit for digit", () => {
  assert.deepEqual(pasted(described, "yaml"), {
    text: `jobId: j1
description: Firmware
jobExecutionsRolloutConfig:
  maximumPerMinute: 50
  exponentialRate:
    baseRatePerMinute: 10
    incrementFactor: 1.50
    rateIncreaseCriteria:
      numberOfNotifiedThings: 100
abortConfig:
  criteriaList:
    - failureType: FAILED
      action: CANCEL
      thresholdPercentage: 10.0
      minNumberOfExecutedThings: 5
`,
    losses: [],
  });
});

test("the job alone, as `--query job` gives it, and YAML output are answers too", () => {
  const job = `{"jobArn": "arn", "jobId": "j", "description": "a"}`;
  assert.equal(pasted(job, "options")?.text, "aws iot update-job \\\n  --job-id j \\\n  --description a\n");
  assert.equal(
    pasted("job:\n  jobArn: arn\n  jobId: j\n  description: a\n", "yaml")?.text,
    "jobId: j\ndescription: a\n",
  );
});

const template = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Slow:
    Type: AWS::IoT::JobTemplate
    Properties:
      JobTemplateId: slow
      Description: !Sub "for \${Stage}"
      Document: "{}"
      PresignedUrlConfig:
        RoleArn: !GetAtt Role.Arn
        ExpiresInSec: "600"
      JobExecutionsRolloutConfig:
        ExponentialRolloutRate:
          BaseRatePerMinute: 5
          IncrementFactor: 2
          RateIncreaseCriteria: { NumberOfSucceededThings: 10 }
        MaximumPerMinute: 50
      JobExecutionsRetryConfig:
        RetryCriteriaList:
          - { FailureType: ALL, NumberOfRetries: 0 }
`;

test("a CloudFormation job template becomes a payload without its job; what the stack works out is said to be missing", () => {
  assert.deepEqual(pasted(template, "json"), {
    text: `{
  "presignedUrlConfig": {
    "expiresInSec": 600
  },
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 50,
    "exponentialRate": {
      "baseRatePerMinute": 5,
      "incrementFactor": 2,
      "rateIncreaseCriteria": {
        "numberOfSucceededThings": 10
      }
    }
  },
  "jobExecutionsRetryConfig": {
    "criteriaList": [
      {
        "failureType": "ALL",
        "numberOfRetries": 0
      }
    ]
  }
}
`,
    losses: [
      "The value of description is not written out there; it was left out.",
      "The value of roleArn is not written out there; it was left out.",
    ],
  });
});

test("a template in JSON, by itself, with functions in place of values", () => {
  const resource = `{"Type": "AWS::IoT::JobTemplate", "Properties": {"Description": "d", "AbortConfig": {"Ref": "X"}, "TimeoutConfig": {"InProgressTimeoutInMinutes": {"Ref": "Y"}}}}`;
  assert.deepEqual(pasted(resource, "yaml"), {
    text: "description: d\n",
    losses: [
      "The value of abortConfig is not written out there; it was left out.",
      "The value of inProgressTimeoutInMinutes is not written out there; it was left out.",
    ],
  });
});

test("a template copied out of its stack is one too, with its name before it; of several the first is taken, and said so", () => {
  const one = `  Slow:
    Type: AWS::IoT::JobTemplate
    Properties:
      Description: d
`;
  const json = `  "Slow": {"Type": "AWS::IoT::JobTemplate", "Properties": {"Description": "d"}},`;
  for (const text of [one, json, `${one}    DependsOn: Role\n`]) {
    assert.deepEqual(pasted(text, "yaml"), { text: "description: d\n", losses: [] }, text);
  }
  assert.deepEqual(pasted(`Resources:\n${one}${one.replace("Slow", "Fast")}`, "yaml"), {
    text: "description: d\n",
    losses: ["Of the job templates there, only the first was taken."],
  });
});

test("an answer of DescribeJobTemplate becomes a payload without its job", () => {
  const answer = `{
    "jobTemplateArn": "arn:aws:iot:us-west-2:123456789012:jobtemplate/slow",
    "jobTemplateId": "slow",
    "document": "{}",
    "jobExecutionsRolloutConfig": {"maximumPerMinute": 5},
    "timeoutConfig": {"inProgressTimeoutInMinutes": null}
  }`;
  assert.deepEqual(pasted(answer, "yaml"), {
    text: "jobExecutionsRolloutConfig:\n  maximumPerMinute: 5\n",
    losses: [],
  });
});

test("any other text stays what it is, broken answers too", () => {
  for (const text of [
    "",
    "hello",
    `{"jobId": "j"}`,
    described.slice(0, -3),
    `{"jobArn": 5}`,
    "AWS::IoT::JobTemplate",
    "jobArn: [",
  ]) {
    assert.equal(pasted(text, "json"), undefined, text);
  }
});

test("what is pasted has no errors of its own", () => {
  assert.deepEqual(analysisOf(pasted(described, "json")?.text ?? "").problems, []);
});
