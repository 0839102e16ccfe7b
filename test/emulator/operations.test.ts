import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CancelJobCommand,
  CreateJobCommand,
  DeleteJobCommand,
  DescribeJobCommand,
  DescribeJobExecutionCommand,
  GetJobDocumentCommand,
  type IoTClient,
  ListJobExecutionsForJobCommand,
  ListJobsCommand,
  type ListJobsCommandInput,
  ListTagsForResourceCommand,
  UpdateJobCommand,
  type UpdateJobCommandInput,
} from "@aws-sdk/client-iot";
import { bare, group, minute, outcome, second, thing, withFleet } from "./fleet";

async function create(iot: IoTClient, jobId: string, members: object = {}): Promise<void> {
  await iot.send(new CreateJobCommand({ jobId, targets: [thing], document: "{}", ...members }));
}

test("UpdateJob replaces each member that is given whole, leaves the others, and moves lastUpdatedAt", async () => {
  await withFleet({}, async ({ emulator, iot, clock }) => {
    const exponentialRate = {
      baseRatePerMinute: 5,
      incrementFactor: 2,
      rateIncreaseCriteria: { numberOfNotifiedThings: 10 },
    };
    await create(iot, "j", {
      description: "before",
      jobExecutionsRolloutConfig: { maximumPerMinute: 50, exponentialRate },
    });
    clock.advance(1234);
    const update: UpdateJobCommandInput = { jobId: "j", jobExecutionsRolloutConfig: { maximumPerMinute: 30 } };
    await iot.send(new UpdateJobCommand(update));
    const { job } = await iot.send(new DescribeJobCommand({ jobId: "j" }));
    assert.ok(job?.createdAt !== undefined && job.lastUpdatedAt !== undefined);
    assert.deepEqual(job.jobExecutionsRolloutConfig, { maximumPerMinute: 30 }, "the exponential rate is gone");
    assert.equal(job.description, "before");
    assert.equal(job.lastUpdatedAt.getTime() - job.createdAt.getTime(), 1234);
    assert.deepEqual(
      emulator.requests.map(({ operation, method, path, status, acted }) => [operation, method, path, status, acted]),
      [
        ["CreateJob", "PUT", "/jobs/j", 200, true],
        ["UpdateJob", "PATCH", "/jobs/j", 200, true],
        ["DescribeJob", "GET", "/jobs/j", 200, true],
      ],
    );
    assert.equal(emulator.requests[1]?.body, '{"jobExecutionsRolloutConfig":{"maximumPerMinute":30}}');
  });
});

test("On the wire doubles have a point, times are seconds, and what is not set is {} or absent", async () => {
  await withFleet({}, async ({ emulator, iot, clock }) => {
    const criterion = {
      failureType: "ALL",
      action: "CANCEL",
      thresholdPercentage: 50,
      minNumberOfExecutedThings: 5,
    } as const;
    await create(iot, "j", { description: '"thresholdPercentage":7}', abortConfig: { criteriaList: [criterion] } });
    const { body } = await bare(`${emulator.endpoint}/jobs/j`);
    assert.match(body, /"thresholdPercentage":50\.0,"minNumberOfExecutedThings":5/u);
    assert.match(body, /"description":"\\"thresholdPercentage\\":7\}"/u);
    assert.match(body, new RegExp(`"createdAt":${clock.now() / 1000},`, "u"));
    assert.match(body, /"presignedUrlConfig":\{\},"jobExecutionsRolloutConfig":\{\},"timeoutConfig":\{\}/u);
    assert.doesNotMatch(body, /jobExecutionsRetryConfig|documentSource|completedAt/u);
  });
});

test("UpdateJob needs a job that goes on", async () => {
  await withFleet({}, async ({ iot }) => {
    const update = (jobId: string) => outcome(iot.send(new UpdateJobCommand({ jobId, description: "new" })));
    await create(iot, "canceled");
    await iot.send(new CancelJobCommand({ jobId: "canceled" }));
    await create(iot, "scheduled", { schedulingConfig: { startTime: "2026-01-16 12:00" } });
    await create(iot, "spaced", { namespaceId: "ns" });
    assert.equal(await update("none"), "ResourceNotFoundException 404: Job none does not exist.");
    assert.equal(
      await update("canceled"),
      "InvalidRequestException 400: Job canceled cannot be updated because its Status is CANCELED.",
    );
    assert.equal(await update("scheduled"), "accepted");
    const elsewhere = new UpdateJobCommand({ jobId: "spaced", namespaceId: "other", description: "new" });
    assert.equal(await outcome(iot.send(elsewhere)), "ResourceNotFoundException 404: Job spaced does not exist.");
    assert.equal(await update("spaced"), "accepted");
  });
});

