import type { DocumentNotation } from "../../server/src/syntax/parse";

export const notations = ["json", "yaml", "options", "script"] as const;

export type InFour = Readonly<Record<DocumentNotation, string>>;

/** One payload as people write it in each notation. */
export const payload: InFour = {
  json: `{
  "jobId": "example-job-01",
  "presignedUrlConfig": { "roleArn": "arn:aws-cn:iam::123456789012:role/path/S3-Role" },
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 1000,
    "exponentialRate": {
      "baseRatePerMinute": 50,
      "incrementFactor": 2,
      "rateIncreaseCriteria": { "numberOfNotifiedThings": 1000 }
    }
  },
  "abortConfig": {
    "criteriaList": [
      {
        "failureType": "FAILED",
        "action": "CANCEL",
        "thresholdPercentage": 10.5,
        "minNumberOfExecutedThings": 3
      },
      { "failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 3 }
    ]
  },
  "timeoutConfig": { "inProgressTimeoutInMinutes": 10080 }
}
`,
  yaml: `jobId: example-job-01
presignedUrlConfig: { roleArn: "arn:aws-cn:iam::123456789012:role/path/S3-Role" }
jobExecutionsRolloutConfig:
  maximumPerMinute: 1000
  exponentialRate:
    baseRatePerMinute: 50
    incrementFactor: 2
    rateIncreaseCriteria: { numberOfNotifiedThings: 1000 }
abortConfig:
  criteriaList:
    - failureType: FAILED
      action: CANCEL
      thresholdPercentage: 10.5
      minNumberOfExecutedThings: 3
    - { failureType: ALL, action: CANCEL, thresholdPercentage: 20, minNumberOfExecutedThings: 3 }
timeoutConfig:
  inProgressTimeoutInMinutes: 10080
`,
  options: `# slow and careful
# at night
--job-id example-job-01
--presigned-url-config roleArn=arn:aws-cn:iam::123456789012:role/path/S3-Role
--job-executions-rollout-config 'maximumPerMinute=1000,exponentialRate={baseRatePerMinute=50,incrementFactor=2,rateIncreaseCriteria={numberOfNotifiedThings=1000}}'
--abort-config '{
  "criteriaList": [
    {
      "failureType": "FAILED",
      "action": "CANCEL",
      "thresholdPercentage": 10.5,
      "minNumberOfExecutedThings": 3
    },
    {"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 3}
  ]
}'
--timeout-config inProgressTimeoutInMinutes=10080
`,
  script: `#!/bin/sh
if [ "$1" = slow ]; then
  aws iot update-job --job-id example-job-01 \\
    --presigned-url-config roleArn=arn:aws-cn:iam::123456789012:role/path/S3-Role \\
    --job-executions-rollout-config "maximumPerMinute=1000,exponentialRate={baseRatePerMinute=50,incrementFactor=2,rateIncreaseCriteria={numberOfNotifiedThings=1000}}" \\
    --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.5,minNumberOfExecutedThings=3},{failureType=ALL,action=CANCEL,thresholdPercentage=20,minNumberOfExecutedThings=3}]' \\
    --timeout-config "{\\"inProgressTimeoutInMinutes\\": 10080}"
fi
`,
};
