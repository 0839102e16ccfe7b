// `node scripts/benchExplorer.mjs`: what the explorer adds to the calls themselves, on an emulator with 100,000 jobs.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request as forward } from "node:http";
import path from "node:path";
import { IoTClient, ListJobsCommand } from "@aws-sdk/client-iot";
import { accountAt } from "../../client/src/aws/account";
import { connect } from "../../client/src/aws/sdk";
import { JobCache } from "../../client/src/jobs/jobCache";
import { itemOf } from "../../client/src/jobs/jobNode";
import { usualView } from "../../client/src/jobs/jobsView";
import { listening } from "../loopback";
import { median } from "./median";

const region = "us-west-2";
const place = { kind: "aws", region } as const;
const rounds = 40;

/** The emulator in a process of its own: it must not share our time. */
async function emulator(): Promise<{ readonly endpoint: string; readonly end: () => void }> {
  const program = path.join(process.cwd(), "dist/emulator.js");
  const child = spawn(process.execPath, [program, "--jobs", "100000"], { stdio: ["ignore", "pipe", "inherit"] });
  const line = (await once(child.stdout, "data")).join("");
  return { endpoint: line.trim(), end: () => child.kill() };
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** From nothing to the rows of the first page, and the bare call of the SDK beside it, in turns. */
async function firstPage(endpoint: string): Promise<readonly [ours: number, bare: number]> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(
      await milliseconds(async () => {
        const iot = new IoTClient({ endpoint, region });
        await iot.send(new ListJobsCommand({ maxResults: 50 }));
        iot.destroy();
      }),
    );
    ours.push(
      await milliseconds(async () => {
        const fleet = new JobCache(connect(accountAt(endpoint, place)), usualView, "aws");
        await fleet.list().first();
        for (const job of fleet.shown()) itemOf({ kind: "job", job, jobId: job.jobId ?? "" }, fleet);
      }),
    );
  }
  return [median(ours.slice(5)), median(bare.slice(5))];
}

function heapMegabytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

/** The heap by the number of jobs shown; `Load more` until there are enough. */
async function memory(endpoint: string, wanted: readonly number[]): Promise<readonly string[]> {
  const fleet = new JobCache(connect(accountAt(endpoint, place)), usualView, "aws");
  await fleet.list().first();
  const before = heapMegabytes();
  const rows: string[] = [];
  for (const count of wanted) {
    while (fleet.list().items.length < count) await fleet.list().more();
    const added = heapMegabytes() - before;
    const shown = fleet.list().items.length;
    rows.push(`| ${shown.toLocaleString("en")} | ${added.toFixed(1)} | ${((added * 1024) / shown).toFixed(2)} |`);
  }
  return rows;
}

/** The most calls that came in within any second, while everything is asked for at once. */
async function burst(endpoint: string): Promise<number> {
  const came: number[] = [];
  const proxy = createServer((request, response) => {
    came.push(performance.now());
    request.pipe(
      forward(
        `${endpoint}${request.url ?? ""}`,
        { method: request.method ?? "GET", headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        },
      ),
    );
  });
  const jobs = connect(accountAt(`http://127.0.0.1:${await listening(proxy)}`, place));
  const { items } = await jobs.list({}, { size: 60, token: undefined }, AbortSignal.timeout(60_000));
  await Promise.all(items.map(({ jobId = "" }) => jobs.describe(jobId, AbortSignal.timeout(60_000))));
  proxy.close();
  proxy.closeAllConnections();
  return Math.max(...came.map((from) => came.filter((at) => at >= from && at < from + 1_000).length));
}

async function main(): Promise<void> {
  const { endpoint, end } = await emulator();
  try {
    const [ours, bare] = await firstPage(endpoint);
    const rows = await memory(endpoint, [50, 300, 1_050, 5_050, 10_050]);
    process.stdout.write(`| first page of 50 of 100,000 jobs, p50 | ms |
| --- | --- |
| the bare SDK call | ${bare.toFixed(1)} |
| the rows of the explorer | ${ours.toFixed(1)} |
| ratio | ${(ours / bare).toFixed(2)} × |

| jobs shown | heap added, MiB | KiB a job |
| --- | --- | --- |
${rows.join("\n")}

| 60 jobs asked for at once | |
| --- | --- |
| most calls in any second | ${await burst(endpoint)} |
`);
  } finally {
    end();
  }
}

void main();
