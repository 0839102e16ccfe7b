import * as vscode from "vscode";
import { askForAccount } from "../account/askForAccount";
import { cancelJob as cancel } from "../apply/cancelJob";
import { isUncertain } from "../apply/outcome";
import type { Identity } from "../apply/review";
import { type Surroundings, describeJob, identityOf } from "../apply/surroundings";
import type { Account } from "../aws/account";
import type { Cancellation, Job } from "../aws/jobs";
import { cancelDetail, commentProblem, reasonProblem } from "../jobs/cancellation";
import { applySurroundings, movedAway } from "./applySurroundings";
import type { ChangeContext } from "./changeContext";

/** Cancels a job after asking why, and saying what becomes of its executions. Resolves to what the user was told. */
export async function cancelJob(context: ChangeContext, target: unknown): Promise<string> {
  const jobId = await context.jobIdFor(target);
  const account = jobId === undefined ? undefined : await askForAccount(context.accounts);
  if (jobId === undefined || account === undefined) return "";
  const surroundings = await applySurroundings(context, account);
  const job = await read(surroundings, jobId);
  if (job === undefined) return "";
  if (job.status !== "IN_PROGRESS" && job.status !== "SCHEDULED") {
    return say(vscode.l10n.t("The job {0} has come to an end: there is nothing to cancel.", jobId));
  }
  const reason = await askWhy(jobId);
  if (reason === undefined) return "";
  const identity = await identityOf(surroundings);
  const cancellation = await confirm(reason, { job, account, identity });
  if (cancellation === undefined) return "";
  const moved = await movedAway(context.accounts, account);
  if (moved !== undefined) {
    const why = `${vscode.l10n.t("{0}: not canceled.", jobId)} ${moved}`;
    return fail(why, { title: vscode.l10n.t("Run Again"), command: "iotJobs.cancelJob" }, jobId);
  }
  const { outcome, told } = await cancel(surroundings, { account, identity, cancellation, job });
  context.log.info(`CancelJob ${jobId}: ${told}`);
  context.updated(jobId);
  if (outcome.kind === "applied") return say(told);
  const lookAgain = { title: vscode.l10n.t("Look Again"), command: "iotJobs.lookAgain" };
  const showLog = { title: vscode.l10n.t("Show Log"), command: "iotJobs.showLog" };
  return fail(told, isUncertain(outcome) ? lookAgain : showLog, jobId);
}

/** Undefined when the user does not wait for it. */
function read(surroundings: Surroundings, jobId: string): Promise<Job | undefined> {
  return surroundings.stage.cancellable(vscode.l10n.t("Reading {0}", jobId), async (signal, sayOnTheWay) => {
    try {
      const job = await describeJob(surroundings, jobId, { signal, say: sayOnTheWay });
      return signal.aborted ? undefined : job;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  });
}

/** Neither this nor the next waits until it is read. */
function say(message: string): string {
  void vscode.window.showInformationMessage(message);
  return message;
}

/** With a button that does what is to be done next. */
function fail(message: string, next: { readonly title: string; readonly command: string }, jobId: string): string {
  void vscode.window.showErrorMessage(message, next.title).then((chosen) => {
    return chosen === undefined ? undefined : vscode.commands.executeCommand(next.command, jobId);
  });
  return message;
}

type Reason = Omit<Cancellation, "force">;

/** Undefined when the user goes away at either question; both answers may be empty. */
async function askWhy(jobId: string): Promise<Reason | undefined> {
  const title = vscode.l10n.t("Cancel {0}", jobId);
  const reasonCode = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("Reason code, for example SUPERSEDED; may stay empty"),
    validateInput: reasonProblem,
  });
  if (reasonCode === undefined) return undefined;
  const comment = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("Comment; may stay empty"),
    validateInput: commentProblem,
  });
  if (comment === undefined) return undefined;
  return { jobId, ...(reasonCode === "" ? {} : { reasonCode }), ...(comment === "" ? {} : { comment }) };
}

interface Live {
  readonly job: Job;
  readonly account: Account;
  readonly identity: Identity;
}

async function confirm(reason: Reason, { job, account, identity }: Live): Promise<Cancellation | undefined> {
  const accountId = identity.kind === "known" ? identity.accountId : undefined;
  const running = job.jobProcessDetails?.numberOfInProgressThings ?? 0;
  const plainly = { title: vscode.l10n.t("Cancel the Job") };
  const force = { title: vscode.l10n.t("Cancel It and Stop Those in Progress") };
  // Takes the place of VS Code's own *Cancel*, which would be taken for the job's.
  const keep = { title: vscode.l10n.t("Keep the Job"), isCloseAffordance: true };
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("Cancel the job {0}?", reason.jobId),
    { modal: true, detail: cancelDetail({ job, account, accountId }) },
    plainly,
    ...(running > 0 ? [force] : []),
    keep,
  );
  return answer === undefined || answer === keep ? undefined : { ...reason, force: answer === force };
}
