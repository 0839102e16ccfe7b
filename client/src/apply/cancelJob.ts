import { t } from "@vscode/l10n";
import type { Account } from "../aws/account";
import type { Cancellation, Job } from "../aws/jobs";
import { lookAgain } from "./lookAgain";
import type { Outcome } from "./outcome";
import type { Identity } from "./review";
import { cancellationOf } from "./runRecord";
import { sendRecorded } from "./sendRecorded";
import type { Surroundings } from "./surroundings";
import { wantedCancellation } from "./wanted";
import { cancellationInWords, journalWords } from "./words";

interface Canceling {
  readonly account: Account;
  readonly identity: Identity;
  readonly cancellation: Cancellation;
  /** As it was when the user decided. */
  readonly job: Job;
}

export type Canceled =
  /** What became of it, with what to do next. */
  | { readonly kind: "told"; readonly outcome: Outcome; readonly told: string }
  /** Nothing was sent: the job is no longer what the user has decided on. */
  | { readonly kind: "changed"; readonly job: Job };

/** Cancels a job as safely as it is updated: looked at again, recorded, never sent twice without a look, and told by the job. */
export function cancelJob(surroundings: Surroundings, canceling: Canceling): Promise<Canceled> {
  const { jobId } = canceling.cancellation;
  return surroundings.alone(jobId, async () => {
    const now = await lookAgain(surroundings, jobId);
    if (now.kind !== "described") return { kind: "told", outcome: now, told: cancellationInWords(jobId, now) };
    if (isAnother(now.job, canceling.job)) return { kind: "changed", job: now.job };
    return send(surroundings, { ...canceling, job: now.job });
  });
}

/** Executions begin and end all the time while a job runs, and it must be possible to stop it: only many more count. */
function isAnother(now: Job, before: Job): boolean {
  return now.status !== before.status || inProgress(now) > 2 * inProgress(before);
}

function inProgress({ jobProcessDetails }: Job): number {
  return jobProcessDetails?.numberOfInProgressThings ?? 0;
}

async function send(surroundings: Surroundings, canceling: Canceling): Promise<Canceled> {
  const { cancellation, job } = canceling;
  const { jobId } = cancellation;
  const { outcome, journalLacksEnd } = await sendRecorded(surroundings, {
    title: t("Canceling {0}", jobId),
    wanted: wantedCancellation(cancellation, job),
    beginning: (run) => cancellationOf(canceling, run),
    inWords: (sent) => cancellationInWords(jobId, sent),
  });
  return { kind: "told", outcome, told: journalWords(cancellationInWords(jobId, outcome), journalLacksEnd) };
}
