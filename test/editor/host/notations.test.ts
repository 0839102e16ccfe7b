import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsOf, openPayload } from "./payload";
import { test } from "./runner";

test("an option list has a language of its own, and its problems", async () => {
  const document = await openPayload(
    "night.update-job",
    "--job-id j1\n--timeout-config inProgressTimeoutInMinutes=0\n",
  );
  assert.equal(document.languageId, "iot-update-job");
  const [diagnostic] = await diagnosticsOf(document, (found) => found.length > 0);
  assert.equal(diagnostic && document.getText(diagnostic.range), "0");
});

test("a command in a shell script has its problems", async () => {
  const text = 'for id in "$@"; do aws iot update-job --job-id "$id" --description ""; done\n';
  const document = await openPayload("night.sh", text);
  const [diagnostic] = await diagnosticsOf(document, (found) => found.length > 0);
  assert.equal(diagnostic && document.getText(diagnostic.range), '""');
});

test("a command that is typed into an open script is checked", async () => {
  const document = await openPayload("typed.sh", "aws iot \n");
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 8), "update-job --job-id a --description ''");
  await vscode.workspace.applyEdit(edit);
  const [found] = await diagnosticsOf(document, (diagnostics) => diagnostics.length > 0);
  assert.equal(found?.message, "Expected text, found none.");
});
