import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { type Surroundings, usualPatience } from "../apply/surroundings";
import { decide } from "../applyInEditor/decide";
import { progressStage } from "../applyInEditor/progressStage";
import { type Account, accountInWords } from "../aws/account";
import { connect } from "../account/connect";
import type { ChangeContext } from "./changeContext";

/**
 * What a change of a job works with in this window; nothing is sent once the window is at another account, or another run
 * has taken the place of this one.
 */
export async function applySurroundings(
  context: ChangeContext,
  account: Account,
  replaced = new AbortController().signal,
): Promise<Surroundings> {
  const { journal, editor, comparison, clock, alone, accounts } = context;
  const { once: jobs } = await connect(account);
  return {
    jobs,
    journal,
    decide: async (review) => {
      const decision = replaced.aborted ? "cancel" : await decide({ editor, comparison, replaced }, review);
      if (decision === "cancel" || replaced.aborted) return "cancel";
      const moved = await movedAway(accounts, account);
      return moved === undefined ? "apply" : { kind: "outdated", sentence: moved };
    },
    stage: progressStage,
    alone,
    clock,
    patience: usualPatience,
  };
}

/** What to say when the account that somebody has agreed to is no longer that of the window; undefined while it is. */
export async function movedAway(accounts: Accounts, account: Account): Promise<string | undefined> {
  const state = await accounts.state();
  if (state.kind === "ready" && JSON.stringify(state.account) === JSON.stringify(account)) return undefined;
  const now = accountInWords(await accounts.choice());
  return vscode.l10n.t("This window is at another account now ({0}). Run it again to review it there.", now);
}
