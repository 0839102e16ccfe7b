import * as vscode from "vscode";
import { type Account, type Choice, accountInWords, hostOf } from "../aws/account";
import type { Accounts } from "./accounts";

/** A kind of read-only documents about jobs. */
interface DocumentKind {
  readonly scheme: string;
  /** What their names end with, after the id of the job: `.live-job.json`. */
  readonly ending: string;
}

/** Region, profile and endpoint are in the address, so that a document never shows a job of the same name somewhere else. */
export function jobUri({ scheme, ending }: DocumentKind, jobId: string, choice: Choice): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${choice.region ?? ""}/${jobId}${ending}`, query: whose(choice) });
}

export function jobIdOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z-]+\.json$/u, "");
}

/** The account of the window where it is the one that the address of a document names. Rejects with what it is otherwise. */
export async function accountOfUri(accounts: Accounts, uri: vscode.Uri): Promise<Account> {
  const state = await accounts.state();
  if (state.kind !== "ready") throw new Error(vscode.l10n.t("AWS may not be called from this window now."));
  const { account } = state;
  if (uri.path.split("/")[1] !== account.region || uri.query !== whose(account)) {
    throw new Error(vscode.l10n.t("This window is at another account or region now: {0}.", accountInWords(account)));
  }
  return account;
}

/** What tells jobs of one window's accounts apart, beside the region; the sample jobs are like those of another account. */
function whose({ kind, profile, endpoint }: Choice): string {
  const host = endpoint === undefined || kind === "samples" ? "" : hostOf(endpoint);
  return `${kind}:${profile ?? ""}:${host}`;
}
