import assert from "node:assert/strict";
import { test } from "node:test";
import { liveFindings } from "../../../client/src/apply/liveRules";
import { plannedUpdate } from "../../../client/src/apply/plannedUpdate";
import type { Job } from "../../../client/src/aws/jobs";
import type { UpdateJobInput } from "../../../server/src/protocol";

const counts = {
  numberOfSucceededThings: 70,
  numberOfFailedThings: 20,
  numberOfRejectedThings: 5,
  numberOfTimedOutThings: 5,
  numberOfInProgressThings: 10,
  numberOfQueuedThings: 90,
};

const running: Job = { jobId: "j", status: "IN_PROGRESS", targetSelection: "SNAPSHOT", jobProcessDetails: counts };

/** The findings as lines: `warning aborts-at-once abortConfig,criteriaList,0: This cancels …`. */
function findings(payload: Omit<UpdateJobInput, "jobId">, job: Job = running): readonly string[] {
  return liveFindings(plannedUpdate({ jobId: "j", ...payload }, job)).map(
    ({ severity, code, path, message }) => `${severity} ${code} ${path.join()}: ${message}`,
  );
}

function abort(failureType: "FAILED" | "ALL", thresholdPercentage: number, minNumberOfExecutedThings: number) {
  return {
    abortConfig: { criteriaList: [{ failureType, action: "CANCEL", thresholdPercentage, minNumberOfExecutedThings }] },
  } as const;
}

test("a job that goes on, and a change that is harmless: nothing to say", () => {
  assert.deepEqual(findings({ description: "new" }), []);
  assert.deepEqual(findings(abort("FAILED", 20.01, 100)), []);
  assert.deepEqual(findings(abort("FAILED", 20, 101)), []);
});

for (const status of ["CANCELED", "COMPLETED", "DELETION_IN_PROGRESS"] as const) {
  test(`a job that is ${status} is likely to refuse`, () => {
    assert.deepEqual(findings({ description: "new" }, { ...running, status }), [
      `warning status jobId: The job is ${status}. AWS IoT refuses to update a job that has come to its end.`,
    ]);
  });
}

test("a scheduled job is told of, no more", () => {
  assert.match(findings({ description: "new" }, { ...running, status: "SCHEDULED" }).join(), /^information scheduled/u);
});

test("a criterion that is met by what has ended already cancels at once", () => {
  assert.deepEqual(findings(abort("FAILED", 20, 100)), [
    "warning aborts-at-once abortConfig,criteriaList,0: This cancels the job at once: 20 of 100 executions that have ended are FAILED, which is 20 %, and the threshold is 20 %.",
  ]);
  assert.match(findings(abort("ALL", 30, 10)).join(), /30 of 100 executions that have ended are FAILED, REJECTED or/u);
});

test("a criterion that waits for more executions than there are never acts", () => {
  assert.deepEqual(findings(abort("FAILED", 20, 201)), [
    "information abort-never abortConfig,criteriaList,0,minNumberOfExecutedThings: The FAILED criterion never acts: it waits for 201 executions, and the job has 200.",
  ]);
  assert.deepEqual(findings(abort("FAILED", 20, 201), { ...running, targetSelection: "CONTINUOUS" }), []);
  assert.deepEqual(findings(abort("FAILED", 20, 201), { ...running, jobProcessDetails: {} }), []);
});

const retries = (...types: readonly ("FAILED" | "TIMED_OUT")[]) => ({
  jobExecutionsRetryConfig: { criteriaList: types.map((failureType) => ({ failureType, numberOfRetries: 0 })) },
});

test("retries can be neither added nor given other failure types", () => {
  assert.match(
    findings(retries("FAILED")).join(),
    /^warning retries-cannot-be-added jobExecutionsRetryConfig: The job was/u,
  );
  const job = { ...running, ...retries("TIMED_OUT", "FAILED") };
  assert.deepEqual(findings(retries("FAILED", "TIMED_OUT"), job), []);
  assert.deepEqual(findings(retries("FAILED"), job), [
    "warning retry-types-differ jobExecutionsRetryConfig,criteriaList: The failure types of the retry criteria must stay as they are: FAILED, TIMED_OUT, found FAILED.",
  ]);
});

test("a new timeout is for later executions; the same one again is not told of", () => {
  const timeoutConfig = { inProgressTimeoutInMinutes: 30 };
  assert.deepEqual(findings({ timeoutConfig }), [
    "information later-executions-only timeoutConfig: The new time is for executions that start later; 10 in progress keep theirs.",
  ]);
  assert.deepEqual(findings({ timeoutConfig }, { ...running, timeoutConfig }), []);
});

test("members that a replacement loses are named one by one; items of a list are not", () => {
  const presignedUrlConfig = { roleArn: "arn:aws:iam::123456789012:role/jobs", expiresInSec: 600 };
  const { abortConfig } = abort("FAILED", 90, 100);
  const two = { criteriaList: [...abortConfig.criteriaList, ...abortConfig.criteriaList] };
  const job = { ...running, presignedUrlConfig, abortConfig: two };
  assert.deepEqual(findings({ presignedUrlConfig: { roleArn: presignedUrlConfig.roleArn }, abortConfig }, job), [
    "warning lost presignedUrlConfig: presignedUrlConfig.expiresInSec will be lost: the update replaces all of presignedUrlConfig.",
  ]);
});
