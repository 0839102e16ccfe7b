import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openPayload } from "./payload";
import { test } from "./runner";

test("copies a YAML payload as a command for bash", async () => {
  const text = "jobId: pumps\ntimeoutConfig: {inProgressTimeoutInMinutes: 60}\n";
  const document = await openPayload("copied.update-job.yaml", text);
  await vscode.commands.executeCommand("iotJobs.copyAsCommand", document.uri);
  assert.equal(
    await vscode.env.clipboard.readText(),
    "aws iot update-job --job-id pumps --timeout-config inProgressTimeoutInMinutes=60",
  );
});
