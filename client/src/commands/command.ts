import * as vscode from "vscode";
import { codePrompt } from "../account/codePrompt";
import { renewal } from "../account/renewal";
import { choose } from "../notify";
import { anotherProfileMayHelp, failureOf, logLine } from "../aws/failure";

/** Registers a command whose failure becomes a message, with the details in the log. Resolves to what `run` gives. */
export function command(
  log: vscode.LogOutputChannel,
  id: string,
  run: (...args: readonly unknown[]) => unknown,
): vscode.Disposable {
  const attempt = async (...args: readonly unknown[]): Promise<unknown> => {
    try {
      codePrompt.allow();
      return await run(...args);
    } catch (error) {
      return (await showFailure(log, error)) ? attempt(...args) : undefined;
    }
  };
  return vscode.commands.registerCommand(id, attempt);
}

/**
 * Says in a sentence what failed and what to do next, with a button that does it where there is one.
 * @returns whether it can go on now
 */
export async function showFailure(log: vscode.LogOutputChannel, error: unknown): Promise<boolean> {
  const { kind, sentence } = failureOf(error);
  if (kind === "canceled") return false;
  log.error(logLine(error));
  const signIn = vscode.l10n.t("Sign In");
  const chooseProfile = vscode.l10n.t("Choose Profile");
  const showLog = vscode.l10n.t("Show Log");
  const maySignIn = kind === "expired" && (await renewal.login()) !== undefined;
  const told = kind === "expired" && !maySignIn ? await withoutSignIn() : sentence;
  const helps = [...(maySignIn ? [signIn] : []), ...(anotherProfileMayHelp(kind) ? [chooseProfile] : []), showLog];
  const chosen = await choose("error", told, helps);
  if (chosen === signIn) return vscode.commands.executeCommand<boolean>("iotJobs.signIn");
  if (chosen === chooseProfile) return vscode.commands.executeCommand<boolean>("iotJobs.chooseProfile");
  if (chosen === showLog) log.show();
  return false;
}

/** Nobody is sent to a sign-in that there is not. */
async function withoutSignIn(): Promise<string> {
  return [vscode.l10n.t("The AWS credentials have expired."), await renewal.sentence()].join(" ");
}
