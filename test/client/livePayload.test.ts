import assert from "node:assert/strict";
import { test } from "node:test";
import { livePayload } from "../../client/src/liveJob/livePayload";

const retries = (...numbers: readonly number[]) => ({
  jobExecutionsRetryConfig: {
    criteriaList: numbers.map((numberOfRetries) => ({ failureType: "FAILED" as const, numberOfRetries })),
  },
});

test("a job with retries becomes a payload without them, which UpdateJob takes, and is told so", () => {
  const job = { jobId: "pumps", description: "Firmware 2.4", timeoutConfig: { inProgressTimeoutInMinutes: 60 } };
  assert.deepEqual(livePayload({ ...job, ...retries(0, 3) }), {
    payload: job,
    left: ["jobExecutionsRetryConfig is left out: UpdateJob can only set numberOfRetries to 0."],
  });
});

test("no retries is what UpdateJob can set", () => {
  const job = { jobId: "pumps", ...retries(0) };
  assert.deepEqual(livePayload(job), { payload: job, left: [] });
  assert.deepEqual(livePayload({ jobId: "pumps" }), { payload: { jobId: "pumps" }, left: [] });
});
