import * as vscode from "vscode";
import { laterLook } from "../apply/laterLook";
import { configurationOf } from "../liveJob/liveConfiguration";
import type { ChangeContext } from "./changeContext";
import { chosenRun } from "./journalCommands";
import { liveJob } from "./openAsPayload";

/** Reads the job of a run whose end nobody knows, and adds to the journal what it tells. */
export async function lookAgain(context: ChangeContext, target: unknown): Promise<string> {
  const title = vscode.l10n.t("Look Again");
  const entry = await chosenRun(context, target, title, ["unknown", "unverified"]);
  if (entry === undefined) return "";
  const { id, jobId } = entry.beginning;
  const job = await liveJob(context, jobId);
  if (job === undefined) return "";
  const after = configurationOf(job);
  const { result, sentence } = laterLook(entry, after, new Date());
  if (result !== "unknown") {
    const { requestId } = entry.ending ?? {};
    const ids = requestId === undefined ? {} : { requestId };
    const reason = { reason: sentence };
    await context.journal.append({
      kind: "ending",
      id,
      at: new Date().toISOString(),
      result,
      after,
      ...ids,
      ...reason,
    });
    context.updated(jobId);
  }
  void vscode.window.showInformationMessage(sentence);
  return sentence;
}
