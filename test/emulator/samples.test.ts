import assert from "node:assert/strict";
import { test } from "node:test";
import { DescribeJobCommand, ListJobsCommand, paginateListJobs, UpdateJobCommand } from "@aws-sdk/client-iot";
import { manualClock } from "../../emulator/src/clock";
import { sampleJobs } from "../../emulator/src/seed";
import { iotClient, outcome, withFleet } from "./fleet";

const now = manualClock().now();
const place = { arnPrefix: "arn:aws:iot:us-west-2:123456789012", thingGroups: {}, now };

test("The first sample job is the one of the reference page, and can be updated", async () => {
  await withFleet({ jobs: 1 }, async ({ iot }) => {
    const { jobs } = await iot.send(new ListJobsCommand({}));
    assert.deepEqual(
      jobs?.map(({ jobId }) => jobId),
      ["example-job-01"],
    );
    const { job } = await iot.send(new DescribeJobCommand({ jobId: "example-job-01" }));
    const { jobArn, description, targets, targetSelection, status } = job ?? {};
    assert.deepEqual(
      { jobArn, description, targets, targetSelection, status },
      {
        jobArn: "arn:aws:iot:us-west-2:123456789012:job/example-job-01",
        description: "example job test",
        targets: ["arn:aws:iot:us-west-2:123456789012:thing/MyRaspberryPi"],
        targetSelection: "SNAPSHOT",
        status: "IN_PROGRESS",
      },
    );
    const update = new UpdateJobCommand({
      jobId: "example-job-01",
      jobExecutionsRolloutConfig: { maximumPerMinute: 100 },
    });
    assert.equal(await outcome(iot.send(update)), "accepted");
  });
});

test("A fleet of 300 sample jobs shows each status, both selections, groups, namespaces and every configuration", async () => {
  await withFleet({ jobs: 300 }, async ({ iot, emulator }) => {
    const jobs = [];
    for await (const page of paginateListJobs({ client: iot, pageSize: 250 }, {})) jobs.push(...(page.jobs ?? []));
    assert.equal(new Set(jobs.map(({ jobId }) => jobId)).size, 300);
    assert.deepEqual([...new Set(jobs.map(({ status }) => status))].toSorted(), [
      "CANCELED",
      "COMPLETED",
      "DELETION_IN_PROGRESS",
      "IN_PROGRESS",
      "SCHEDULED",
    ]);
    assert.deepEqual([...new Set(jobs.map(({ targetSelection }) => targetSelection))].toSorted(), [
      "CONTINUOUS",
      "SNAPSHOT",
    ]);
    const created = jobs.map(({ createdAt }) => createdAt?.getTime() ?? NaN);
    assert.deepEqual(
      created,
      created.toSorted((a, b) => b - a),
      "newest first",
    );
    const all = jobs.flatMap(({ jobId }) => emulator.job(jobId ?? "") ?? []);
    const members = new Set(all.flatMap(({ configuration }) => Object.keys(configuration)));
    assert.equal(members.size, 6);
    assert.ok(all.some(({ namespaceId }) => namespaceId !== undefined));
    assert.ok(all.some(({ tags }) => tags.length > 0));
    assert.ok(all.some(({ configuration }) => configuration.jobExecutionsRolloutConfig?.exponentialRate !== undefined));
  });
});

test("What is listed of a sample job is what its details say, also of one that is history", async () => {
  await withFleet({ jobs: 900 }, async ({ iot, emulator }) => {
    for await (const { jobs = [] } of paginateListJobs({ client: iot, pageSize: 250 }, {})) {
      for (const { jobId = "", status, completedAt, lastUpdatedAt } of jobs) {
        const executions = emulator.executions(jobId);
        const job = emulator.job(jobId);
        assert.deepEqual(
          [job?.status, job?.completedAt && Math.round(job.completedAt), job && Math.round(job.lastUpdatedAt)],
          [status, completedAt?.getTime(), lastUpdatedAt?.getTime()],
          jobId,
        );
        const open = executions.filter(
          (execution) => execution.status === "QUEUED" || execution.status === "IN_PROGRESS",
        );
        if (status === "COMPLETED") assert.deepEqual(open, [], `${jobId} is completed`);
        if (status === "IN_PROGRESS" && job?.targetSelection === "SNAPSHOT") assert.notEqual(open.length, 0, jobId);
        if (status === "COMPLETED")
          assert.ok(
            executions.every((execution) => execution.status !== "CANCELED"),
            jobId,
          );
      }
    }
  });
});

test("The camera job is close to its abort criterion and never meets it", async () => {
  await withFleet({ jobs: 5 }, ({ emulator, clock }) => {
    clock.advance(24 * 60 * 60_000);
    const executions = emulator.executions("camera-model-3");
    const share = executions.filter(({ status }) => status === "FAILED").length / executions.length;
    assert.equal(emulator.job("camera-model-3")?.status, "IN_PROGRESS");
    assert.ok(share > 0.15 && share < 0.2, `${share} have failed`);
    return Promise.resolve();
  });
});

test("The samples are the same each time, however many there are, and each is found by its id", () => {
  const few = sampleJobs(20, place);
  const many = sampleJobs(100_000, place);
  const plain = (index: number, jobs = many) => JSON.stringify(jobs.at(index));
  for (let index = 0; index < 20; index++) assert.equal(plain(index), plain(index, few));
  for (const index of [0, 5, 10, 11, 399, 400, 12_345, 99_999]) {
    const { jobId, status } = many.at(index);
    assert.equal(many.indexOf(jobId), index);
    assert.equal(many.settledStatus(index) ?? status, status);
  }
  for (const jobId of ["none", "firmware-berlin-000000", "firmware-berlin-999999", "__proto__", ""]) {
    assert.equal(many.indexOf(jobId), undefined, jobId);
  }
});

test("100,000 sample jobs cost nothing until they are asked for", async () => {
  await withFleet({ jobs: 100_000 }, async ({ emulator, iot }) => {
    const timed = async (filter: object) => {
      const before = performance.now();
      const { jobs = [] } = await iot.send(new ListJobsCommand({ maxResults: 250, ...filter }));
      return [jobs.length, performance.now() - before] as const;
    };
    const [first, firstTime] = await timed({});
    const [scheduled, scheduledTime] = await timed({ status: "SCHEDULED" });
    assert.equal(first, 250);
    assert.ok(scheduled > 0 && scheduled < 50);
    assert.ok(firstTime < 3000 && scheduledTime < 3000, `${firstTime} ms, ${scheduledTime} ms`);
    const far = iotClient(emulator.endpoint, { region: "eu-central-1" });
    assert.deepEqual((await far.send(new ListJobsCommand({}))).jobs, [], "they are in one region");
    far.destroy();
  });
});
