// The wire as the SDK sees it, against any program that speaks it: our emulator, and moto's where it is installed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  CancelJobCommand,
  CreateJobCommand,
  CreateThingCommand,
  DeleteJobCommand,
  DescribeJobCommand,
  DescribeJobExecutionCommand,
  GetJobDocumentCommand,
  type IoTClient,
  ListJobExecutionsForJobCommand,
  ListJobsCommand,
  paginateListJobs,
} from "@aws-sdk/client-iot";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { startEmulator } from "../../emulator/src/emulator";
import { bare, credentials, iotClient, outcome } from "./fleet";
import { hasMoto, startMoto, type Target } from "./moto";

wireSuite("The wire of our emulator", startOurs, { pages: true });

if (hasMoto) wireSuite("The wire of moto_server", startMoto, { pages: false });
else test("The wire of moto_server", { skip: "moto_server is not installed here" });

/** Only what moto has: it checks no payload and has no UpdateJob. */
function wireSuite(name: string, start: () => Promise<Target>, { pages }: { readonly pages: boolean }): void {
  describe(name, () => {
    let target: Target | undefined;
    let client: IoTClient | undefined;
    before(async () => {
      target = await start();
      client = iotClient(target.endpoint, { maxAttempts: 3 });
    });
    after(async () => {
      client?.destroy();
      await target?.close();
    });
    const iot = () => client ?? assert.fail("The client has not been made.");
    const arn = (thing: string) => `arn:aws:iot:us-west-2:123456789012:thing/${thing}`;

    test("a job that was created is described with all that it was given", async () => {
      const given = {
        description: "wire",
        targets: [arn("wire-thing")],
        targetSelection: "SNAPSHOT",
        presignedUrlConfig: { roleArn: "arn:aws:iam::123456789012:role/wire", expiresInSec: 90 },
        jobExecutionsRolloutConfig: {
          maximumPerMinute: 10,
          exponentialRate: {
            baseRatePerMinute: 5,
            incrementFactor: 1.5,
            rateIncreaseCriteria: { numberOfNotifiedThings: 100 },
          },
        },
        abortConfig: {
          criteriaList: [
            { failureType: "FAILED", action: "CANCEL", thresholdPercentage: 12.5, minNumberOfExecutedThings: 7 },
          ],
        },
        timeoutConfig: { inProgressTimeoutInMinutes: 30 },
      } as const;
      await ensureThing(iot(), "wire-thing");
      const created = await iot().send(
        new CreateJobCommand({
          ...given,
          targets: [...given.targets],
          abortConfig: { criteriaList: [...given.abortConfig.criteriaList] },
          jobId: "wire-1",
          document: '{"do":"it"}',
        }),
      );
      assert.equal(created.jobArn, "arn:aws:iot:us-west-2:123456789012:job/wire-1");
      const { job } = await iot().send(new DescribeJobCommand({ jobId: "wire-1" }));
      assert.ok(job?.createdAt instanceof Date && Math.abs(job.createdAt.getTime() - Date.now()) < 60_000);
      const { description, targets, targetSelection, presignedUrlConfig } = job;
      const { jobExecutionsRolloutConfig, abortConfig, timeoutConfig } = job;
      assert.deepEqual(
        {
          description,
          targets,
          targetSelection,
          presignedUrlConfig,
          jobExecutionsRolloutConfig,
          abortConfig,
          timeoutConfig,
        },
        given,
      );
      const { document } = await iot().send(new GetJobDocumentCommand({ jobId: "wire-1" }));
      assert.equal(document, '{"do":"it"}');
    });

    test("its executions are listed and described", async () => {
      const { executionSummaries } = await iot().send(new ListJobExecutionsForJobCommand({ jobId: "wire-1" }));
      assert.equal(executionSummaries?.length, 1);
      assert.equal(executionSummaries[0]?.thingArn, arn("wire-thing"));
      assert.ok(executionSummaries[0].jobExecutionSummary?.queuedAt instanceof Date);
      const { execution } = await iot().send(
        new DescribeJobExecutionCommand({ jobId: "wire-1", thingName: "wire-thing" }),
      );
      assert.equal(execution?.jobId, "wire-1");
      assert.equal(execution.thingArn, arn("wire-thing"));
    });

    test("jobs are listed, each once", async () => {
      for (const number of [2, 3, 4, 5]) await createJob(iot(), `wire-${number}`, arn("wire-thing"));
      const { jobs = [], nextToken } = await iot().send(new ListJobsCommand({}));
      assert.deepEqual(jobs.map(({ jobId }) => jobId).toSorted(), ["wire-1", "wire-2", "wire-3", "wire-4", "wire-5"]);
      assert.equal(nextToken, undefined);
    });

    test("jobs come page by page", { skip: !pages && "it answers 500 to a second page of jobs" }, async () => {
      const pages: number[] = [];
      const ids: (string | undefined)[] = [];
      for await (const { jobs = [] } of paginateListJobs({ client: iot(), pageSize: 2 }, {})) {
        pages.push(jobs.length);
        ids.push(...jobs.map(({ jobId }) => jobId));
      }
      assert.deepEqual(pages, [2, 2, 1]);
      assert.deepEqual(ids.toSorted(), ["wire-1", "wire-2", "wire-3", "wire-4", "wire-5"]);
    });

    test("a canceled job says why, and a deleted one is gone from the list", async () => {
      await iot().send(
        new CancelJobCommand({ jobId: "wire-2", reasonCode: "TOO_EARLY", comment: "on Monday", force: true }),
      );
      const { job } = await iot().send(new DescribeJobCommand({ jobId: "wire-2" }));
      assert.deepEqual([job?.status, job?.reasonCode, job?.comment], ["CANCELED", "TOO_EARLY", "on Monday"]);
      assert.equal(job?.forceCanceled, true);
      assert.equal(await outcome(iot().send(new DeleteJobCommand({ jobId: "wire-2" }))), "accepted");
    });

    test("a job that does not exist is a ResourceNotFoundException, in the header and for the SDK", async () => {
      assert.match(
        await outcome(iot().send(new DescribeJobCommand({ jobId: "none" }))),
        /^ResourceNotFoundException 404: ./u,
      );
      const { status, headers, body } = await bare(`${target?.endpoint ?? ""}/jobs/none`);
      assert.deepEqual([status, headers["x-amzn-errortype"]], [404, "ResourceNotFoundException"]);
      assert.match(body, /"message": ?"/u);
    });

    test("the same endpoint tells who the caller is", async () => {
      const sts = new STSClient({ endpoint: target?.endpoint ?? "", region: "us-west-2", credentials });
      const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}));
      assert.equal(Account, "123456789012");
      assert.match(Arn ?? "", /^arn:aws:sts::123456789012:/u);
      sts.destroy();
    });
  });
}

/** Moto wants the things of a job to exist; our emulator takes every name, and has no CreateThing. */
async function ensureThing(iot: IoTClient, thingName: string): Promise<void> {
  const result = await outcome(iot.send(new CreateThingCommand({ thingName })));
  assert.match(result, /^accepted$|^UnknownOperationException/u);
}

function createJob(iot: IoTClient, jobId: string, target: string) {
  return iot.send(new CreateJobCommand({ jobId, targets: [target], document: "{}" }));
}

async function startOurs(): Promise<Target> {
  const emulator = await startEmulator({ jobs: 0 });
  return { endpoint: emulator.endpoint, close: () => emulator.close() };
}
