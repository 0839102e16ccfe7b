import type { Job, JobExecutionStatus, JobExecutionSummaryForJob, JobSummary } from "@aws-sdk/client-iot";
import type { UpdateJobInput } from "../../../server/src/protocol";

export type { Job, JobExecutionStatus, JobExecutionSummaryForJob, JobSummary };

/** A page of a list, and the token of the page after it, absent on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

interface Identity {
  /** Twelve digits. */
  readonly account: string;
  readonly arn: string;
}

export interface ExecutionsQuery {
  readonly jobId: string;
  readonly status: JobExecutionStatus;
}

/** AWS IoT Jobs of one account and region. Rejects with the errors of the AWS SDK: see `failureOf`. */
export interface Jobs {
  readonly list: (token: string | undefined, signal: AbortSignal) => Promise<Page<JobSummary>>;
  readonly describe: (jobId: string, signal: AbortSignal) => Promise<Job>;
  readonly executions: (
    query: ExecutionsQuery,
    token: string | undefined,
    signal: AbortSignal,
  ) => Promise<Page<JobExecutionSummaryForJob>>;
  /** Resolves to the id of the request, for the log. */
  readonly update: (input: UpdateJobInput, signal: AbortSignal) => Promise<string | undefined>;
  readonly identity: (signal: AbortSignal) => Promise<Identity>;
}
