import * as vscode from "vscode";
import { askForAccount } from "../account/askForAccount";
import { cancelJob as cancel } from "../apply/cancelJob";
import { isUncertain } from "../apply/outcome";
import type { Identity } from "../apply/review";
import { type Surroundings, describeJob, identify } from "../apply/surroundings";
import { typedIfProtected } from "../applyInEditor/typedIfProtected";
import type { Account } from "../aws/account";
import type { Cancellation, Job } from "../aws/jobs";
import { cancelDetail, commentProblem, reasonProblem } from "../jobs/cancellation";
import { type Step, closeButton, confirm as ask, offer, tell } from "../notify";
import { applySurroundings, movedAway } from "./applySurroundings";
import type { ChangeContext } from "./changeContext";

/** Cancels a job after asking why, and saying what becomes of its executions. Resolves to what the user was told. */
export async function cancelJob(context: ChangeContext, target: unknown): Promise<string> {
  const title = vscode.l10n.t("IoT Jobs: Cancel Job");
  const jobId = await context.jobIdFor(target, { title, isMeant: (job) => !hasEnded(job) });
  const account = jobId === undefined ? undefined : await askForAccount(context.accounts);
  if (jobId === undefined || account === undefined) return "";
  const surroundings = await applySurroundings(context, account);
  const job = await read(surroundings, jobId);
  if (job === undefined) return "";
  if (hasEnded(job)) return sayEnded(jobId);
  const reason = await askWhy(jobId);
  if (reason === undefined) return "";
  const identity = await identify(surroundings);
  if (identity === undefined) return "";
  return cancelAsShown(context, surroundings, { reason, live: { job, account, identity } });
}

interface Question {
  readonly reason: Reason;
  readonly live: Live;
}

/** What the user decides on is what is canceled: a job that is another by then is shown again. */
async function cancelAsShown(
  context: ChangeContext,
  surroundings: Surroundings,
  { reason, live }: Question,
): Promise<string> {
  const { jobId } = reason;
  if (hasEnded(live.job)) return sayEnded(jobId);
  const cancellation = await confirm(reason, live);
  if (cancellation === undefined) return "";
  const moved = await movedAway(context.accounts, live.account);
  if (moved !== undefined) {
    const why = `${vscode.l10n.t("{0}: not canceled.", jobId)} ${moved}`;
    return fail(why, { title: vscode.l10n.t("Run Again"), command: "iotJobs.cancelJob", args: [jobId] });
  }
  const canceled = await cancel(surroundings, { ...live, cancellation });
  if (canceled.kind === "changed") {
    const changed = vscode.l10n.t("{0} has changed since you were asked: look again.", jobId);
    return cancelAsShown(context, surroundings, { reason, live: { ...live, job: canceled.job, changed } });
  }
  const { outcome, told } = canceled;
  context.log.info(`CancelJob ${jobId}: ${told}`);
  context.updated(jobId);
  if (outcome.kind === "applied") return say(told);
  const lookAgain = { title: vscode.l10n.t("Look Again"), command: "iotJobs.lookAgain", args: [jobId] };
  const showLog = { title: vscode.l10n.t("Show Log"), command: "iotJobs.showLog" };
  return fail(told, isUncertain(outcome) ? lookAgain : showLog);
}

function hasEnded({ status }: Pick<Job, "status">): boolean {
  return status !== "IN_PROGRESS" && status !== "SCHEDULED";
}

function sayEnded(jobId: string): string {
  return say(vscode.l10n.t("The job {0} has come to an end: there is nothing to cancel.", jobId));
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
  tell("information", message);
  return message;
}

/** With a button that does what is to be done next. */
function fail(message: string, next: Step): string {
  void offer("error", message, [next]);
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
  /** Says so where the job is another than it was when the user was asked first. */
  readonly changed?: string;
}

/**
 * One Enter too many must not cancel a job: VS Code gives it the first button, and never the one that closes a dialog. So
 * there are two that keep the job.
 */
async function confirm(reason: Reason, { job, account, identity, changed }: Live): Promise<Cancellation | undefined> {
  const { jobId } = reason;
  const accountId = identity.kind === "known" ? identity.accountId : undefined;
  const running = job.jobProcessDetails?.numberOfInProgressThings ?? 0;
  const keep = { title: vscode.l10n.t("Keep the Job") };
  const plainly = { title: vscode.l10n.t("Cancel the Job") };
  const force = { title: vscode.l10n.t("Cancel It and Stop Those in Progress") };
  const detail = cancelDetail({ job, reason, account, accountId });
  const answer = await ask(
    "warning",
    {
      message: vscode.l10n.t("Cancel the job {0}?", jobId),
      detail: changed === undefined ? detail : `${changed}\n\n${detail}`,
    },
    [keep, plainly, ...(running > 0 ? [force] : []), closeButton()],
  );
  if (answer !== plainly && answer !== force) return undefined;
  const prompt = vscode.l10n.t("Type the id of the job, {0}, to cancel it.", jobId);
  const isMeant = await typedIfProtected({ identity, jobIds: [jobId] }, () => prompt);
  return isMeant ? { ...reason, force: answer === force } : undefined;
}
