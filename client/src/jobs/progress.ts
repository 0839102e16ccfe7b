import { t } from "@vscode/l10n";
import type { Job } from "../aws/jobs";

type Details = NonNullable<Job["jobProcessDetails"]>;

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
export function progressOf({ jobProcessDetails: details = {} }: Job): Progress | undefined {
  const open = (details.numberOfQueuedThings ?? 0) + (details.numberOfInProgressThings ?? 0);
  const done = executed(details);
  if (open + done === 0) return undefined;
  return {
    total: open + done,
    done,
    failed: details.numberOfFailedThings ?? 0,
    timedOut: details.numberOfTimedOutThings ?? 0,
    rejected: details.numberOfRejectedThings ?? 0,
  };
}

/** `82 % · 3 failed`. Not 100 % before everything is done. */
export function progressWords({ total, done, failed, timedOut, rejected }: Progress): string {
  return [
    t("{0} %", Math.floor((done / total) * 100)),
    ...(failed > 0 ? [t("{0} failed", number(failed))] : []),
    ...(timedOut > 0 ? [t("{0} timed out", number(timedOut))] : []),
    ...(rejected > 0 ? [t("{0} rejected", number(rejected))] : []),
  ].join(" · ");
}

/** An abort criterion of a job in progress that has almost been met, as a sentence; undefined when none has. */
export function nearAbort(job: Job): string | undefined {
  if (job.status !== "IN_PROGRESS") return undefined;
  for (const criterion of job.abortConfig?.criteriaList ?? []) {
    const sentence = nearCriterion(job.jobProcessDetails ?? {}, criterion);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

type Criterion = NonNullable<NonNullable<Job["abortConfig"]>["criteriaList"]>[number];

/** From four fifths of the threshold on, once half of the executions that the criterion waits for have come to an end. */
function nearCriterion(details: Details, criterion: Criterion): string | undefined {
  const { failureType, thresholdPercentage: threshold, minNumberOfExecutedThings: minimum } = criterion;
  if (threshold === undefined || minimum === undefined) return undefined;
  const done = executed(details);
  const share = done === 0 ? 0 : (failures(details, failureType) / done) * 100;
  if (done * 2 < minimum || share < threshold * 0.8 || share === 0) return undefined;
  const shown = (Math.floor(share * 10) / 10).toString();
  return t("Close to an abort criterion: {0} % {1}, it cancels at {2} %.", shown, failureWord(failureType), threshold);
}

function executed(details: Details): number {
  return (
    (details.numberOfSucceededThings ?? 0) +
    (details.numberOfFailedThings ?? 0) +
    (details.numberOfRejectedThings ?? 0) +
    (details.numberOfTimedOutThings ?? 0) +
    (details.numberOfCanceledThings ?? 0) +
    (details.numberOfRemovedThings ?? 0)
  );
}

function failures(details: Details, failureType: string | undefined): number {
  const { numberOfFailedThings = 0, numberOfRejectedThings = 0, numberOfTimedOutThings = 0 } = details;
  switch (failureType) {
    case "FAILED":
      return numberOfFailedThings;
    case "REJECTED":
      return numberOfRejectedThings;
    case "TIMED_OUT":
      return numberOfTimedOutThings;
    case "ALL":
      return numberOfFailedThings + numberOfRejectedThings + numberOfTimedOutThings;
    case undefined:
    default:
      return 0;
  }
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
export function number(value: number): string {
  return value.toLocaleString("en");
}
