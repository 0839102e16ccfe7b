import * as vscode from "vscode";
import { restoration } from "../apply/restore";
import { type Account, accountInWords, hostOf } from "../aws/account";
import { connect } from "../aws/load";
import type { Beginning } from "../journal/record";
import type { FixedDocuments } from "../liveJob/fixedDocuments";
import { askForAccount } from "./askForAccount";
import type { ChangeContext } from "./changeContext";
import { chosenRun } from "./journalCommands";
import { payloadsToRun } from "./payloadsToRun";
import { runPayloads } from "./runUpdateJob";

/** Brings back what a run of the journal has replaced: checked, reviewed and read back like every other update. */
export async function restoreConfiguration(
  context: ChangeContext,
  documents: FixedDocuments,
  target: unknown,
): Promise<string> {
  const title = vscode.l10n.t("Restore Previous Configuration");
  const results = ["applied", "notApplied", "unverified", "unknown"] as const;
  const entry = await chosenRun(context, target, title, results);
  const account = entry && (await askForAccount(context.accounts));
  if (entry === undefined || account === undefined) return "";
  if (!(await isSamePlace(entry.beginning, account))) return refuseOtherPlace(entry.beginning, account);
  const { payload, left } = restoration(entry.beginning);
  if (payload === undefined) return say(left.join(" "));
  // A document that nobody sees: the language server checks it as it checks any payload.
  const text = `${JSON.stringify(payload, undefined, 2)}\n`;
  const uri = documents.add(`${entry.beginning.jobId}.update-job.json`, text);
  const payloads = await payloadsToRun(context.language, uri, { line: 0, character: 0 });
  if (payloads === undefined) return "";
  const inNoFile = payloads.map((each) => ({
    ...each,
    request: { ...each.request, file: undefined, warnings: [...each.request.warnings, ...left] },
  }));
  return runPayloads(context, inNoFile, "apply");
}

/** Jobs of the same name may be in several accounts. Who may not ask for the account is told of it in the review. */
async function isSamePlace({ accountId, region, endpoint, samples }: Beginning, account: Account): Promise<boolean> {
  if (samples === true || account.kind === "samples") return samples === true && account.kind === "samples";
  const host = account.endpoint === undefined ? undefined : hostOf(account.endpoint);
  if (region !== account.region || endpoint !== host) return false;
  try {
    const identity = await (await connect(account)).identity(AbortSignal.timeout(20_000));
    return accountId === undefined || identity.account === accountId;
  } catch {
    return true;
  }
}

function refuseOtherPlace({ jobId, accountId, region }: Beginning, account: Account): string {
  return say(
    vscode.l10n.t(
      "{0} was updated in account {1}, {2}. This window is at {3}: choose that profile and region first.",
      jobId,
      accountId ?? vscode.l10n.t("unknown"),
      region,
      accountInWords(account),
    ),
  );
}

function say(message: string): string {
  void vscode.window.showWarningMessage(message);
  return message;
}
