import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsOf, openPayload } from "./payload";
import { test } from "./runner";

test("running a payload with an error sends nothing and selects the error", async () => {
  const text = '{ "jobId": "example-job-01", "timeoutConfig": { "inProgressTimeoutInMinutes": 20000 } }';
  const document = await openPayload("run-error.update-job.json", text);
  await diagnosticsOf(document, (found) => found.length > 0);
  await vscode.commands.executeCommand("iotJobs.runUpdateJob");
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  assert.equal(editor.document.getText(editor.selection), "20000");
});

test("every command is there once a payload is open", async () => {
  await openPayload("commands.update-job.json", "{}");
  await vscode.extensions.getExtension("iot-jobs.iot-jobs")?.activate();
  const there = await vscode.commands.getCommands(true);
  const registered = there.filter((id) => id.startsWith("iotJobs.") && !id.startsWith("iotJobs.jobs."));
  assert.deepEqual(registered.sort(), [
    "iotJobs.allowWorkspaceAccount",
    "iotJobs.chooseProfile",
    "iotJobs.chooseRegion",
    "iotJobs.convertTo",
    "iotJobs.copyAsCommand",
    "iotJobs.copyJobArn",
    "iotJobs.copyJobId",
    "iotJobs.getStarted",
    "iotJobs.loadMoreJobs",
    "iotJobs.refreshJobs",
    "iotJobs.runUpdateJob",
    "iotJobs.showLog",
    "iotJobs.signIn",
    "iotJobs.stopSampleJobs",
    "iotJobs.useSampleJobs",
  ]);
});

test("copies the id of a job of the tree", async () => {
  const job = { kind: "job", jobId: "example-job-01", job: { jobId: "example-job-01" } };
  await vscode.commands.executeCommand("iotJobs.copyJobId", job);
  assert.equal(await vscode.env.clipboard.readText(), "example-job-01");
});
