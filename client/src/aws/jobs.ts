import type {
  Job,
  JobExecution,
  JobExecutionStatus,
  JobExecutionSummaryForJob,
  JobStatus,
  JobSummary,
  Tag,
  TargetSelection,
} from "@aws-sdk/client-iot";
import type { UpdateJobInput } from "../../../server/src/protocol";

export type {
  Job,
  JobExecution,
  JobExecutionStatus,
  JobExecutionSummaryForJob,
  JobStatus,
  JobSummary,
  Tag,
  TargetSelection,
};

/** A page of a list, and the token of the page after it, absent on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Which page: from 1 to 250 items, the first without a token. */
export interface PageRequest {
  readonly size: number;
  readonly token: string | undefined;
}

interface CallerIdentity {
  /** Twelve digits. */
  readonly accountId: string;
  readonly arn: string;
}

/** What ListJobs itself can filter by. */
export interface JobsQuery {
  readonly status?: JobStatus | undefined;
  readonly targetSelection?: TargetSelection | undefined;
  readonly thingGroupName?: string | undefined;
  readonly namespaceId?: string | undefined;
}

export interface ExecutionsQuery {
  readonly jobId: string;
  readonly status: JobExecutionStatus;
}

export interface ExecutionQuery {
  readonly jobId: string;
  readonly thingName: string;
  readonly executionNumber?: number | undefined;
}

export interface Cancellation {
  readonly jobId: string;
  readonly reasonCode?: string | undefined;
  readonly comment?: string | undefined;
  /** Whether executions in progress are canceled too. */
  readonly force: boolean;
}

/** AWS IoT Jobs of one account and region. Rejects with the errors of the AWS SDK: see `failureOf`. */
export interface Jobs {
  /**
   * Gets the credentials that the other calls need, so that these have them at once: it may run a program, or ask the user for
   * a code; the signal ends both, for all that wait for them. The SDK itself looks at the signal of a call only when it has them.
   */
  readonly authenticate: (signal: AbortSignal) => Promise<void>;
  readonly list: (query: JobsQuery, page: PageRequest, signal: AbortSignal) => Promise<Page<JobSummary>>;
  readonly describe: (jobId: string, signal: AbortSignal) => Promise<Job>;
  readonly executions: (
    query: ExecutionsQuery,
    page: PageRequest,
    signal: AbortSignal,
  ) => Promise<Page<JobExecutionSummaryForJob>>;
  readonly execution: (query: ExecutionQuery, signal: AbortSignal) => Promise<JobExecution>;
  /** The job document as the devices get it; empty where the service gives none. */
  readonly document: (jobId: string, signal: AbortSignal) => Promise<string>;
  readonly tags: (jobArn: string, signal: AbortSignal) => Promise<readonly Tag[]>;
  /** Resolves to the id of the request, for the log. */
  readonly update: (input: UpdateJobInput, signal: AbortSignal) => Promise<string | undefined>;
  /** Resolves to the id of the request, for the log. */
  readonly cancel: (cancellation: Cancellation, signal: AbortSignal) => Promise<string | undefined>;
  readonly callerIdentity: (signal: AbortSignal) => Promise<CallerIdentity>;
}

/** The AWS SDK asks again where a call may still work; through `once` each call is one request, whatever becomes of it. */
export interface JobsClient extends Jobs {
  readonly once: Jobs;
}
