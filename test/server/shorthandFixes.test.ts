import { fixPictures } from "../fixPictures";

const criterion = "failureType=ALL,action=CANCEL,thresholdPercentage=5,minNumberOfExecutedThings=5";

// What other notations, and other options of the AWS CLI, have in the place of what shorthand has here.
fixPictures([
  [
    "options",
    "syntax",
    `--job-id j --timeout-config inProgressTimeoutInMinutes:5`,
    ["Change to =", `--job-id j --timeout-config inProgressTimeoutInMinutes=5`],
  ],
  [
    "options",
    "syntax",
    `--job-id j --timeout-config inProgressTimeoutInMinutes60`,
    ["Insert =", `--job-id j --timeout-config inProgressTimeoutInMinutes=60`],
  ],
  [
    "options",
    "syntax",
    `--job-id j --abort-config 'criteriaList=[{failureTypeALL,action=CANCEL}]'`,
    ["Insert =", `--job-id j --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL}]'`],
  ],
  [
    "options",
    "syntax",
    `--job-id j --abort-config 'criteriaList=[{failureType ALL,action=CANCEL}]'`,
    ["Insert =", `--job-id j --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL}]'`],
  ],
  [
    "options",
    "missing-member",
    `--job-id j --abort-config 'criteriaList=[{failureTypeALL,action=CANCEL,thresholdPercentage=5,minNumberOfExecutedThings=5}]'`,
    [
      "Add failureType",
      `--job-id j --abort-config 'criteriaList=[{failureTypeALL,action=CANCEL,thresholdPercentage=5,minNumberOfExecutedThings=5,failureType=FAILED}]'`,
    ],
  ],
  [
    "options",
    "syntax",
    `--job-id j --presigned-url-config roleArn:arn:aws:iam::123456789012:role/R,expiresInSec=60`,
    ["Change to =", `--job-id j --presigned-url-config roleArn=arn:aws:iam::123456789012:role/R,expiresInSec=60`],
  ],
  [
    "options",
    "syntax",
    `--job-id j --abort-config 'criteriaList={${criterion}},{failureType=FAILED}'`,
    [
      "Change to [{failureType=ALL,action=CANCEL,thresholdPercentage=5,minNum…",
      `--job-id j --abort-config 'criteriaList=[{${criterion}},{failureType=FAILED}]'`,
    ],
  ],
  ["options", "syntax", `--job-id j --abort-config 'criteriaList={${criterion}},{failureType=FAILED'`],
  [
    "options",
    "type",
    `--job-id j --abort-config 'criteriaList=[${criterion}]'`,
    ["Put in { }", `--job-id j --abort-config 'criteriaList=[{${criterion}}]'`],
  ],
  [
    "options",
    "type",
    `--job-id j --job-executions-rollout-config "exponentialRate={rateIncreaseCriteria=numberOfNotifiedThings=10}"`,
    [
      "Put in { }",
      `--job-id j --job-executions-rollout-config "exponentialRate={rateIncreaseCriteria={numberOfNotifiedThings=10}}"`,
    ],
  ],
]);
