import { t } from "@vscode/l10n";
import type { Job, JobExecutionStatus, JobExecutionSummaryForJob, JobSummary } from "../aws/jobs";

/** What an item of the tree shows, in plain data: all text is shown as it is, never as Markdown. */
export interface Item {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** The id of a codicon. */
  readonly icon?: string;
  /** The id of a theme colour. */
  readonly color?: string;
  readonly contextValue: string;
}

export function jobItem(job: JobSummary, now: Date): Item {
  const jobId = job.jobId ?? "";
  const { icon, color, words } = statusLook(job.status);
  const age = job.createdAt === undefined ? undefined : ageOf(job.createdAt, now);
  return {
    id: `job/${jobId}`,
    label: jobId,
    description: [job.targetSelection, age].filter((part) => part !== undefined).join(" · "),
    tooltip: jobTooltip(job, words),
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: `job.${job.status ?? "UNKNOWN"}`,
  };
}

function jobTooltip(job: JobSummary, status: string): string {
  const times: readonly (readonly [string, Date | undefined])[] = [
    [t("Created"), job.createdAt],
    [t("Last updated"), job.lastUpdatedAt],
    [t("Completed"), job.completedAt],
  ];
  const known = times.flatMap(([name, time]) => (time === undefined ? [] : [`${name}: ${time.toISOString()}`]));
  return [job.jobId ?? "", t("Status: {0}", status), ...known].join("\n");
}

interface Look {
  readonly icon: string;
  readonly color?: string;
  readonly words: string;
}

/** The statuses of a job, and one that a later version of the service may have. */
function statusLook(status: string | undefined): Look {
  switch (status) {
    case "IN_PROGRESS":
      return { icon: "sync", color: "charts.blue", words: t("in progress") };
    case "COMPLETED":
      return { icon: "pass", color: "charts.green", words: t("completed") };
    case "CANCELED":
      return { icon: "circle-slash", words: t("cancelled") };
    case "DELETION_IN_PROGRESS":
      return { icon: "trash", words: t("being deleted") };
    case "SCHEDULED":
      return { icon: "calendar", color: "charts.yellow", words: t("scheduled") };
    case undefined:
    default:
      return { icon: "question", words: status ?? t("unknown") };
  }
}

/** The count of one execution status; statuses without executions have no item. */
export interface StatusCount {
  readonly status: JobExecutionStatus;
  readonly count: number;
}

/** Executions by status, those that want attention first. The service counts executions, retries included. */
export function statusCounts(details: Job["jobProcessDetails"]): readonly StatusCount[] {
  const counts: readonly (readonly [JobExecutionStatus, number | undefined])[] = [
    ["FAILED", details?.numberOfFailedThings],
    ["TIMED_OUT", details?.numberOfTimedOutThings],
    ["REJECTED", details?.numberOfRejectedThings],
    ["IN_PROGRESS", details?.numberOfInProgressThings],
    ["QUEUED", details?.numberOfQueuedThings],
    ["SUCCEEDED", details?.numberOfSucceededThings],
    ["CANCELED", details?.numberOfCanceledThings],
    ["REMOVED", details?.numberOfRemovedThings],
  ];
  return counts.flatMap(([status, count = 0]) => (count > 0 ? [{ status, count }] : []));
}

export function statusItem(jobId: string, { status, count }: StatusCount): Item {
  const { icon, color, words } = executionLook(status);
  return {
    id: `job/${jobId}/executions/${status}`,
    label: words,
    description: count.toLocaleString("en"),
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: "executionStatus",
  };
}

export function executionItem(
  jobId: string,
  status: JobExecutionStatus,
  { thingArn = "", jobExecutionSummary: execution }: JobExecutionSummaryForJob,
): Item {
  const { icon, color } = executionLook(status);
  const number = execution?.executionNumber;
  const updated = execution?.lastUpdatedAt;
  return {
    id: `job/${jobId}/executions/${status}/${thingArn}/${number ?? ""}`,
    label: thingArn.slice(thingArn.indexOf("/") + 1),
    ...(number === undefined ? {} : { description: t("execution {0}", number) }),
    tooltip: updated === undefined ? thingArn : `${thingArn}\n${t("Last updated")}: ${updated.toISOString()}`,
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: "execution",
  };
}

function executionLook(status: JobExecutionStatus): Look {
  switch (status) {
    case "FAILED":
      return { icon: "error", color: "charts.red", words: t("Failed") };
    case "TIMED_OUT":
      return { icon: "watch", color: "charts.red", words: t("Timed out") };
    case "REJECTED":
      return { icon: "thumbsdown", color: "charts.orange", words: t("Rejected") };
    case "IN_PROGRESS":
      return { icon: "sync", color: "charts.blue", words: t("In progress") };
    case "QUEUED":
      return { icon: "clock", words: t("Queued") };
    case "SUCCEEDED":
      return { icon: "pass", color: "charts.green", words: t("Succeeded") };
    case "CANCELED":
      return { icon: "circle-slash", words: t("Cancelled") };
    case "REMOVED":
      return { icon: "remove", words: t("Removed") };
  }
}

const minute = 60_000;

/** "now", "5 min", "3 h", "12 d": the largest unit alone. */
export function ageOf(time: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - time.getTime()) / minute);
  if (minutes < 1) return t("now");
  if (minutes < 60) return t("{0} min", minutes);
  if (minutes < 48 * 60) return t("{0} h", Math.floor(minutes / 60));
  return t("{0} d", Math.floor(minutes / 1440));
}
