import * as vscode from "vscode";
import { askForAccount } from "../account/askForAccount";
import { laterLook } from "../apply/laterLook";
import { connect } from "../account/connect";
import { type JournalEntry, resultOf } from "../journal/record";
import { configurationOf } from "../liveJob/liveConfiguration";
import { tell } from "../notify";
import type { ChangeContext } from "./changeContext";
import { chosenRun } from "./journalCommands";
import { liveJob } from "./liveJobFor";
import { isSamePlace, refuseOtherPlace } from "./samePlace";

/** Reads the job of a run whose end nobody knows, and adds to the journal what it tells. */
export async function lookAgain(context: ChangeContext, target: unknown): Promise<string> {
  const title = vscode.l10n.t("Look Again");
  const noneMeant = vscode.l10n.t("No run is uncertain: it is known of each what became of it.");
  const entry = await chosenRun(context, target, { title, isMeant: isUncertain, noneMeant });
  const account = entry && (await askForAccount(context.accounts));
  if (entry === undefined || account === undefined) return "";
  const { id, jobId } = entry.beginning;
  if (!(await isSamePlace(context, entry.beginning, account))) return refuseOtherPlace(entry.beginning, account);
  const job = await liveJob(await connect(account), jobId);
  const { result, sentence } = laterLook(entry, job, new Date());
  if (result !== "unknown") {
    const { requestId } = entry.ending ?? {};
    await context.journal.append({
      kind: "ending",
      id,
      at: new Date().toISOString(),
      result,
      after: configurationOf(job),
      ...(requestId !== undefined && { requestId }),
      reason: sentence,
    });
    context.updated(jobId);
  }
  tell("information", sentence);
  return sentence;
}

function isUncertain(entry: JournalEntry): boolean {
  const result = resultOf(entry);
  return result === "unknown" || result === "unverified";
}
