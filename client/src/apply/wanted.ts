import type { Cancellation, Job, Jobs } from "../aws/jobs";
import { type Difference, unmet } from "../liveJob/difference";
import { changesOf, configurationOf } from "../liveJob/liveConfiguration";
import { type PlannedUpdate, remaining } from "./plannedUpdate";

/** What a request is to bring about, and how the job shows it. */
export interface Wanted {
  readonly jobId: string;
  /** The job without it. */
  readonly before: Job;
  /** Resolves to the id of the request. */
  readonly send: (jobs: Jobs, signal: AbortSignal) => Promise<string | undefined>;
  /** What of it a job does not show. */
  readonly unmet: (job: Job) => readonly Difference[];
}

export function wantedUpdate({ payload, job, lost }: PlannedUpdate): Wanted {
  const changes = changesOf(payload);
  return {
    jobId: payload.jobId,
    before: job,
    send: (jobs, signal) => jobs.update(payload, signal),
    unmet: (found) => remaining(changes, lost, configurationOf(found)),
  };
}

export function wantedCancellation(cancellation: Cancellation, job: Job): Wanted {
  const wanted = { status: "CANCELED", ...(cancellation.force && { forceCanceled: true }) };
  return {
    jobId: cancellation.jobId,
    before: job,
    send: (jobs, signal) => jobs.cancel(cancellation, signal),
    unmet: ({ status = "", forceCanceled = false }) => unmet(wanted, { status, forceCanceled }),
  };
}
