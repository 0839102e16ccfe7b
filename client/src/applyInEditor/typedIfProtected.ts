import * as vscode from "vscode";
import { type ChangedJobs, type Protection, protectedJobs, protectionOf } from "../apply/protection";

/** Asks for the ids of the jobs that the setting `iotJobs.protected` names. True when each was typed, or none is protected. */
export async function typedIfProtected(jobs: ChangedJobs, prompt: (jobId: string) => string): Promise<boolean> {
  for (const jobId of protectedJobs(jobs, protection())) {
    if (!(await typed(jobId, prompt(jobId)))) return false;
  }
  return true;
}

/** A workspace may protect more than the user does, never less. */
function protection(): Protection {
  const found = vscode.workspace.getConfiguration("iotJobs").inspect("protected");
  return protectionOf([found?.defaultValue, found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue]);
}

async function typed(jobId: string, prompt: string): Promise<boolean> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t("{0} is protected", jobId),
    prompt,
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === jobId || jobId.startsWith(value) ? undefined : vscode.l10n.t("This is not {0}.", jobId),
  });
  return answer === jobId;
}
