import assert from "node:assert/strict";
import { test } from "node:test";
import { ageOf, jobItem, statusCounts } from "../../client/src/jobs/jobItem";

const now = new Date("2026-11-23T12:00:00Z");

test("a job shows its id, its selection and its age", () => {
  const createdAt = new Date("2026-11-20T12:00:00Z");
  const job = { jobId: "example-job-01", targetSelection: "SNAPSHOT", status: "IN_PROGRESS", createdAt } as const;
  assert.deepEqual(jobItem(job, now), {
    id: "job/example-job-01",
    label: "example-job-01",
    description: "SNAPSHOT · 3 d",
    tooltip: "example-job-01\nStatus: in progress\nCreated: 2026-11-20T12:00:00.000Z",
    icon: "sync",
    color: "charts.blue",
    contextValue: "job.IN_PROGRESS",
  });
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
