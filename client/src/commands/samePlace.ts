import * as vscode from "vscode";
import { type Account, accountInWords, hostOf } from "../aws/account";
import { connect } from "../account/connect";
import { offer } from "../notify";
import type { Beginning } from "../journal/record";

/** Whether the jobs of the window's account are those of a run: there may be jobs of the same name in several accounts. */
export async function isSamePlace(run: Beginning, account: Account): Promise<boolean> {
  if (run.samples === true || account.kind === "samples") return run.samples === true && account.kind === "samples";
  const host = account.endpoint === undefined ? undefined : hostOf(account.endpoint);
  if (run.region !== account.region || run.endpoint !== host) return false;
  const accountId = run.accountId === undefined ? undefined : await accountIdOf(account);
  // Where either is not known, there is but the name of the profile to go by.
  return accountId === undefined ? run.profile === account.profile : run.accountId === accountId;
}

/** Undefined for who may not ask whose account it is. */
async function accountIdOf(account: Account): Promise<string | undefined> {
  try {
    return (await (await connect(account)).callerIdentity(AbortSignal.timeout(20_000))).accountId;
  } catch {
    return undefined;
  }
}

/** Does not wait until it is read; gives what it said. */
export function refuseOtherPlace({ jobId, accountId, region }: Beginning, account: Account): string {
  const message = vscode.l10n.t(
    "{0} was changed in account {1}, {2}. This window is at {3}: choose that profile and region first.",
    jobId,
    accountId ?? vscode.l10n.t("unknown"),
    region,
    accountInWords(account),
  );
  const chooseProfile = { title: vscode.l10n.t("Choose Profile"), command: "iotJobs.chooseProfile" };
  const chooseRegion = { title: vscode.l10n.t("Choose Region"), command: "iotJobs.chooseRegion" };
  void offer("error", message, region === account.region ? [chooseProfile] : [chooseRegion, chooseProfile]);
  return message;
}
