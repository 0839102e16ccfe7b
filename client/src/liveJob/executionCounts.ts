import type { Job } from "../aws/jobs";

/** How many executions of a job there are, by how far they are; with retries there are more than things. */
export interface ExecutionCounts {
  /** Queued or in progress. */
  readonly open: number;
  /** Ended by the devices or by their time: the developer guide measures the criteria of an abort by these. */
  readonly executed: number;
  /** Canceled or removed by somebody else. */
  readonly withdrawn: number;
  /** Of the executed ones, by the failure type of a criterion. */
  readonly failures: Readonly<Record<FailureType, number>>;
}

type FailureType = "FAILED" | "REJECTED" | "TIMED_OUT" | "ALL";

/** The service leaves out what is zero. */
export function executionCounts({ jobProcessDetails: details = {} }: Job): ExecutionCounts {
  const { numberOfFailedThings: FAILED = 0, numberOfRejectedThings: REJECTED = 0 } = details;
  const { numberOfTimedOutThings: TIMED_OUT = 0, numberOfSucceededThings: succeeded = 0 } = details;
  const ALL = FAILED + REJECTED + TIMED_OUT;
  return {
    open: (details.numberOfQueuedThings ?? 0) + (details.numberOfInProgressThings ?? 0),
    executed: ALL + succeeded,
    withdrawn: (details.numberOfCanceledThings ?? 0) + (details.numberOfRemovedThings ?? 0),
    failures: { FAILED, REJECTED, TIMED_OUT, ALL },
  };
}
