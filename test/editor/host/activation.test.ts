import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsOf, openPayload } from "./payload";
import { test } from "./runner";

test("activates on a payload file", async () => {
  await openPayload("activates.update-job.json", '{ "jobId": "example-job-01", "description": "example" }');
  const extension = vscode.extensions.getExtension("iot-jobs.iot-jobs");
  assert.ok(extension);
  await extension.activate();
  assert.equal(extension.isActive, true);
});

test("a number out of range is an error of iot-jobs on the number alone", async () => {
  const text = '{ "jobId": "example-job-01", "timeoutConfig": { "inProgressTimeoutInMinutes": 0 } }';
  const document = await openPayload("range.update-job.json", text);
  const [diagnostic] = await diagnosticsOf(document, (found) => found.length > 0);
  assert.ok(diagnostic);
  assert.equal(diagnostic.source, "iot-jobs");
  assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
  assert.equal(document.getText(diagnostic.range), "0");
});
