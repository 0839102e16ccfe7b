import * as vscode from "vscode";
import { askForAccount } from "../account/askForAccount";
import { restoration } from "../apply/restore";
import type { RunNode } from "../journal/history";
import { type JournalEntry, isUpdate, resultOf } from "../journal/record";
import type { FixedDocuments } from "../applyInEditor/fixedDocuments";
import { tell } from "../notify";
import { timeWords } from "../times";
import type { ChangeContext } from "./changeContext";
import { chosenRun } from "./journalCommands";
import { payloadsToRun } from "./payloadsToRun";
import { runPayloads } from "./runUpdateJob";
import { isSamePlace, refuseOtherPlace } from "./samePlace";

/** Brings back what a run of the journal has replaced: checked, reviewed and read back like every other update. */
export async function restoreConfiguration(
  context: ChangeContext,
  documents: FixedDocuments,
  target: unknown,
): Promise<string> {
  const title = vscode.l10n.t("Restore Previous Configuration");
  const noneMeant = vscode.l10n.t("No run has replaced a configuration: there is nothing to restore.");
  const entry = await chosenRun(context, target, { title, isMeant: mayBeRestored, noneMeant });
  const account = entry && (await askForAccount(context.accounts));
  if (entry === undefined || account === undefined) return "";
  if (!(await isSamePlace(context, entry.beginning, account))) return refuseOtherPlace(entry.beginning, account);
  const { payload, left } = restoration(entry.beginning);
  if (payload === undefined) return say(left.join(" "));
  // A document that nobody sees: the language server checks it as it checks any payload.
  const text = `${JSON.stringify(payload, undefined, 2)}\n`;
  const uri = documents.add(`${entry.beginning.jobId}.update-job.json`, text);
  const payloads = await payloadsToRun(context.language, uri, { line: 0, character: 0 });
  if (payloads === undefined) return "";
  const undoes = { at: timeWords(new Date(entry.beginning.at)), after: entry.ending?.after };
  const inNoFile = payloads.map((each) => ({
    ...each,
    request: { ...each.request, undoes, file: undefined, warnings: [...each.request.warnings, ...left] },
  }));
  // The window may be at another account then, in which a job of this name is not meant.
  const node: RunNode = { kind: "run", jobId: entry.beginning.jobId, entry };
  return runPayloads(context, inNoFile, "apply", () => restoreConfiguration(context, documents, node));
}

/** What was refused has changed nothing; a canceled job stays so. */
function mayBeRestored(entry: JournalEntry): boolean {
  return isUpdate(entry) && resultOf(entry) !== "refused";
}

function say(message: string): string {
  tell("warning", message);
  return message;
}
