// A run in the extension host: an emulator in its process, and a decision as soon as the review is open.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";

/** The extension calls the emulator for the time of `body`; whatever it has opened is closed afterwards. */
export async function withEmulator(body: (emulator: Emulator) => Promise<void>): Promise<void> {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    await set("endpoint", emulator.endpoint);
    await set("region", "us-west-2");
    await body(emulator);
  } finally {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await set("endpoint", undefined);
    await set("region", undefined);
    await emulator.close();
  }
}

async function set(name: string, value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration("iotJobs").update(name, value, vscode.ConfigurationTarget.Global);
}

/** Runs a command, decides when its review opens if it gets so far, and gives what was told at the end. */
export async function run(
  decision: string,
  command = "iotJobs.runUpdateJob",
  ...args: readonly unknown[]
): Promise<string> {
  const told = Promise.resolve(vscode.commands.executeCommand<string>(command, ...args));
  const review = reviewOpened();
  const first = await Promise.race([told, review.opened]);
  review.stop();
  if (first !== undefined) return first;
  await vscode.commands.executeCommand(decision);
  return told;
}

interface Opening {
  readonly opened: Promise<undefined>;
  readonly stop: () => void;
}

function reviewOpened(): Opening {
  let stop: () => void = () => undefined;
  const opened = new Promise<undefined>((resolve) => {
    const look = (): void => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      if (input instanceof vscode.TabInputTextDiff && input.modified.scheme === "iot-job-review") resolve(undefined);
    };
    const listener = vscode.window.tabGroups.onDidChangeTabs(look);
    stop = () => void listener.dispose();
    look();
  });
  return { opened, stop };
}

/** A run, as the journal is exported. */
export interface ExportedRun {
  readonly result: string;
  readonly [name: string]: unknown;
}

/** Newest first. */
export async function journalOf(): Promise<readonly ExportedRun[]> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the tests run in a workspace");
  const file = vscode.Uri.joinPath(folder.uri, "journal.json");
  await vscode.commands.executeCommand("iotJobs.exportJournal", file);
  const runs: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  assert.ok(Array.isArray(runs));
  return runs.filter(isRun);
}

function isRun(value: unknown): value is ExportedRun {
  return typeof value === "object" && value !== null && "result" in value;
}
