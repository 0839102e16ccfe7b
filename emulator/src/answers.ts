import type { Execution, Executions } from "./executions";
import type { Job } from "./job";
import { groupId, groupNames, thingArn } from "./target";

/** Epoch seconds with their fraction, as the service writes times. */
function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : Math.round(milliseconds) / 1000;
}

/** The `JobSummary` of ListJobs. */
export function summaryOf(job: Job) {
  const group = groupNames(job.targets)[0];
  return {
    jobArn: job.jobArn,
    jobId: job.jobId,
    thingGroupId: job.targetSelection === "CONTINUOUS" && group !== undefined ? groupId(group) : undefined,
    targetSelection: job.targetSelection,
    status: job.status,
    createdAt: seconds(job.createdAt),
    lastUpdatedAt: seconds(job.lastUpdatedAt),
    completedAt: seconds(job.completedAt),
    isConcurrent: false,
  };
}

/** The `Job` of DescribeJob. Three configurations that are not set come as `{}`, as in the reference's own example. */
export function detailsOf(job: Job, executions: Executions) {
  return {
    jobArn: job.jobArn,
    jobId: job.jobId,
    targetSelection: job.targetSelection,
    status: job.status,
    forceCanceled: job.forceCanceled || undefined,
    reasonCode: job.reasonCode,
    comment: job.comment,
    targets: job.targets,
    presignedUrlConfig: {},
    jobExecutionsRolloutConfig: {},
    timeoutConfig: {},
    ...job.configuration,
    createdAt: seconds(job.createdAt),
    lastUpdatedAt: seconds(job.lastUpdatedAt),
    completedAt: seconds(job.completedAt),
    jobProcessDetails: processDetails(job, executions),
    namespaceId: job.namespaceId,
    jobTemplateArn: job.jobTemplateArn,
    documentParameters: job.documentParameters,
    isConcurrent: false,
    schedulingConfig: job.scheduling.config,
  };
}

function processDetails({ status, targets }: Job, executions: Executions) {
  return {
    processingTargets: status === "IN_PROGRESS" ? targets : undefined,
    numberOfCanceledThings: executions.count("CANCELED"),
    numberOfSucceededThings: executions.count("SUCCEEDED"),
    numberOfFailedThings: executions.count("FAILED"),
    numberOfRejectedThings: executions.count("REJECTED"),
    numberOfQueuedThings: executions.count("QUEUED"),
    numberOfInProgressThings: executions.count("IN_PROGRESS"),
    numberOfRemovedThings: executions.count("REMOVED"),
    numberOfTimedOutThings: executions.count("TIMED_OUT"),
  };
}

/** The `JobExecutionSummaryForJob` of ListJobExecutionsForJob. */
export function executionSummaryOf(execution: Execution, arnPrefix: string) {
  return {
    thingArn: thingArn(arnPrefix, execution.thingName),
    jobExecutionSummary: {
      status: execution.status,
      queuedAt: seconds(execution.queuedAt),
      startedAt: seconds(execution.startedAt),
      lastUpdatedAt: seconds(execution.lastUpdatedAt),
      executionNumber: execution.executionNumber,
      retryAttempt: execution.executionNumber - 1,
    },
  };
}

/** The `JobExecution` of DescribeJobExecution at `time`. */
export function executionOf(execution: Execution, job: Job, { arnPrefix, time }: { arnPrefix: string; time: number }) {
  const { status, timesOutAt } = execution;
  return {
    jobId: job.jobId,
    status,
    forceCanceled: execution.forceCanceled || undefined,
    statusDetails: { detailsMap: statusDetails(execution) },
    thingArn: thingArn(arnPrefix, execution.thingName),
    queuedAt: seconds(execution.queuedAt),
    startedAt: seconds(execution.startedAt),
    lastUpdatedAt: seconds(execution.lastUpdatedAt),
    executionNumber: execution.executionNumber,
    versionNumber: execution.versionNumber,
    approximateSecondsBeforeTimedOut:
      status === "IN_PROGRESS" && timesOutAt !== undefined ? Math.ceil((timesOutAt - time) / 1000) : undefined,
  };
}

/** What the devices of the sample fleet tell besides their status. */
function statusDetails({ status }: Execution): Readonly<Record<string, string>> {
  if (status === "IN_PROGRESS") return { step: "downloading" };
  if (status === "FAILED") return { step: "verifying", reason: "checksum does not match" };
  if (status === "REJECTED") return { reason: "battery below 20 percent" };
  return {};
}