test("UpdateJob can only set the retries to 0, for the failure types that the job has", async () => {
  await withFleet({}, async ({ iot }) => {
    type Type = "FAILED" | "TIMED_OUT" | "ALL";
    const config = (...criteria: readonly (readonly [Type, number])[]) => ({
      criteriaList: criteria.map(([failureType, numberOfRetries]) => ({ failureType, numberOfRetries })),
    });
    const update = (...criteria: readonly (readonly [Type, number])[]) =>
      outcome(iot.send(new UpdateJobCommand({ jobId: "j", jobExecutionsRetryConfig: config(...criteria) })));
    await create(iot, "j", {
      timeoutConfig: { inProgressTimeoutInMinutes: 5 },
      jobExecutionsRetryConfig: config(["FAILED", 2], ["TIMED_OUT", 1]),
    });
    assert.equal(
      await update(["FAILED", 0]),
      "InvalidRequestException 400: RetryCriteria must contain the same FailureType values as the job.",
    );
    assert.equal(
      await update(["ALL", 0]),
      "InvalidRequestException 400: RetryCriteria must contain the same FailureType values as the job.",
    );
    assert.equal(
      await update(["TIMED_OUT", 1], ["FAILED", 0]),
      "InvalidRequestException 400: NumberOfRetries can only be updated to 0.",
    );
    assert.equal(await update(["TIMED_OUT", 0], ["FAILED", 0]), "accepted");
  });
});

test("CancelJob leaves what runs, unless it is forced", async () => {
  await withFleet(
    {
      devices: (_, name) => ({
        startsAfter: name.endsWith("1") ? second : Infinity,
        takes: 9 * minute,
        ends: "SUCCEEDED",
      }),
    },
    async ({ iot, clock, emulator }) => {
      const statuses = (jobId: string) => emulator.executions(jobId).map(({ status }) => status);
      await create(iot, "gently", { targets: [group(3)] });
      await create(iot, "forced", { targets: [group(3)] });
      clock.advance(minute);
      await iot.send(new CancelJobCommand({ jobId: "gently" }));
      await iot.send(new CancelJobCommand({ jobId: "forced", force: true }));
      assert.deepEqual(statuses("gently"), ["IN_PROGRESS", "CANCELED", "CANCELED"]);
      assert.deepEqual(statuses("forced"), ["CANCELED", "CANCELED", "CANCELED"]);
      clock.advance(10 * minute);
      assert.deepEqual(statuses("gently"), ["SUCCEEDED", "CANCELED", "CANCELED"]);
      assert.equal(emulator.job("gently")?.status, "CANCELED");
      assert.equal(
        await outcome(iot.send(new CancelJobCommand({ jobId: "gently" }))),
        "InvalidRequestException 400: Job gently cannot be canceled because its Status is CANCELED.",
      );
      const odd = new CancelJobCommand({ jobId: "none", reasonCode: "too early" });
      assert.match(await outcome(iot.send(odd)), /at 'reasonCode' failed to satisfy constraint/u);
    },
  );
});

test("DeleteJob needs a job that has ended, or force; then it is in deletion, then gone", async () => {
  await withFleet({}, async ({ iot, clock, emulator }) => {
    await create(iot, "j");
    const remove = (force: boolean) => outcome(iot.send(new DeleteJobCommand({ jobId: "j", force })));
    assert.equal(
      await remove(false),
      "InvalidStateTransitionException 409: Job j is IN_PROGRESS: cancel it first, or set Force.",
    );
    assert.equal(await remove(true), "accepted");
    assert.equal(emulator.job("j")?.status, "DELETION_IN_PROGRESS");
    clock.advance(minute);
    assert.equal(await remove(true), "ResourceNotFoundException 404: Job j does not exist.");
    assert.deepEqual((await iot.send(new ListJobsCommand({}))).jobs, []);
    await create(iot, "j");
    assert.equal(emulator.job("j")?.status, "IN_PROGRESS", "the id is free again");
  });
});

