import assert from "node:assert/strict";
import * as vscode from "vscode";
import manifest from "../../../package.json";
import { diagnosticsOf, openPayload } from "./payload";
import { rightSide, run, withEmulator } from "./review";
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

test("Run in the editor's title means the selected commands, and without a selection the one at the cursor", async () => {
  await withEmulator({}, async () => {
    const ids = ["example-job-01", "firmware-2-14-0-europe", "nobody-knows-it"];
    const lines = ids.map((id) => `aws iot update-job --job-id ${id} --description after\n`);
    const { uri } = await openPayload("title.sh", `${lines.join("")}\n`);
    const dryRun = async (from: number, to: number): Promise<string> => {
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      editor.selection = new vscode.Selection(from, 0, to, 0);
      // What VS Code sends from there.
      const told = await vscode.commands.executeCommand<string>("iotJobs.dryRun", uri, { groupId: 0 });
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      return told;
    };
    const both = ids.slice(0, 2).map((id) => `${id}: dry run; nothing was sent.`);
    assert.equal(await dryRun(0, 2), both.join("\n"));
    assert.equal(await dryRun(1, 2), both[1]);
    assert.equal(await dryRun(0, 0), both[0]);
  });
});

test("Run in the title of a diff means its right side at the cursor there, whichever side has the focus", async () => {
  await withEmulator({}, async () => {
    const script = ["example-job-01", "firmware-2-14-0-europe"]
      .map((id) => `aws iot update-job --job-id ${id} --description after\n`)
      .join("");
    const left = await openPayload("left.sh", script);
    const right = await openPayload("right.sh", script);
    await vscode.commands.executeCommand("vscode.diff", left.uri, right.uri);
    const rightEditor = vscode.window.visibleTextEditors.find(({ document }) => document === right);
    assert.ok(rightEditor);
    rightEditor.selection = new vscode.Selection(1, 0, 1, 0);
    await vscode.commands.executeCommand("workbench.action.compareEditor.focusSecondarySide");
    assert.equal(vscode.window.activeTextEditor?.document, left);
    const told = await vscode.commands.executeCommand<string>("iotJobs.dryRun", right.uri, { groupId: 0 });
    assert.equal(told, "firmware-2-14-0-europe: dry run; nothing was sent.");
  });
});

test("Check Against Live Job tells of the file in the editor, which need not be in the view", async () => {
  await withEmulator({}, async () => {
    await openPayload("check.sh", "aws iot update-job --job-id example-job-01 --description after\n");
    const check = (uri?: vscode.Uri): Thenable<string> => vscode.commands.executeCommand("iotJobs.checkPayload", uri);
    assert.equal(await check(), "example-job-01: running it would change description");
    const { uri } = await openPayload("check.json", "{}\n");
    assert.match(await check(), /By its name, this file is no UpdateJob payload\. Save it as \*\.update-job\.json/u);
    assert.equal(await check(uri), "");
  });
});

test("a job document is that of the account of the window, whatever another account has of the same name", async () => {
  const shown = async (text: string): Promise<string> => {
    let found = "";
    await withEmulator({ jobs: 0 }, async (emulator) => {
      const targets = ["arn:aws:iot:us-west-2:123456789012:thing/MyRaspberryPi"];
      emulator.call("CreateJob", { jobId: "j", targets, document: text });
      await vscode.commands.executeCommand("iotJobs.openJobDocument", "j");
      found = vscode.window.activeTextEditor?.document.getText() ?? "";
    });
    return found;
  };
  assert.equal(await shown("of one account\n"), "of one account\n");
  assert.equal(await shown("of another\n"), "of another\n");
});

test("a payload of an old revision says so in its review", async () => {
  const text = "aws iot update-job --job-id example-job-01 --description 'as it was'\n";
  const old = { provideTextDocumentContent: () => text };
  const registered = vscode.workspace.registerTextDocumentContentProvider("revision", old);
  try {
    await withEmulator({}, async () => {
      const uri = vscode.Uri.from({ scheme: "revision", path: "/w/release.sh", query: "HEAD~1" });
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      const told = await run(async () => {
        const shown = (await rightSide()).replaceAll(/\n\/\/ +/gu, " ");
        assert.match(shown, /may be an old revision: revision:\/w\/release\.sh\./u);
        await vscode.commands.executeCommand("iotJobs.cancelReview");
      });
      assert.equal(told, "The update of example-job-01 was not sent.");
    });
  } finally {
    registered.dispose();
  }
});
