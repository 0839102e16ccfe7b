import * as vscode from "vscode";
import type { PayloadResult, UpdateJobInput } from "../../../server/src/protocol";
import type { Accounts } from "../account";
import type { Account } from "../aws/account";
import { failureOf } from "../aws/failure";
import type { Jobs } from "../aws/jobs";
import { connect } from "../aws/load";
import { documentOf, positionOf } from "./target";
import { confirmationDetail } from "../jobs/payloadSummary";
import type { PayloadLanguage } from "../languageClient";
import { askForAccount } from "./askForAccount";

/** What the command works with. */
export interface RunContext {
  readonly language: PayloadLanguage;
  readonly accounts: Accounts;
  readonly log: vscode.LogOutputChannel;
  readonly updated: (jobId: string) => void;
}

/** Sends the payload of a document as it stands, saved or not: checked first, then confirmed. */
export async function runUpdateJob(context: RunContext, uri: unknown, position: unknown): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return say(vscode.l10n.t("Open an UpdateJob payload first."));
  const found = await context.language.payload(document, positionOf(position));
  if (found === undefined) return say(vscode.l10n.t("There is no UpdateJob payload here."));
  if (found.payload === undefined) return showErrors(document, found);
  const account = await askForAccount(context.accounts);
  if (account === undefined) return;
  const jobs = await connect(account);
  if (await confirmed(jobs, account, found.payload)) await send(context, jobs, found.payload);
}

/** `DiagnosticSeverity.Error` of LSP, which counts from 1; VS Code's own counts from 0. */
const lspError = 1;

async function showErrors(document: vscode.TextDocument, { problems }: PayloadResult): Promise<void> {
  const errors = problems.filter(({ severity }) => severity === lspError);
  const [first] = errors;
  if (first === undefined) {
    return say(vscode.l10n.t("A part of this payload is known only when the command runs: a variable or a file."));
  }
  const { start, end } = first.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(document, { selection });
  await vscode.commands.executeCommand("workbench.actions.view.problems");
  const count = errors.length;
  const message =
    count === 1 ? vscode.l10n.t("1 error; nothing was sent.") : vscode.l10n.t("{0} errors; nothing was sent.", count);
  void vscode.window.showErrorMessage(message);
}

async function confirmed(jobs: Jobs, account: Account, payload: UpdateJobInput): Promise<boolean> {
  const accountId = await accountIdOf(jobs);
  const update = vscode.l10n.t("Update Job");
  const question = vscode.l10n.t("Update the job {0}?", payload.jobId);
  const detail = confirmationDetail({ payload, accountId, account });
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, update)) === update;
}

/** A role may be allowed to update jobs and not to ask who it is. */
async function accountIdOf(jobs: Jobs): Promise<string | undefined> {
  try {
    return (await jobs.identity(AbortSignal.timeout(10_000))).account;
  } catch {
    return undefined;
  }
}

/** Cancelling aborts the call; whether the service had it by then cannot be known, and is not claimed. */
async function send({ log, updated }: RunContext, jobs: Jobs, payload: UpdateJobInput): Promise<void> {
  const { jobId } = payload;
  const title = vscode.l10n.t("Updating {0}", jobId);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const outcome = await vscode.window.withProgress(options, async (_, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    try {
      return { kind: "sent", requestId: await jobs.update(payload, controller.signal) } as const;
    } catch (error) {
      const { kind, requestId } = failureOf(error);
      if (kind !== "cancelled" && kind !== "offline") throw error;
      log.error(`UpdateJob ${jobId}: ${kind}, no answer (request ${requestId ?? "without id"})`);
      return { kind } as const;
    }
  });
  updated(jobId);
  if (outcome.kind === "cancelled") {
    return say(vscode.l10n.t("Stopped waiting for {0}. The update may have been sent: look at the job.", jobId));
  }
  if (outcome.kind === "offline") {
    return say(
      vscode.l10n.t("No answer came for {0}. The update may have been applied: look at the job, then retry.", jobId),
    );
  }
  log.info(`UpdateJob ${jobId}: done (request ${outcome.requestId ?? "without id"})`);
  void vscode.window.showInformationMessage(vscode.l10n.t("The job {0} was updated.", jobId));
}

async function say(message: string): Promise<void> {
  await vscode.window.showWarningMessage(message);
}
