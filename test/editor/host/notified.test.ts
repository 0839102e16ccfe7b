// What goes on from a notification: its first button is pressed as by the key for it.
import assert from "node:assert/strict";
import { Server } from "node:net";
import * as vscode from "vscode";
import { withResolvers, writePayload } from "./payload";
import { deciding, rightSide, withEmulator } from "./review";
import { test } from "./runner";

const jobId = "example-job-01";

async function pressButton(): Promise<void> {
  await vscode.commands.executeCommand("notification.acceptPrimaryAction");
}

test("Run Again reviews what a file holds that was closed and written anew while its review was open", async () => {
  await withEmulator({}, async () => {
    const payload = (description: string): string => `{ "jobId": "${jobId}", "description": "${description}" }\n`;
    const uri = await writePayload("closed.update-job.json", payload("after"));
    await vscode.commands.executeCommand("vscode.open", uri);
    const closed = withResolvers<undefined>();
    const listener = vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.uri.toString() === uri.toString()) closed.resolve(undefined);
    });
    const told = await deciding(
      async () => {
        await closeTab(uri);
        await closed.promise;
        listener.dispose();
        await writePayload("closed.update-job.json", payload("later"));
        await vscode.commands.executeCommand("iotJobs.applyReview");
      },
      () => vscode.commands.executeCommand<string>("iotJobs.runUpdateJob"),
    );
    assert.match(told, /nothing was sent\. The file has changed since the review was opened/u);
    const shown = withResolvers<string>();
    await deciding(
      async () => shown.resolve(await rightSide()),
      async () => {
        await pressButton();
        assert.match(await shown.promise, /"description": "later"/u);
      },
    );
  });
});

async function closeTab(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
  );
  await vscode.window.tabGroups.close(own);
}

test("sample jobs start after a start that failed", async () => {
  const listen = Object.getOwnPropertyDescriptor(Server.prototype, "listen");
  assert.ok(listen);
  const refuse = (): never => {
    throw new Error("no port is free");
  };
  Object.defineProperty(Server.prototype, "listen", { ...listen, value: refuse });
  const ended: unknown[] = [];
  void vscode.commands.executeCommand("iotJobs.useSampleJobs").then((result) => ended.push(result));
  // The command ends when what it tells of its failure is gone.
  while (ended.length === 0) await vscode.commands.executeCommand("notifications.clearAll");
  Object.defineProperty(Server.prototype, "listen", listen);
  await vscode.commands.executeCommand("iotJobs.useSampleJobs");
  await vscode.commands.executeCommand("iotJobs.openLiveJob", jobId);
  assert.match(vscode.window.activeTextEditor?.document.getText() ?? "", /"status": "IN_PROGRESS"/u);
  await vscode.commands.executeCommand("iotJobs.stopSampleJobs");
  // The jobs that it shows would be asked about in the tests that follow.
  await vscode.commands.executeCommand("workbench.action.closeSidebar");
});

test("Check All Payloads is canceled between two payloads", async () => {
  const commands = Array.from({ length: 60 }, () => `aws iot update-job --job-id ${jobId} --description after\n`);
  await writePayload("many.update-job", commands.join(""));
  await withEmulator({}, async (emulator) => {
    const run = (): void => void pressButton();
    emulator.inject({ operation: "DescribeJob", kind: "before", run });
    emulator.inject({ operation: "DescribeJob", kind: "latency", milliseconds: 100 });
    await vscode.commands.executeCommand("iotJobs.checkAllPayloads");
    const looks = emulator.requests.filter(({ operation }) => operation === "DescribeJob").length;
    assert.ok(looks > 0 && looks < commands.length, `${looks} of ${commands.length} payloads were compared`);
  });
});
