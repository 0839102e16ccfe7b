// The tree *Jobs* without its editor, on answers of our emulator, and of moto's where it is installed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { CreateJobCommand, CreateThingCommand, type IoTClient } from "@aws-sdk/client-iot";
import { accountAt } from "../../client/src/aws/account";
import { connect } from "../../client/src/aws/sdk";
import { JobCache } from "../../client/src/jobs/jobCache";
import { jobChildren } from "../../client/src/jobs/jobChildren";
import { itemOf, type JobNode } from "../../client/src/jobs/jobNode";
import { usualView } from "../../client/src/jobs/jobsView";
import { startEmulator } from "../../emulator/src/emulator";
import { credentials, iotClient, offline, outcome } from "./fleet";
import { hasMoto, startMoto, type Target } from "./moto";

const thing = "arn:aws:iot:us-west-2:123456789012:thing/tree-thing";

treeSuite("The tree on our emulator", startOurs, [
  "    tree-thing",
  "      Queued <time>",
  "      Last updated <time>",
  "      Version 1",
]);
// Moto answers each number of an execution with 123, and starts those that are queued.
const ofMoto = [
  "    tree-thing execution 123",
  "      Queued <time>",
  "      Started <time>",
  "      Last updated <time>",
  "      Times out in 123 s",
  "      Version 123",
];
if (hasMoto) treeSuite("The tree on moto_server", startMoto, ofMoto);
else test("The tree on moto_server", { skip: "moto_server is not installed here" });

async function startOurs(): Promise<Target> {
  const emulator = await startEmulator({ jobs: 0, devices: () => offline });
  return { endpoint: emulator.endpoint, close: () => emulator.close() };
}

async function createJob(iot: IoTClient): Promise<void> {
  await outcome(iot.send(new CreateThingCommand({ thingName: "tree-thing" })));
  await iot.send(
    new CreateJobCommand({
      jobId: "tree-1",
      targets: [thing],
      description: "tree",
      document: '{"do":"it"}',
      jobExecutionsRolloutConfig: { maximumPerMinute: 10 },
      abortConfig: {
        criteriaList: [
          { failureType: "FAILED", action: "CANCEL", thresholdPercentage: 12.5, minNumberOfExecutedThings: 7 },
        ],
      },
      timeoutConfig: { inProgressTimeoutInMinutes: 30 },
    }),
  );
}

/** The rows below an element as `label description`, opened all the way down, two blanks a level. */
async function picture(fleet: JobCache, nodes: readonly JobNode[], indent = ""): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const node of nodes) {
    const { label, description = "" } = itemOf(node, fleet);
    const isTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/u.test(description);
    lines.push(`${indent}${label} ${isTime ? "<time>" : description}`.trimEnd());
    if (node.kind === "group" || node.kind === "moreJobs") continue;
    lines.push(...(await picture(fleet, await jobChildren(node, fleet), `${indent}  `)));
  }
  return lines;
}

function treeSuite(name: string, start: () => Promise<Target>, execution: readonly string[]): void {
  describe(name, () => {
    const env = { ...process.env };
    let target: Target | undefined;
    before(async () => {
      process.env["AWS_ACCESS_KEY_ID"] = credentials.accessKeyId;
      process.env["AWS_SECRET_ACCESS_KEY"] = credentials.secretAccessKey;
      target = await start();
      const iot = iotClient(target.endpoint, { maxAttempts: 3 });
      await createJob(iot);
      iot.destroy();
    });
    after(async () => {
      process.env = env;
      await target?.close();
    });

    test("a job that somebody created is shown with all that belongs to it", async () => {
      const jobs = connect(accountAt(target?.endpoint ?? "", { kind: "aws", region: "us-west-2" }));
      const fleet = new JobCache(jobs, usualView, "aws");
      await fleet.list().first();
      const [job] = fleet.shown();
      assert.ok(job);
      await fleet.details("tree-1");
      const folders = await jobChildren({ kind: "job", job, jobId: "tree-1" }, fleet);
      const shown = folders.filter((node) => node.kind !== "folder" || node.name !== "tags");
      const lines = await picture(fleet, shown);
      assert.equal(
        lines.join("\n"),
        `Configuration
  Description: tree
  Rollout: ≤ 10 per minute
    maximumPerMinute 10
  Abort: at 12.5 % failed, once 7 things have run
    failureType FAILED
    action CANCEL
    thresholdPercentage 12.5
    minNumberOfExecutedThings 7
  Timeout: 30 min in progress
Targets 1
  tree-thing ${thing}
Executions 0 %
  Queued 1
${execution.join("\n")}
Job Document`,
      );
      assert.equal(await jobs.document("tree-1", AbortSignal.timeout(60_000)), '{"do":"it"}');
    });

    test("a strange name is not asked for", async () => {
      const fleet = new JobCache(
        connect(accountAt(target?.endpoint ?? "", { kind: "aws", region: "us-west-2" })),
        usualView,
        "aws",
      );
      await assert.rejects(fleet.details(".."), /AWS was not asked/u);
      await assert.rejects(fleet.execution({ jobId: "tree-1", thingName: "../.." }), /AWS was not asked/u);
    });
  });
}
