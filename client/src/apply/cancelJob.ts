import { t } from "@vscode/l10n";
import type { Account } from "../aws/account";
import type { Cancellation, Job } from "../aws/jobs";
import type { Identity } from "./review";
import { cancellationOf } from "./runRecord";
import { sendRecorded } from "./sendRecorded";
import type { Surroundings } from "./surroundings";
import { wantedCancellation } from "./wanted";
import { cancellationInWords, journalWords } from "./words";

interface Cancelling {
  readonly account: Account;
  readonly identity: Identity;
  readonly cancellation: Cancellation;
  /** As it was when the user decided. */
  readonly job: Job;
}

interface Cancelled {
  readonly isCancelled: boolean;
  /** What became of it, with what to do next. */
  readonly told: string;
}

/** Cancels a job as safely as it is updated: recorded, never sent twice without a look at the job, and told by the job. */
export async function cancelJob(surroundings: Surroundings, cancelling: Cancelling): Promise<Cancelled> {
  const { cancellation, job } = cancelling;
  const { jobId } = cancellation;
  const { outcome, journalLacksEnd } = await surroundings.alone(() =>
    sendRecorded(surroundings, {
      title: t("Cancelling {0}", jobId),
      wanted: wantedCancellation(cancellation, job),
      beginning: (run) => cancellationOf(cancelling, run),
      inWords: (sent) => cancellationInWords(jobId, sent),
    }),
  );
  const told = journalWords(cancellationInWords(jobId, outcome), journalLacksEnd);
  return { isCancelled: outcome.kind === "applied", told };
}
