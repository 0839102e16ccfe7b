import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, members } from "../../client/src/jobs/configuration";
import { jobItem, jobTooltip, statusCounts } from "../../client/src/jobs/jobItem";
import { ageOf } from "../../client/src/times";
import { itemOf } from "../../client/src/jobs/jobNode";

const now = new Date("2026-11-23T12:00:00Z");

const createdAt = new Date("2026-11-20T12:00:00Z");
const job = { jobId: "example-job-01", targetSelection: "SNAPSHOT", status: "IN_PROGRESS", createdAt } as const;

test("a job shows its id and its age", () => {
  assert.deepEqual(jobItem(job, undefined, now), {
    id: "job/example-job-01",
    label: "example-job-01",
    description: "3 d",
    spoken: "example-job-01, in progress, 3 d",
    icon: "sync",
    color: "charts.blue",
    contextValue: "job.IN_PROGRESS",
  });
  assert.equal(
    jobTooltip(job, undefined),
    "example-job-01\nStatus: in progress\nTarget selection: SNAPSHOT\nCreated: 2026-11-20 12:00:00 UTC",
  );
});

test("a continuous job says so, for it does not end by itself", () => {
  assert.equal(jobItem({ ...job, targetSelection: "CONTINUOUS" }, undefined, now).description, "continuous · 3 d");
});

test("once it is known how far a job is, it shows that first, and its tooltip where it goes", () => {
  const details = {
    ...job,
    description: "Firmware 2.1",
    targets: ["a", "b", "c", "d", "e", "f"].map((name) => `arn:aws:iot:us-west-2:123456789012:thinggroup/${name}`),
    jobProcessDetails: { numberOfSucceededThings: 820, numberOfFailedThings: 3, numberOfQueuedThings: 177 },
  };
  const { description, spoken } = jobItem(job, details, now);
  assert.equal(description, "82 % · 3 failed · 3 d");
  assert.equal(spoken, "example-job-01, in progress, 82 % · 3 failed · 3 d");
  assert.equal(
    jobTooltip(job, details),
    `example-job-01
Status: in progress
Target selection: SNAPSHOT
823 of 1,000 executions have ended
Created: 2026-11-20 12:00:00 UTC
Targets: thinggroup/a, thinggroup/b, thinggroup/c, thinggroup/d, thinggroup/e
and 1 more
Firmware 2.1`,
  );
});

test("a screen reader says what a row of the configuration shows, not where a click leads", () => {
  const [rollout] = entries({ jobExecutionsRolloutConfig: { maximumPerMinute: 20 } });
  assert.ok(rollout);
  const heard = [rollout, ...members(rollout)].map(
    (entry) => itemOf({ kind: "entry", jobId: "j", entry }, undefined).spoken,
  );
  assert.deepEqual(heard, ["Rollout: ≤ 20 per minute", "maximumPerMinute, 20"]);
});

test("a job that is close to an abort criterion says so, to the eye and to the ear", () => {
  const criterion = { failureType: "FAILED", thresholdPercentage: 20, minNumberOfExecutedThings: 100 } as const;
  const near = (failed: number, succeeded: number, canceled = 0): string => {
    const jobProcessDetails = {
      numberOfFailedThings: failed,
      numberOfSucceededThings: succeeded,
      numberOfCanceledThings: canceled,
    };
    const abortConfig = { criteriaList: [{ ...criterion, action: "CANCEL" as const }] };
    const { icon, spoken = "" } = jobItem(job, { ...job, abortConfig, jobProcessDetails }, now);
    return `${icon ?? ""}: ${spoken.split(" d").at(-1) ?? ""}`;
  };
  assert.equal(near(17, 83), "warning: , Close to an abort criterion: 17 % failed, it cancels at 20 %.");
  assert.equal(near(17, 83, 60), near(17, 83), "what was canceled says nothing about the update");
  assert.equal(near(15, 85), "sync: ", "below four fifths of the threshold");
  assert.equal(near(8, 41), "sync: ", "before half of the things have run");
  assert.equal(near(0, 0), "sync: ");
});

test("ages have their largest unit alone", () => {
  const age = (minutes: number): string => ageOf(new Date(now.getTime() - minutes * 60_000), now);
  assert.deepEqual([0, 5, 59, 60, 47 * 60, 48 * 60].map(age), ["now", "5 min", "59 min", "1 h", "47 h", "2 d"]);
});

test("executions that want attention come first, empty statuses not at all", () => {
  assert.deepEqual(statusCounts({ numberOfSucceededThings: 9, numberOfFailedThings: 1, numberOfQueuedThings: 0 }), [
    { status: "FAILED", count: 1 },
    { status: "SUCCEEDED", count: 9 },
  ]);
});
