import * as vscode from "vscode";
import type { Accounts } from "../account";
import { type Surroundings, usualPatience } from "../apply/surroundings";
import { decide } from "../applyInEditor/decide";
import { progressStage } from "../applyInEditor/progressStage";
import { type Account, accountInWords, accountOf } from "../aws/account";
import { connect } from "../aws/load";
import type { ChangeContext } from "./changeContext";

/** What a change of a job works with in this window; nothing is sent once the window is at another account. */
export async function applySurroundings(context: ChangeContext, account: Account): Promise<Surroundings> {
  const { journal, editor, comparison, clock, alone, accounts } = context;
  const { once: jobs } = await connect(account);
  return {
    jobs,
    journal,
    decide: async (review) => {
      const decision = await decide({ editor, comparison }, review);
      return decision === "apply" && (await isStill(accounts, account)) ? "apply" : "cancel";
    },
    stage: progressStage,
    alone,
    clock,
    patience: usualPatience,
  };
}

/** Whether the account that somebody has agreed to is still that of the window; says so when it is not. */
export async function isStill(accounts: Accounts, account: Account): Promise<boolean> {
  const state = await accounts.state();
  if (state.kind === "ready" && JSON.stringify(state.account) === JSON.stringify(account)) return true;
  const now = accountOf(await accounts.choice());
  const where = now === undefined ? vscode.l10n.t("no region is chosen") : accountInWords(now);
  const message = vscode.l10n.t(
    "Nothing was sent: this window is at another account now ({0}). Run it again to review it there.",
    where,
  );
  void vscode.window.showWarningMessage(message);
  return false;
}
