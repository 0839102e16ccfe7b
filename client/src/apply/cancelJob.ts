import { t } from "@vscode/l10n";
import type { Account } from "../aws/account";
import type { Cancellation, Job } from "../aws/jobs";
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

interface Canceled {
  readonly outcome: Outcome;
  /** What became of it, with what to do next. */
  readonly told: string;
}

/** Cancels a job as safely as it is updated: recorded, never sent twice without a look at the job, and told by the job. */
export async function cancelJob(surroundings: Surroundings, canceling: Canceling): Promise<Canceled> {
  const { cancellation, job } = canceling;
  const { jobId } = cancellation;
  const { outcome, journalLacksEnd } = await surroundings.alone(() =>
    sendRecorded(surroundings, {
      title: t("Canceling {0}", jobId),
      wanted: wantedCancellation(cancellation, job),
      beginning: (run) => cancellationOf(canceling, run),
      inWords: (sent) => cancellationInWords(jobId, sent),
    }),
  );
  const told = journalWords(cancellationInWords(jobId, outcome), journalLacksEnd);
  return { outcome, told };
}
