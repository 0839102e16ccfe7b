import type { DocumentNotation } from "../../server/src/syntax/parse";

type Texts = readonly [string, ...string[]];

const json = `{
  "jobId": "example-job-01",
  "description": "Firmware 2.1, \\u00e9 \\ud83d\\ude00 😀",
  "presignedUrlConfig": { "roleArn": "arn:aws:iam::123456789012:role/S3DownloadRole", "expiresInSec": 3600 },
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 1000,
    "exponentialRate": {
      "baseRatePerMinute": 50, "incrementFactor": 1.5,
      "rateIncreaseCriteria": { "numberOfNotifiedThings": 1000 } } },
  "abortConfig": { "criteriaList": [
    { "failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.99, "minNumberOfExecutedThings": 3 } ] },
  "timeoutConfig": { "inProgressTimeoutInMinutes": 10080 },
  "jobExecutionsRetryConfig": { "criteriaList": [{ "failureType": "ALL", "numberOfRetries": 0 }] }
}
`;

const yaml = `# A payload
jobId: example-job-01
description: >-
  Firmware 2.1,
  folded
presignedUrlConfig: {roleArn: "arn:aws:iam::123456789012:role/S3DownloadRole", expiresInSec: 0x258}
defaults: &criterion
  failureType: FAILED
  action: CANCEL
abortConfig:
  criteriaList:
    - <<: *criterion
      thresholdPercentage: 10.50
      minNumberOfExecutedThings: 3
    - {failureType: 'ALL', action: CANCEL, thresholdPercentage: 1e1, minNumberOfExecutedThings: 010}
timeoutConfig:
  inProgressTimeoutInMinutes: 60 # an hour
`;

const options = `# The next stage
aws iot update-job --region us-west-2 \\
  --job-id example-job-01 --description "Firmware \\"2.1\\" 😀" \\
  --presigned-url-config 'roleArn="arn:aws:iam::123456789012:role/a,b",expiresInSec=3600'
  --job-executions-rollout-config '{"maximumPerMinute": 50, "exponentialRate": {"baseRatePerMinute": 5}}'
  --abort-config criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=10.5,minNumberOfExecutedThings=3},]
  --timeout-config=inProgressTimeoutInMinutes=60 --namespace-id $NAMESPACE
`;

const script = `#!/usr/bin/env bash
set -euo pipefail
for job in one two; do
  aws iot update-job --job-id "$job" --timeout-config inProgressTimeoutInMinutes=60 | tee log 2>&1
done
answer=$(aws --output json iot update-job --job-id a --cli-input-json "{\\"description\\": \\"b\\"}")
cat <<END
$(aws iot update-job --job-id b --description 'it'\\''s' --abort-config 'criteriaList=[{failureType=ALL}]')
END
if ! sudo -u me env A=b aws iot update-job \\
  --job-id c --cli-input-json file://c.json --job-executions-rollout-config maximumPerMinute=5; then exit 1; fi
ssh host aws iot update-job --job-id d --output json --description "'a b'" --abort-config '{"criteriaList": []}'
printf 'aws iot update-job --job-id e --description f\\n' | bash
echo "\${answer:-it's $((1 + $(aws iot update-job --job-id g --cli-read-timeout 5)))}"
`;

/** Whole documents to start from. */
export const documents: Readonly<Record<DocumentNotation, Texts>> = {
  json: [json, "{}", ""],
  yaml: [yaml, "jobId: a\n", ""],
  options: [options, "--job-id a\n", ""],
  script: [script, "aws iot update-job --job-id a\n", ""],
};

const everywhere = [
  ...Array.from(
    "\0\t\n\r\v\f \"'`\\{}[](),:=#$&|;<>*?!~@%^-+./_0159aeEn\u0085\xa0\u2028\u3000\ufeff\ufffe\ud800\udc00é😀",
  ),
  "\r\n",
  "jobId",
  "abortConfig",
  "criteriaList",
  "thresholdPercentage",
  "CANCEL",
  "__proto__",
  "constructor",
  "10.990",
  "1e400",
  "-0",
  "0x10",
  "NaN",
  "null",
  "9007199254740993",
] as const;

/** Pieces that mean something to a notation, to be put where they do and where they do not belong. */
export const pieces: Readonly<Record<DocumentNotation, Texts>> = {
  json: ["{", ...everywhere, '"jobId": ', '"x": {', "\\u00", "\\ud800", "//", "/*", "true", "[[[[[[", "}}}}"],
  yaml: [
    "- ",
    ...everywhere,
    "? ",
    ": ",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "---\n",
    "...\n",
    "\n  ",
    "%YAML",
  ],
  options: ["--", ...everywhere, "--job-id ", "--abort-config=", "--cli-input-json ", "file://", "$(", "\\\n", "@="],
  script: [
    "$(",
    ...everywhere,
    "aws iot update-job ",
    "<<END\n",
    "<<'E'\n",
    "END\n",
    "${",
    "$((",
    "\\\n",
    "&&",
    "done\n",
  ],
};
