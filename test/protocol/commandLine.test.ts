import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { test } from "node:test";

function iotJobs(args: readonly string[], input = ""): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ["dist/cli.js", ...args], { input, encoding: "utf8" });
}

test("the built program checks its standard input, however much there is", () => {
  const criterion = `{"failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.999, "minNumberOfExecutedThings": 1}`;
  const criteria = Array.from({ length: 3000 }, () => criterion).join(",\n");
  const input = `{"jobId": "j1", "abortConfig": {"criteriaList": [${criteria}]}}`;
  const { status, stdout } = iotJobs(["check", "-", "--from", "json", "--severity", "error"], input);
  assert.equal(status, 1);
  assert.match(stdout, /^-:1:119: error: .*10\.999/);
});

test("a reader that closes its end is no failure", async () => {
  const child = spawn(process.execPath, ["dist/cli.js", "schema"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let notes = "";
  child.stderr.on("data", (chunk: Buffer) => (notes += chunk.toString()));
  await once(child, "close");
  assert.deepEqual([child.exitCode, notes], [0, ""]);
});

test("a full disk is said, in a line", { skip: !existsSync("/dev/full") && "no /dev/full here" }, () => {
  const { status, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" dist/cli.js schema > /dev/full`]);
  assert.deepEqual([status, stderr.toString()], [2, "iot-jobs: The output cannot be written (ENOSPC).\n"]);
});

test("a skeleton goes through the check of its own program", () => {
  for (const args of [["skeleton"], ["skeleton", "--full"]]) {
    const { stdout, status } = iotJobs(args);
    assert.equal(status, 0);
    assert.deepEqual(iotJobs(["check", "-", "--from", "json"], stdout).stderr, "Files checked: 1. Problems: 0.\n");
  }
});
