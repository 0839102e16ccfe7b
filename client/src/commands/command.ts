import * as vscode from "vscode";
import { failureOf } from "../aws/failure";

/** Registers a command whose failure becomes a message, with the details in the log. */
export function command(
  log: vscode.LogOutputChannel,
  id: string,
  run: (...args: readonly unknown[]) => Promise<void> | void,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
    try {
      await run(...args);
    } catch (error) {
      await showFailure(log, error);
    }
  });
}

/** Says in a sentence what failed and what to do next, with a button that does it where there is one. */
async function showFailure(log: vscode.LogOutputChannel, error: unknown): Promise<void> {
  const { kind, sentence, requestId } = failureOf(error);
  if (kind === "cancelled") return;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  log.error(`${detail} (request ${requestId ?? "without id"})`);
  const chooseProfile = vscode.l10n.t("Choose Profile");
  const showLog = vscode.l10n.t("Show Log");
  const helps = kind === "noCredentials" || kind === "expired" || kind === "denied";
  const chosen = await vscode.window.showErrorMessage(sentence, ...(helps ? [chooseProfile] : []), showLog);
  if (chosen === chooseProfile) await vscode.commands.executeCommand("iotJobs.chooseProfile");
  if (chosen === showLog) log.show();
}
