import * as vscode from "vscode";
import { connect } from "../account/connect";
import type { Identity } from "../apply/review";
import { type Clock, identityOf, usualPatience } from "../apply/surroundings";
import { progressStage } from "../applyInEditor/progressStage";
import { type Account, accountInWords, hostOf } from "../aws/account";
import type { Beginning } from "../journal/record";
import { offer } from "../notify";
import type { ChangeContext } from "./changeContext";

/**
 * Whether the jobs of the window's account are those of a run: there may be jobs of the same name in several accounts. Whoever
 * does not wait for a slow answer cancels it, which rejects.
 */
export async function isSamePlace({ clock }: ChangeContext, run: Beginning, account: Account): Promise<boolean> {
  if (run.samples === true || account.kind === "samples") return run.samples === true && account.kind === "samples";
  const host = account.endpoint === undefined ? undefined : hostOf(account.endpoint);
  if (run.region !== account.region || run.endpoint !== host) return false;
  const identity = run.accountId === undefined ? undefined : await identityIn(account, clock);
  // Where either is not known, there is but the name of the profile to go by.
  return identity?.kind === "known" ? run.accountId === identity.accountId : run.profile === account.profile;
}

function identityIn(account: Account, clock: Clock): Promise<Identity> {
  return progressStage.cancellable(vscode.l10n.t("Asking AWS whose account this is"), async (signal) => {
    const identity = await identityOf({ jobs: await connect(account), clock, patience: usualPatience }, signal);
    signal.throwIfAborted();
    return identity;
  });
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
