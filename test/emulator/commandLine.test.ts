import assert from "node:assert/strict";
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { root } from "../../scripts/child.mjs";
import { bare } from "./fleet";

const folder = mkdtempSync(path.join(tmpdir(), "iot-jobs-emulator-"));
const program = path.join(folder, "emulator.cjs");

before(async () => {
  const entryPoints = [path.join(root, "emulator/src/main.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "cjs", outfile: program, logLevel: "error" });
});
after(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args]);
  const stdout = child.stdout.toArray();
  const stderr = child.stderr.toArray();
  const ended = await end(child);
  return { code: ended, stdout: (await stdout).join(""), stderr: (await stderr).join("") };
}

async function firstOutput(child: ChildProcessWithoutNullStreams): Promise<string> {
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) return String(chunk);
  return "";
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

test("It prints its address on one line, serves as many jobs as asked, and ends on SIGTERM and SIGINT with code 0", async () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const child = spawn(process.execPath, [program, "--jobs", "3", "--region", "eu-west-1", "--token", "t-1"]);
    const printed = await firstOutput(child);
    assert.match(printed, /^http:\/\/127\.0\.0\.1:\d+\/t-1\n$/u);
    const authorization = `AWS4-HMAC-SHA256 Credential=A/20260115/eu-west-1/iot/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`;
    const { body } = await bare(`${printed.trim()}/jobs`, { headers: { authorization } });
    assert.deepEqual(body.match(/"jobArn":"[^"]*"/gu), [
      '"jobArn":"arn:aws:iot:eu-west-1:123456789012:job/example-job-01"',
      '"jobArn":"arn:aws:iot:eu-west-1:123456789012:job/firmware-2-14-0-europe"',
      '"jobArn":"arn:aws:iot:eu-west-1:123456789012:job/camera-model-3"',
    ]);
    child.kill(signal);
    assert.equal(await end(child), 0);
  }
});

test("A port that is taken is one sentence and exit code 2", async () => {
  const child = spawn(process.execPath, [program]);
  const printed = await firstOutput(child);
  const port = /:(\d+)\n/u.exec(printed)?.[1] ?? "";
  const sentence = "The port is taken: choose another one with --port, or 0.\n";
  assert.deepEqual(await run("--port", port), { code: 2, stdout: "", stderr: sentence });
  child.kill();
  await end(child);
});

test("Options that make no sense are one sentence and exit code 2; --help says what there is", async () => {
  const jobs = "--jobs takes a whole number from 0 to 1000000.\n";
  assert.deepEqual(await run("--jobs", "many"), { code: 2, stdout: "", stderr: jobs });
  assert.deepEqual(await run("--port", "65536"), {
    code: 2,
    stdout: "",
    stderr: "--port takes a whole number from 0 to 65535.\n",
  });
  assert.deepEqual(await run("--token", "../x"), {
    code: 2,
    stdout: "",
    stderr: "--token takes letters, digits, - and _.\n",
  });
  const unknown = await run("--joobs", "3");
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /^Unknown option '--joobs'.*\n$/u);
  const help = await run("--help");
  assert.equal(help.code, 0);
  for (const option of ["--port", "--jobs", "--region", "--token"]) assert.ok(help.stdout.includes(option), option);
});
