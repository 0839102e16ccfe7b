// A run in the extension host: an emulator in its process, and a decision as soon as the review is open.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
import { type TestClock, systemClock } from "../../../client/src/clock";
import type { EmulatorOptions } from "../../../emulator/src/host";
import { shortTime } from "../../apply/time";

let began = "";

/** The extension calls the emulator for the time of `body`; whatever it has opened is closed afterwards. */
export async function withEmulator(
  options: EmulatorOptions,
  body: (emulator: Emulator) => Promise<void>,
): Promise<void> {
  const emulator = await startEmulator({ region: "us-west-2", ...options });
  began = new Date().toISOString();
  try {
    await set("endpoint", emulator.endpoint);
    await set("region", "us-west-2");
    await body(emulator);
  } finally {
    const { activeTextEditor } = vscode.window;
    if (activeTextEditor?.document.isDirty === true) {
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await emulator.close();
  }
}

/** Each run has an address of its own: what is set stays until the next. */
export async function set(name: string, value: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("iotJobs");
  if (configuration.get(name) !== value) await configuration.update(name, value, vscode.ConfigurationTarget.Global);
}

/**
 * What to do with each review that opens: a command, at each change of the tabs until the review is gone, since the first may
 * come too early for it; or whatever a test wants, once.
 */
type Decision = string | (() => Promise<void>);

/** Makes pauses and timeouts of the extension a matter of the tests for the time of `body`. */
export async function withShortTime(body: () => Promise<void>): Promise<void> {
  const clock = await vscode.extensions.getExtension<TestClock | undefined>("iot-jobs.iot-jobs")?.activate();
  assert.ok(clock, "the extension runs in a VS Code for tests");
  clock.use(shortTime);
  try {
    await body();
  } finally {
    clock.use(systemClock);
  }
}

/** Runs a command, decides on each review that opens on its way, and gives what was told at the end. */
export function run(
  decision: Decision,
  command = "iotJobs.runUpdateJob",
  ...args: readonly unknown[]
): Promise<string> {
  return deciding(decision, () => vscode.commands.executeCommand<string>(command, ...args));
}

/** Decides on each review that opens until `body` has ended. */
export async function deciding<T>(decision: Decision, body: () => Thenable<T>): Promise<T> {
  const decided = new Set<string>();
  const decide = async (): Promise<void> => {
    const review = openReview()?.modified.toString();
    if (review === undefined) return;
    if (typeof decision === "string") {
      await vscode.commands.executeCommand(decision);
    } else if (!decided.has(review)) {
      decided.add(review);
      await decision();
    }
  };
  const { promise: failed, reject } = failure();
  const listener = vscode.window.tabGroups.onDidChangeTabs(() => void decide().catch(reject));
  try {
    return await Promise.race([body(), failed]);
  } finally {
    listener.dispose();
  }
}

function failure(): { readonly promise: Promise<never>; readonly reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  return { promise, reject };
}

/** The review in the active editor, if there is one. */
function openReview(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === "iot-job-review" ? input : undefined;
}

/** The text of the job as it is, in the open review. */
export async function leftSide(): Promise<string> {
  const review = openReview();
  return review === undefined ? "" : (await vscode.workspace.openTextDocument(review.original)).getText();
}

export async function rightSide(): Promise<string> {
  const review = openReview();
  return review === undefined ? "" : (await vscode.workspace.openTextDocument(review.modified)).getText();
}

/** A run, as the journal is exported. */
export interface ExportedRun {
  readonly result: string;
  /** ISO 8601. */
  readonly at: string;
  readonly [name: string]: unknown;
}

/** The runs since the emulator began, newest first. */
export async function journalOf(): Promise<readonly ExportedRun[]> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the tests run in a workspace");
  const file = vscode.Uri.joinPath(folder.uri, "journal.json");
  await vscode.commands.executeCommand("iotJobs.exportJournal", file);
  const runs: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  assert.ok(Array.isArray(runs));
  return runs.filter(isRun).filter(({ at }) => at >= began);
}

function isRun(value: unknown): value is ExportedRun {
  return typeof value === "object" && value !== null && "result" in value && "at" in value;
}
