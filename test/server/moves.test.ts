import { fixPictures } from "../fixPictures";

fixPictures([
  [
    "yaml",
    "unknown-member",
    `jobId: j
timeoutConfig: # note
inProgressTimeoutInMinutes: 5
description: x`,
    [
      "Put into timeoutConfig",
      `jobId: j
timeoutConfig: # note
  inProgressTimeoutInMinutes: 5
description: x`,
    ],
    [
      "Remove inProgressTimeoutInMinutes",
      `jobId: j
timeoutConfig: # note
description: x`,
    ],
  ],
  [
    "yaml",
    "unknown-member",
    `jobId: j
abortConfig:
criteriaList:
- failureType: FAILED
  action: CANCEL
  thresholdPercentage: 10
  minNumberOfExecutedThings: 5`,
    [
      "Put into abortConfig",
      `jobId: j
abortConfig:
  criteriaList:
  - failureType: FAILED
    action: CANCEL
    thresholdPercentage: 10
    minNumberOfExecutedThings: 5`,
    ],
    [
      "Put into jobExecutionsRetryConfig",
      `jobId: j
abortConfig:
jobExecutionsRetryConfig:
  criteriaList:
  - failureType: FAILED
    action: CANCEL
    thresholdPercentage: 10
    minNumberOfExecutedThings: 5`,
    ],
    [
      "Remove criteriaList",
      `jobId: j
abortConfig:`,
    ],
  ],
  [
    "yaml",
    "missing-member",
    `jobId: j
abortConfig:
  failureType: FAILED
  thresholdPercentage: 10`,
    [
      "Put into criteriaList",
      `jobId: j
abortConfig:
  criteriaList:
    - failureType: FAILED
      thresholdPercentage: 10`,
    ],
    [
      "Add criteriaList",
      `jobId: j
abortConfig:
  failureType: FAILED
  thresholdPercentage: 10
  criteriaList: [{"failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.5, "minNumberOfExecutedThings": 100}]`,
    ],
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "abortConfig": {"failureType": "FAILED"}}`,
    ["Put into criteriaList", `{"jobId": "j", "abortConfig": {"criteriaList": [{"failureType": "FAILED"}]}}`],
    ["Remove failureType", `{"jobId": "j", "abortConfig": {}}`],
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "timeoutConfig": null, "inProgressTimeoutInMinutes": 5}`,
    ["Put into timeoutConfig", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 5}}`],
    ["Remove inProgressTimeoutInMinutes", `{"jobId": "j", "timeoutConfig": null}`],
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "incrementFactor": 1.5, "jobExecutionsRolloutConfig": {"maximumPerMinute": 5}}`,
    [
      "Put into jobExecutionsRolloutConfig.exponentialRate",
      `{"jobId": "j", "jobExecutionsRolloutConfig": {"maximumPerMinute": 5, "exponentialRate": {"incrementFactor": 1.5}}}`,
    ],
    ["Remove incrementFactor", `{"jobId": "j", "jobExecutionsRolloutConfig": {"maximumPerMinute": 5}}`],
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 5, "description": "x"}}`,
    [
      "Move description to the payload",
      `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 5}, "description": "x"}`,
    ],
    ["Remove description", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 5}}`],
  ],
  [
    "options",
    "unknown-member",
    `--job-id j --abort-config failureType=FAILED,action=CANCEL`,
    ["Put into criteriaList", `--job-id j --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL}]'`],
    ["Remove failureType", `--job-id j --abort-config action=CANCEL`],
  ],
  [
    "options",
    "unknown-option",
    `--job-id j --maximum-per-minute 5`,
    ["Put into --job-executions-rollout-config", `--job-id j --job-executions-rollout-config maximumPerMinute=5`],
    ["Remove --maximum-per-minute", `--job-id j`],
  ],
  [
    "script",
    "unknown-option",
    `aws iot update-job --job-id j --increment-factor 1.5 --job-executions-rollout-config maximumPerMinute=5`,
    [
      "Put into --job-executions-rollout-config",
      `aws iot update-job --job-id j --job-executions-rollout-config maximumPerMinute=5,exponentialRate={incrementFactor=1.5}`,
    ],
    ["Remove --increment-factor", `aws iot update-job --job-id j --job-executions-rollout-config maximumPerMinute=5`],
  ],
]);

// Comments stay, and go along with the member on their line.
fixPictures([
  [
    "yaml",
    "unknown-member",
    `jobId: j
timeoutConfig: null # none
inProgressTimeoutInMinutes: 5 # why`,
    [
      "Put into timeoutConfig",
      `jobId: j
timeoutConfig: # none
  inProgressTimeoutInMinutes: 5 # why`,
    ],
    [
      "Remove inProgressTimeoutInMinutes",
      `jobId: j
timeoutConfig: null # none`,
    ],
  ],
  [
    "yaml",
    "unknown-member",
    `jobId: j
incrementFactor: 1.5 # why
# next
jobExecutionsRolloutConfig:
  maximumPerMinute: 5 # fast`,
    [
      "Put into jobExecutionsRolloutConfig.exponentialRate",
      `jobId: j
# next
jobExecutionsRolloutConfig:
  maximumPerMinute: 5 # fast
  exponentialRate: {incrementFactor: 1.5} # why`,
    ],
    [
      "Remove incrementFactor",
      `jobId: j
# next
jobExecutionsRolloutConfig:
  maximumPerMinute: 5 # fast`,
    ],
  ],
  [
    "yaml",
    "unknown-member",
    `jobId: j
timeoutConfig: {inProgressTimeoutInMinutes: 60} # an hour
roleArn: arn:aws:iam::123456789012:role/R # why
presignedUrlConfig: {expiresInSec: 60}`,
    [
      "Put into presignedUrlConfig",
      `jobId: j
timeoutConfig: {inProgressTimeoutInMinutes: 60} # an hour
presignedUrlConfig: {expiresInSec: 60, roleArn: arn:aws:iam::123456789012:role/R} # why`,
    ],
    [
      "Remove roleArn",
      `jobId: j
timeoutConfig: {inProgressTimeoutInMinutes: 60} # an hour
presignedUrlConfig: {expiresInSec: 60}`,
    ],
  ],
  [
    "yaml",
    "unknown-member",
    `jobId: j
timeoutConfig:
  description: x # why
presignedUrlConfig: {expiresInSec: 60}`,
    [
      "Move description to the payload",
      `jobId: j
timeoutConfig:
  {}
presignedUrlConfig: {expiresInSec: 60}
description: x # why`,
    ],
    [
      "Remove description",
      `jobId: j
timeoutConfig:
  {}
presignedUrlConfig: {expiresInSec: 60}`,
    ],
  ],
]);
