import { t } from "@vscode/l10n";
import type { Job } from "../aws/jobs";
import { type ExecutionCounts, executionCounts } from "../liveJob/executionCounts";

/** How far a job is. The service counts executions, retries included. */
export interface Progress {
  readonly total: number;
  /** Executions that have come to an end, in whatever way. */
  readonly done: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly rejected: number;
}

/** Undefined as long as there are no executions. */
export function progressOf(job: Job): Progress | undefined {
  const { open, executed, withdrawn, failures } = executionCounts(job);
  const done = executed + withdrawn;
  if (open + done === 0) return undefined;
  const { FAILED: failed, TIMED_OUT: timedOut, REJECTED: rejected } = failures;
  return { total: open + done, done, failed, timedOut, rejected };
}

/** `82 % · 3 failed`. Not 100 % before everything is done. */
export function progressWords({ total, done, failed, timedOut, rejected }: Progress): string {
  return [
    t("{0} %", Math.floor((done / total) * 100)),
    ...(failed > 0 ? [t("{0} failed", grouped(failed))] : []),
    ...(timedOut > 0 ? [t("{0} timed out", grouped(timedOut))] : []),
    ...(rejected > 0 ? [t("{0} rejected", grouped(rejected))] : []),
  ].join(" · ");
}

/** An abort criterion of a job in progress that has almost been met, as a sentence; undefined when none has. */
export function nearAbort(job: Job): string | undefined {
  if (job.status !== "IN_PROGRESS") return undefined;
  for (const criterion of job.abortConfig?.criteriaList ?? []) {
    const sentence = nearCriterion(executionCounts(job), criterion);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

type Criterion = NonNullable<NonNullable<Job["abortConfig"]>["criteriaList"]>[number];

/** From four fifths of the threshold on, once half of the executions that the criterion waits for have ended. */
function nearCriterion({ executed, failures }: ExecutionCounts, criterion: Criterion): string | undefined {
  const { failureType, thresholdPercentage: threshold, minNumberOfExecutedThings: minimum } = criterion;
  if (failureType === undefined || threshold === undefined || minimum === undefined) return undefined;
  const share = executed === 0 ? 0 : (failures[failureType] / executed) * 100;
  // A failure type of a later version of the service has no count: NaN is close to nothing.
  const isClose = executed * 2 >= minimum && share > 0 && share >= threshold * 0.8;
  if (!isClose) return undefined;
  const shown = (Math.floor(share * 10) / 10).toString();
  return t("Close to an abort criterion: {0} % {1}, it cancels at {2} %.", shown, failureWord(failureType), threshold);
}

/** A failure type of a criterion in words; one of a later version of the service as it is. */
export function failureWord(failureType: string | undefined): string {
  switch (failureType) {
    case "FAILED":
      return t("failed");
    case "REJECTED":
      return t("rejected");
    case "TIMED_OUT":
      return t("timed out");
    case "ALL":
      return t("failed, rejected or timed out");
    case undefined:
    default:
      return failureType ?? "?";
  }
}

/** `1,240` */
export function grouped(value: number): string {
  return value.toLocaleString("en");
}