test("ListJobs filters, newest first, and its pages stay put when jobs are added", async () => {
  await withFleet({}, async ({ iot, clock }) => {
    await create(iot, "a", { targets: [group(3)], targetSelection: "CONTINUOUS" });
    clock.advance(second);
    await create(iot, "b", { namespaceId: "ns" });
    await create(iot, "c", { targets: [thing, group(10)] });
    await create(iot, "d");
    await iot.send(new CancelJobCommand({ jobId: "d" }));
    const ids = async (filter: ListJobsCommandInput) =>
      (await iot.send(new ListJobsCommand(filter))).jobs?.map(({ jobId }) => jobId).join(" ");
    assert.equal(await ids({}), "d c b a");
    assert.equal(await ids({ status: "CANCELED" }), "d");
    assert.equal(await ids({ targetSelection: "CONTINUOUS" }), "a");
    assert.equal(await ids({ namespaceId: "ns" }), "b");
    assert.equal(await ids({ thingGroupName: "group-of-10" }), "c");
    const { jobs = [] } = await iot.send(new ListJobsCommand({ targetSelection: "CONTINUOUS" }));
    const thingGroupId = jobs[0]?.thingGroupId ?? "";
    assert.match(thingGroupId, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
    assert.equal(await ids({ thingGroupId }), "a");

    const first = await iot.send(new ListJobsCommand({ maxResults: 3 }));
    await create(iot, "e");
    const next = await iot.send(new ListJobsCommand({ maxResults: 3, nextToken: first.nextToken }));
    assert.deepEqual(
      next.jobs?.map(({ jobId }) => jobId),
      ["a"],
    );
    assert.match(
      await outcome(iot.send(new ListJobsCommand({ maxResults: 251 }))),
      /have value less than or equal to 250$/u,
    );
    assert.match(
      await outcome(iot.send(new ListJobsCommand({ nextToken: "bmV4dA" }))),
      /^InvalidRequestException 400: Invalid NextToken/u,
    );
  });
});

test("ListJobExecutionsForJob pages, and filters by status", async () => {
  await withFleet({}, async ({ iot }) => {
    await create(iot, "j", { targets: [group(100)] });
    const page = (nextToken?: string) =>
      iot.send(new ListJobExecutionsForJobCommand({ jobId: "j", maxResults: 60, nextToken, status: "QUEUED" }));
    const first = await page();
    const rest = await page(first.nextToken);
    const names = [...(first.executionSummaries ?? []), ...(rest.executionSummaries ?? [])].map(
      ({ thingArn }) => thingArn,
    );
    assert.deepEqual(
      [first.executionSummaries?.length, rest.executionSummaries?.length, rest.nextToken],
      [60, 40, undefined],
    );
    assert.equal(new Set(names).size, 100);
    const failed = new ListJobExecutionsForJobCommand({ jobId: "j", status: "FAILED" });
    assert.deepEqual((await iot.send(failed)).executionSummaries, []);
  });
});

test("DescribeJobExecution tells the attempt that is asked for, and the time that is left", async () => {
  await withFleet(
    {
      devices: (_, __, attempt) => ({ startsAfter: second, takes: minute, ends: attempt === 0 ? "FAILED" : "SILENT" }),
    },
    async ({ iot, clock }) => {
      await create(iot, "j", {
        timeoutConfig: { inProgressTimeoutInMinutes: 5 },
        jobExecutionsRetryConfig: { criteriaList: [{ failureType: "FAILED", numberOfRetries: 3 }] },
      });
      clock.advance(minute + 2 * second);
      const describe = async (executionNumber?: number) => {
        const command = new DescribeJobExecutionCommand({ jobId: "j", thingName: "MyRaspberryPi", executionNumber });
        const { execution } = await iot.send(command);
        return [execution?.executionNumber, execution?.status, execution?.approximateSecondsBeforeTimedOut];
      };
      assert.deepEqual(await describe(), [2, "IN_PROGRESS", 300]);
      assert.deepEqual(await describe(1), [1, "FAILED", undefined]);
      const elsewhere = new DescribeJobExecutionCommand({ jobId: "j", thingName: "Other" });
      assert.match(await outcome(iot.send(elsewhere)), /^ResourceNotFoundException 404/u);
    },
  );
});

test("GetJobDocument puts the parameters in, unless asked not to; tags come by ARN", async () => {
  await withFleet({}, async ({ iot }) => {
    await create(iot, "j", {
      document: '{"version":"${aws:iot:parameter:version}","other":"${aws:iot:parameter:none}"}',
      documentParameters: { version: "2.14.0" },
      tags: [{ Key: "team", Value: "edge" }],
    });
    const get = async (beforeSubstitution: boolean) =>
      (await iot.send(new GetJobDocumentCommand({ jobId: "j", beforeSubstitution }))).document;
    assert.equal(await get(false), '{"version":"2.14.0","other":"${aws:iot:parameter:none}"}');
    assert.equal(await get(true), '{"version":"${aws:iot:parameter:version}","other":"${aws:iot:parameter:none}"}');
    const tags = (jobId: string) =>
      new ListTagsForResourceCommand({ resourceArn: `arn:aws:iot:us-west-2:123456789012:job/${jobId}` });
    assert.deepEqual((await iot.send(tags("j"))).tags, [{ Key: "team", Value: "edge" }]);
    assert.match(await outcome(iot.send(tags("none"))), /^ResourceNotFoundException 404/u);
  });
});
