import * as vscode from "vscode";
import { appliedTo } from "../apply/plannedUpdate";
import { changeSides } from "../apply/reviewText";
import { isJobNode } from "../jobs/jobNode";
import { isRunNode } from "../journal/history";
import { noRunInWords } from "../journal/noRun";
import { type JournalEntry, asJson, isUpdate } from "../journal/record";
import { runItem } from "../journal/runItem";
import { type JsonObject, changesOf } from "../liveJob/liveConfiguration";
import { offer, tell } from "../notify";
import type { ChangeContext } from "./changeContext";

/** Writes the journal as JSON, into the file that the caller or the user names. */
export async function exportJournal({ journal }: ChangeContext, given: unknown): Promise<void> {
  const target = given instanceof vscode.Uri ? given : await chosenFile();
  if (target === undefined) return;
  const entries = await journal.entries();
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(asJson(entries)));
  const { length } = entries;
  const exported = length === 1 ? vscode.l10n.t("Exported 1 run.") : vscode.l10n.t("Exported {0} runs.", length);
  void offer("information", exported, [{ title: vscode.l10n.t("Open"), command: "vscode.open", args: [target] }]);
}

function chosenFile(): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = "iot-jobs-journal.json";
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t("Export Journal"),
    filters: { JSON: ["json"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

/** The job before and after a run. */
export async function showRun(context: ChangeContext, target: unknown): Promise<void> {
  const title = vscode.l10n.t("Show What It Changed");
  const noneMeant = vscode.l10n.t("No run has updated a job: only cancellations were sent.");
  const entry = await chosenRun(context, target, { title, isMeant: isUpdate, noneMeant });
  if (entry === undefined) return;
  const { jobId, before, payload } = entry.beginning;
  const sent = appliedTo(before, changesOf(payload));
  const after = entry.ending?.after;
  const change = after === undefined ? sent : appliedTo(before, { ...emptied(before), ...after });
  const names = { before: vscode.l10n.t("{0} before", jobId), after: afterName(jobId, entry) };
  await context.comparison.show(`${names.before} ↔ ${names.after}`, changeSides(jobId, change), names);
}

function afterName(jobId: string, entry: JournalEntry): string {
  return entry.ending?.after === undefined
    ? vscode.l10n.t("{0} as it was sent", jobId)
    : vscode.l10n.t("{0} afterwards", jobId);
}

function textOf(target: unknown): string | undefined {
  return typeof target === "string" ? target : undefined;
}

/** What is not there afterwards is gone. */
function emptied(before: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(before).map((name) => [name, {}]));
}

interface Choosing {
  readonly title: string;
  readonly isMeant: (entry: JournalEntry) => boolean;
  /** What to say when there are runs, but none that is meant. */
  readonly noneMeant: string;
}

/** The run that a command is meant for: one of the view, or the user's choice among those of a job or of all. */
export async function chosenRun(
  { journal }: ChangeContext,
  target: unknown,
  { title, isMeant, noneMeant }: Choosing,
): Promise<JournalEntry | undefined> {
  if (isRunNode(target)) return target.entry;
  const jobId = isJobNode(target) && "jobId" in target ? target.jobId : textOf(target);
  const all = await journal.entries();
  const meant = all.filter((entry) => (jobId === undefined || entry.beginning.jobId === jobId) && isMeant(entry));
  const items = meant.map((entry) => {
    const { label, description = "" } = runItem(entry, new Date());
    return { label, description, entry };
  });
  if (items.length === 0) {
    tell("information", noRunInWords(all, jobId, noneMeant));
    return undefined;
  }
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.entry;
}
