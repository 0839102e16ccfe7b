import { t } from "@vscode/l10n";
import type { Job, JobExecutionStatus, JobExecutionSummaryForJob, JobSummary } from "../aws/jobs";
import { plain, plainLines } from "../plainText";
import { ageOf, timeWords } from "../times";
import type { Item } from "../treeItem";
import { statusWords } from "./jobsView";
import { nearAbort, grouped, progressOf, progressWords } from "./progress";

/** `details` is what DescribeJob said, if it was asked. */
export function jobItem(job: JobSummary, details: Job | undefined, now: Date): Item {
  const jobId = job.jobId ?? "";
  const age = job.createdAt === undefined ? [] : [ageOf(job.createdAt, now)];
  const selection = job.targetSelection === "CONTINUOUS" ? [t("continuous")] : [];
  const progress = details === undefined ? undefined : progressOf(details);
  const warning = details === undefined ? undefined : nearAbort(details);
  const description = [...(progress === undefined ? [] : [progressWords(progress)]), ...selection, ...age].join(" · ");
  const status = plain(statusWords(job.status));
  // No badge of a file: VS Code would take the job for a file when it is dragged into an editor.
  const { icon, color } = warning === undefined ? statusLook(job.status) : nearAbortLook;
  return {
    id: `job/${jobId}`,
    label: plain(jobId),
    description,
    spoken: [plain(jobId), status, description, ...(warning === undefined ? [] : [warning])].join(", "),
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: `job.${job.status ?? "UNKNOWN"}`,
  };
}

const nearAbortLook: Look = { icon: "warning", color: "list.warningForeground" };

/** Times, targets and counts: what the row has no room for. */
export function jobTooltip(job: JobSummary, details: Job | undefined): string {
  const progress = details === undefined ? undefined : progressOf(details);
  const warning = details === undefined ? undefined : nearAbort(details);
  return [
    plain(job.jobId ?? ""),
    t("Status: {0}", plain(statusWords(job.status))),
    ...(job.targetSelection === undefined ? [] : [t("Target selection: {0}", plain(job.targetSelection))]),
    ...(progress === undefined
      ? []
      : [t("{0} of {1} executions have ended", grouped(progress.done), grouped(progress.total))]),
    ...(warning === undefined ? [] : [warning]),
    ...timeLines(job),
    ...targetLines(details?.targets ?? []),
    ...(details?.comment === undefined ? [] : [t("Comment: {0}", plain(details.comment))]),
    ...(details?.reasonCode === undefined ? [] : [t("Reason: {0}", plain(details.reasonCode))]),
    ...(details?.description === undefined ? [] : [plainLines(details.description)]),
  ].join("\n");
}

function timeLines(job: JobSummary): readonly string[] {
  const times: readonly (readonly [string, Date | undefined])[] = [
    [t("Created"), job.createdAt],
    [t("Last updated"), job.lastUpdatedAt],
    [t("Completed"), job.completedAt],
  ];
  return times.flatMap(([name, time]) => (time === undefined ? [] : [`${name}: ${timeWords(time)}`]));
}

const mostTargets = 5;

function targetLines(targets: readonly string[]): readonly string[] {
  const shown = targets.slice(0, mostTargets).map((target) => plain(targetName(target)));
  const rest = targets.length - shown.length;
  if (targets.length === 0) return [];
  return [t("Targets: {0}", shown.join(", ")), ...(rest > 0 ? [t("and {0} more", rest)] : [])];
}

/** `thinggroup/berlin` of an ARN; the whole of what is none. */
export function targetName(arn: string): string {
  return /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/su.exec(arn)?.[1] ?? arn;
}

interface Look {
  readonly icon: string;
  readonly color?: string;
}

/** The statuses of a job, and one that a later version of the service may have. */
export function statusLook(status: string | undefined): Look {
  switch (status) {
    case "IN_PROGRESS":
      return { icon: "sync", color: "charts.blue" };
    case "COMPLETED":
      return { icon: "pass", color: "charts.green" };
    case "CANCELED":
      return { icon: "circle-slash" };
    case "DELETION_IN_PROGRESS":
      return { icon: "trash" };
    case "SCHEDULED":
      return { icon: "calendar", color: "charts.yellow" };
    case undefined:
    default:
      return { icon: "question" };
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
    description: grouped(count),
    spoken: t("{0}: {1} executions", words, grouped(count)),
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
  const { icon, color, words } = executionLook(status);
  const executionNumber = execution?.executionNumber;
  const updated = execution?.lastUpdatedAt;
  const label = plain(thingNameOf(thingArn));
  const attempt = (executionNumber ?? 1) > 1 ? t("execution {0}", executionNumber ?? 1) : undefined;
  return {
    id: `job/${jobId}/executions/${status}/${thingArn}/${executionNumber ?? ""}`,
    label,
    ...(attempt === undefined ? {} : { description: attempt }),
    tooltip: [plain(thingArn), ...(updated === undefined ? [] : [`${t("Last updated")}: ${timeWords(updated)}`])].join(
      "\n",
    ),
    spoken: [label, words, ...(attempt === undefined ? [] : [attempt])].join(", "),
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: "execution",
  };
}

/** `gateway-1` of `arn:…:thing/gateway-1`. */
export function thingNameOf(arn: string): string {
  return arn.slice(arn.indexOf("/") + 1);
}

function executionLook(status: JobExecutionStatus): Look & { readonly words: string } {
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
      return { icon: "circle-slash", words: t("Canceled") };
    case "REMOVED":
      return { icon: "remove", words: t("Removed") };
  }
}
