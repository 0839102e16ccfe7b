import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsOf, openPayload } from "./payload";
import { test } from "./runner";

/** What an untidy file of settings may hold, and a value that counts beside it. */
const untidy = { payloadFiles: [5, "**/rollout.json"], rules: 5, profile: 5, region: {} };

test("a setting of another type is passed over: payloads are read all the same", async () => {
  const configuration = vscode.workspace.getConfiguration("iotJobs");
  const set = (name: string, value: unknown): Thenable<void> =>
    configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    for (const [name, value] of Object.entries(untidy)) await set(name, value);
    const document = await openPayload("rollout.json", '{ "jobId": "j", "description": 5 }');
    assert.equal((await diagnosticsOf(document, (found) => found.length > 0)).length, 1);
    await set("payloadFiles", {});
    const named = await openPayload("untidy.update-job.json", '{ "jobId": "j", "description": 5 }');
    assert.equal((await diagnosticsOf(named, (found) => found.length > 0)).length, 1);
  } finally {
    for (const name of Object.keys(untidy)) await set(name, undefined);
  }
});
