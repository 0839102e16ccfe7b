import assert from "node:assert/strict";
import { test } from "node:test";
import type { Job } from "../../../client/src/aws/jobs";
import { laterLook } from "../../../client/src/apply/laterLook";
import { plannedUpdate } from "../../../client/src/apply/plannedUpdate";
import { restoration, undoFindings } from "../../../client/src/apply/restore";
import type { Beginning } from "../../../client/src/journal/record";
import type { JsonObject } from "../../../client/src/liveJob/liveConfiguration";

function run(before: JsonObject, changes: JsonObject): Beginning {
  const payload = { jobId: "j", ...changes };
  return { kind: "beginning", id: "1", at: "2026-01-15T12:00:00Z", region: "us-west-2", jobId: "j", before, payload };
}

const timeout = (minutes: number) => ({ timeoutConfig: { inProgressTimeoutInMinutes: minutes } });

test("only what a run has set is set back, whole", () => {
  const rollout = { maximumPerMinute: 50, exponentialRate: { baseRatePerMinute: 5 } };
  const before = { description: "d", jobExecutionsRolloutConfig: rollout, ...timeout(30) };
  const changes = { jobExecutionsRolloutConfig: { maximumPerMinute: 10 }, namespaceId: "n" };
  assert.deepEqual(restoration(run(before, changes)), {
    payload: { jobId: "j", namespaceId: "n", jobExecutionsRolloutConfig: rollout },
    left: [],
  });
});

test("what was not set before stays, and it is said", () => {
  assert.deepEqual(restoration(run({ description: "d" }, { description: "e", ...timeout(30) })), {
    payload: { jobId: "j", description: "d" },
    left: ["timeoutConfig was not set before, and AWS IoT has no way to take it away again."],
  });
  assert.equal(restoration(run({}, timeout(30))).payload, undefined);
});

test("retries that were taken away cannot be given back", () => {
  const retries = (numberOfRetries: number) => ({
    jobExecutionsRetryConfig: { criteriaList: [{ failureType: "FAILED", numberOfRetries }] },
  });
  assert.deepEqual(restoration(run(retries(3), retries(0))), {
    payload: undefined,
    left: ["jobExecutionsRetryConfig stays: UpdateJob can only set numberOfRetries to 0."],
  });
});

test("a restore says which run it undoes, and what of it somebody has changed since", () => {
  const undone = { at: "2026-01-15 12:00:00 UTC", after: { description: "e", ...timeout(60) } };
  const plan = plannedUpdate({ jobId: "j", description: "d", ...timeout(30) }, { description: "e", ...timeout(90) });
  const messages = (after: JsonObject | undefined) =>
    undoFindings({ ...undone, after }, plan).map(({ severity, message }) => `${severity}: ${message}`);
  const undoes = "information: This brings back what the job had before the run of 2026-01-15 12:00:00 UTC.";
  assert.deepEqual(messages(undone.after), [
    undoes,
    "warning: timeoutConfig was changed since that run: what it is now is replaced, too.",
  ]);
  assert.deepEqual(messages({ description: "e", ...timeout(90) }), [undoes]);
  assert.deepEqual(messages(undefined), [undoes]);
});

test("a run whose end nobody knew is applied as soon as the job has it, and not applied only when it cannot arrive any more", () => {
  const entry = { beginning: run(timeout(30), timeout(60)), ending: undefined };
  const at = (now: Job, minute: number): string =>
    laterLook(entry, now, new Date(`2026-01-15T12:${String(minute).padStart(2, "0")}:01Z`)).result;
  assert.equal(at(timeout(60), 1), "applied");
  assert.equal(at(timeout(30), 14), "unknown");
  assert.equal(at(timeout(30), 15), "notApplied");
});

test("so is a cancellation: with all that it was to stop", () => {
  const cancellation = { operation: "CancelJob", payload: { jobId: "j", force: true } } as const;
  const entry = { beginning: { ...run({}, {}), ...cancellation }, ending: undefined };
  const at = (now: Job) => laterLook(entry, now, new Date("2026-01-15T12:20:00Z")).sentence;
  assert.equal(at({ status: "CANCELED", forceCanceled: true }), "The job j is canceled.");
  assert.equal(at({ status: "CANCELED" }), "j: not canceled.");
  assert.equal(at({ status: "IN_PROGRESS" }), "j: not canceled.");
});
