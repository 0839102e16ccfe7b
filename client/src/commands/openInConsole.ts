import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { accountInWords, accountOf } from "../aws/account";
import { jobFor } from "../jobs/chooseJob";
import { consoleUrl } from "../jobs/console";
import type { JobsTree } from "../jobs/jobsTree";
import { tell } from "../notify";

/** Opens the page of a job in the browser; nothing is called. */
export async function openInConsole(tree: JobsTree, accounts: Accounts, argument: unknown): Promise<void> {
  const job = await jobFor(tree, argument);
  const account = accountOf(await accounts.choice());
  if (job?.jobId === undefined || account === undefined) return;
  const url = consoleUrl(account, job.jobId);
  if (url === undefined) {
    const message =
      account.kind === "samples"
        ? vscode.l10n.t("Sample jobs are on this machine alone: the AWS console does not have them.")
        : vscode.l10n.t("There is no AWS console for {0}.", accountInWords(account));
    tell("warning", message);
  } else await vscode.env.openExternal(vscode.Uri.parse(url, true));
}
