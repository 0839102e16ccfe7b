import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A payload of about 1.6 KB. */
const payload = `{
  "jobId": "example-job-01",
  "description": "Firmware 2.1 for the sensors of the northern plants, second stage, after the review of Monday",
  "presignedUrlConfig": { "roleArn": "arn:aws:iam::123456789012:role/S3DownloadRole", "expiresInSec": 3600 },
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 1000,
    "exponentialRate": {
      "baseRatePerMinute": 50,
      "incrementFactor": 1.5,
      "rateIncreaseCriteria": { "numberOfNotifiedThings": 1000 }
    }
  },
  "abortConfig": {
    "criteriaList": [
      { "failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.5, "minNumberOfExecutedThings": 100 },
      { "failureType": "REJECTED", "action": "CANCEL", "thresholdPercentage": 5.25, "minNumberOfExecutedThings": 50 },
      { "failureType": "TIMED_OUT", "action": "CANCEL", "thresholdPercentage": 20, "minNumberOfExecutedThings": 50 }
    ]
  },
  "timeoutConfig": { "inProgressTimeoutInMinutes": 60 },
  "jobExecutionsRetryConfig": { "criteriaList": [{ "failureType": "FAILED", "numberOfRetries": 0 }] }
}
`;

/** Twenty mistakes, each as what it replaces and with what. */
const mistakes: readonly (readonly [right: string, wrong: string])[] = [
  [`"inProgressTimeoutInMinutes": 60`, `"inProgressTimeoutInMinutes": 10081`],
  [`"inProgressTimeoutInMinutes": 60`, `"inProgressTimeoutInMinutes": "60"`],
  [`"inProgressTimeoutInMinutes": 60`, `"inProgressTimeoutInMinutes": 6e1`],
  [`"inProgressTimeoutInMinutes": 60`, `"inProgressTimeoutInMinutes": null`],
  [`"expiresInSec": 3600`, `"expiresInSec": 59`],
  [`"thresholdPercentage": 10.5`, `"thresholdPercentage": 10.999`],
  [`"thresholdPercentage": 10.5`, `"thresholdPercentage": 0`],
  [`"thresholdPercentage": 10.5`, `"thresholdPercent": 10.5`],
  [`"incrementFactor": 1.5`, `"incrementFactor": 1.55`],
  [`"incrementFactor": 1.5`, `"incrementFactor": 1.10000000000000000001`],
  [`"failureType": "REJECTED"`, `"failureType": "rejected"`],
  [`"action": "CANCEL"`, `"action": "ABORT"`],
  [`, "minNumberOfExecutedThings": 100`, ""],
  [`  "jobId": "example-job-01",\n`, ""],
  [`"jobId": "example-job-01"`, `"jobId": "example job 01"`],
  [`"jobId": "example-job-01"`, `"jobId": "other", "jobId": "example-job-01"`],
  [`"numberOfNotifiedThings": 1000`, `"numberOfNotifiedThings": 1000, "numberOfSucceededThings": 100`],
  [`"maximumPerMinute": 1000,`, ""],
  [`"numberOfRetries": 0`, `"numberOfRetries": 3`],
  [`"numberOfRetries": 0 }] }`, `"numberOfRetries": 0 }] },`],
];

export const fileCount = 1000;
export const plantedCount = fileCount / 2;

/** A file with a mistake has this in its name. */
export const planted = /\bwrong-\d+\.update-job\.json\b/g;

/** Writes the files, every other with one of the mistakes. What is no JSON at all stands in the folder `broken`. */
export function plant(folder: string): void {
  mkdirSync(path.join(folder, "broken"), { recursive: true });
  for (let index = 0; index < fileCount; index++) {
    const [right = "", wrong = ""] = (index % 2 === 1 ? mistakes[(index >> 1) % mistakes.length] : undefined) ?? [];
    const text = payload.replace(right, wrong);
    const name = `${index % 2 === 1 ? "wrong" : "right"}-${index}.update-job.json`;
    writeFileSync(path.join(folder, isJson(text) ? name : path.join("broken", name)), text);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
