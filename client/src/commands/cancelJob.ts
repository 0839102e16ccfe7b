import * as vscode from "vscode";
import type { Accounts } from "../account";
import type { Account } from "../aws/account";
import { failureOf } from "../aws/failure";
import type { Cancellation, Job, Jobs } from "../aws/jobs";
import { connect } from "../aws/load";
import { jobFor } from "../jobs/chooseJob";
import { cancelDetail, commentProblem, reasonProblem } from "../jobs/cancellation";
import type { JobsTree } from "../jobs/jobsTree";
import { askForAccount } from "./askForAccount";

interface Cancelling {
  readonly tree: JobsTree;
  readonly accounts: Accounts;
  readonly log: vscode.LogOutputChannel;
}

/** Cancels a job after asking why, and saying what becomes of its executions. */
export async function cancelJob({ tree, accounts, log }: Cancelling, argument: unknown): Promise<void> {
  const chosen = await jobFor(tree, argument);
  const account = chosen?.jobId === undefined ? undefined : await askForAccount(accounts);
  if (chosen?.jobId === undefined || account === undefined) return;
  const jobs = await connect(account);
  const job = await jobs.describe(chosen.jobId, AbortSignal.timeout(30_000));
  if (job.status !== "IN_PROGRESS" && job.status !== "SCHEDULED") {
    const message = vscode.l10n.t("The job {0} has come to an end: there is nothing to cancel.", chosen.jobId);
    await vscode.window.showInformationMessage(message);
    return;
  }
  const cancellation = await askWhy(chosen.jobId);
  const confirmed = cancellation && (await confirm(cancellation, { job, account, jobs }));
  if (confirmed !== undefined) await send(confirmed, { jobs, log, tree });
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
  readonly jobs: Jobs;
}

async function confirm(reason: Reason, { job, account, jobs }: Live): Promise<Cancellation | undefined> {
  const accountId = await jobs.identity(AbortSignal.timeout(10_000)).then(
    ({ account: id }) => id,
    () => undefined,
  );
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

interface Sending {
  readonly jobs: Jobs;
  readonly log: vscode.LogOutputChannel;
  readonly tree: JobsTree;
}

/** A lost answer is not a failure: the job is looked at. */
async function send(cancellation: Cancellation, { jobs, log, tree }: Sending): Promise<void> {
  const { jobId } = cancellation;
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Cancelling {0}", jobId) };
  await vscode.window.withProgress(options, async () => {
    try {
      const requestId = await jobs.cancel(cancellation, AbortSignal.timeout(60_000));
      log.info(`CancelJob ${jobId}: done (request ${requestId ?? "without id"})`);
    } catch (error) {
      if (failureOf(error).kind !== "offline" || !(await isCancelled(jobs, jobId))) throw error;
    } finally {
      tree.refreshJob(jobId);
    }
  });
  void vscode.window.showInformationMessage(vscode.l10n.t("The job {0} is cancelled.", jobId));
}

async function isCancelled(jobs: Jobs, jobId: string): Promise<boolean> {
  return (await jobs.describe(jobId, AbortSignal.timeout(30_000))).status === "CANCELED";
}
