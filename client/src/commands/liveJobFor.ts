import * as vscode from "vscode";
import { askForAccount } from "../account/askForAccount";
import { progressStage } from "../applyInEditor/progressStage";
import type { Job, Jobs } from "../aws/jobs";
import { connect } from "../account/connect";
import type { ChangeContext } from "./changeContext";

/** The live job that a command is meant for, after asking for whatever is missing; undefined when there is none. */
export async function liveJobFor({ accounts, jobIdFor }: ChangeContext, target: unknown): Promise<Job | undefined> {
  const account = await askForAccount(accounts);
  const jobId = account && (await jobIdFor(target));
  return account === undefined || jobId === undefined ? undefined : liveJob(await connect(account), jobId);
}

/** Reads a job; whoever does not wait for a slow answer cancels it, which rejects. */
export function liveJob(jobs: Jobs, jobId: string): Promise<Job> {
  return progressStage.cancellable(vscode.l10n.t("Reading {0}", jobId), async (canceled) => {
    await jobs.authenticate(canceled);
    return jobs.describe(jobId, AbortSignal.any([canceled, AbortSignal.timeout(longest)]));
  });
}

/** In milliseconds, with the retries of the AWS SDK. */
const longest = 60_000;
