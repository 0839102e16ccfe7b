import assert from "node:assert/strict";
import * as vscode from "vscode";
import manifest from "../../../package.json";
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

test("every command of the manifest is there once a payload is open, and no other", async () => {
  await openPayload("commands.update-job.json", "{}");
  await vscode.extensions.getExtension("iot-jobs.iot-jobs")?.activate();
  const declared = manifest.contributes.commands.map(({ command }) => command);
  const there = await vscode.commands.getCommands(true);
  const ofViews = /^iotJobs\.(jobs|payloads|history)\./u;
  assert.deepEqual(there.filter((id) => id.startsWith("iotJobs.") && !ofViews.test(id)).sort(), [...declared].sort());
});

test("copies the id of a job of the tree", async () => {
  const job = { kind: "job", jobId: "example-job-01", job: { jobId: "example-job-01" } };
  await vscode.commands.executeCommand("iotJobs.copyJobId", job);
  assert.equal(await vscode.env.clipboard.readText(), "example-job-01");
});
