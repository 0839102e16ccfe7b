import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, members } from "../../client/src/jobs/configuration";

const lines = (configuration: Parameters<typeof entries>[0]): readonly string[] =>
  entries(configuration).map(({ text }) => text);

test("a rollout with a rate reads as start, step and limit", () => {
  const jobExecutionsRolloutConfig = {
    maximumPerMinute: 1000,
    exponentialRate: {
      baseRatePerMinute: 50,
      incrementFactor: 1.5,
      rateIncreaseCriteria: { numberOfNotifiedThings: 1000 },
    },
  };
  assert.deepEqual(lines({ jobExecutionsRolloutConfig }), [
    "Rollout: 50 per minute, then × 1.5 every 1000 notified, ≤ 1000 per minute",
  ]);
});

test("each member that is set has its lines", () => {
  const configuration = {
    description: "Firmware 2.1",
    jobExecutionsRolloutConfig: { maximumPerMinute: 50 },
    abortConfig: {
      criteriaList: [
        { failureType: "FAILED", action: "CANCEL", thresholdPercentage: 10.5, minNumberOfExecutedThings: 20 },
      ],
    },
    timeoutConfig: { inProgressTimeoutInMinutes: 1530 },
    presignedUrlConfig: { expiresInSec: 600, roleArn: "arn:aws:iam::123456789012:role/jobs" },
    jobExecutionsRetryConfig: { criteriaList: [{ failureType: "TIMED_OUT", numberOfRetries: 3 }] },
  } as const;
  assert.deepEqual(lines(configuration), [
    "Description: Firmware 2.1",
    "Rollout: ≤ 50 per minute",
    "Abort: at 10.5 % failed, once 20 things have run",
    "Timeout: 1 d 1 h 30 min in progress",
    "Presigned URLs: expire after 600 s",
    "Presigned URLs: role arn:aws:iam::123456789012:role/jobs",
    "Retries: 3 when timed out",
  ]);
});

test("what is not set has no line", () => {
  assert.deepEqual(lines({ presignedUrlConfig: {}, timeoutConfig: {}, description: "" }), []);
});

test("an entry leads to its place in a payload, and to each value inside of it", () => {
  const exponentialRate = {
    baseRatePerMinute: 5,
    incrementFactor: 1.5,
    rateIncreaseCriteria: { numberOfNotifiedThings: 100 },
  };
  const [entry] = entries({ jobExecutionsRolloutConfig: { maximumPerMinute: 30, exponentialRate } });
  assert.deepEqual(entry?.path, ["jobExecutionsRolloutConfig"]);
  assert.deepEqual(
    members(entry).map(({ text, value, path }) => [text, value, path.length]),
    [
      ["maximumPerMinute", 30, 2],
      ["exponentialRate.baseRatePerMinute", 5, 3],
      ["exponentialRate.incrementFactor", 1.5, 3],
      ["exponentialRate.rateIncreaseCriteria.numberOfNotifiedThings", 100, 4],
    ],
  );
});
