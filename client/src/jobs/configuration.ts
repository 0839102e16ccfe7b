import { t } from "@vscode/l10n";
import type { Job } from "../aws/jobs";

/** The configuration of a live job, or a payload: the members that UpdateJob can change. */
type Configuration = Pick<
  Job,
  | "description"
  | "presignedUrlConfig"
  | "jobExecutionsRolloutConfig"
  | "abortConfig"
  | "timeoutConfig"
  | "jobExecutionsRetryConfig"
>;

/** As `Configuration`, with lists that may be read only: a payload fits as well as a live job. */
type Readable<T> = T extends readonly (infer I)[]
  ? readonly Readable<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Readable<T[K]> }
    : T;

export type ReadableConfiguration = Readable<Configuration>;

/** A configuration in sentences, a line each; empty when nothing is set. */
export function lines(configuration: ReadableConfiguration): readonly string[] {
  return [
    ...descriptionLines(configuration),
    ...rolloutLines(configuration),
    ...abortLines(configuration),
    ...timeoutLines(configuration),
    ...presignedUrlLines(configuration),
    ...retryLines(configuration),
  ];
}

function descriptionLines({ description }: ReadableConfiguration): readonly string[] {
  return description === undefined || description === "" ? [] : [t("Description: {0}", description)];
}

function rolloutLines({ jobExecutionsRolloutConfig: rollout }: ReadableConfiguration): readonly string[] {
  const maximum = rollout?.maximumPerMinute;
  const rate = rollout?.exponentialRate;
  if (rate === undefined) return maximum === undefined ? [] : [t("Rollout: ≤ {0} per minute", maximum)];
  const start = t("Rollout: {0} per minute, then × {1}", rate.baseRatePerMinute ?? "?", rate.incrementFactor ?? "?");
  const limit = maximum === undefined ? "" : t(", ≤ {0} per minute", maximum);
  return [`${start}${stepOf(rate.rateIncreaseCriteria)}${limit}`];
}

function stepOf(
  criteria:
    | { readonly numberOfNotifiedThings?: number | undefined; readonly numberOfSucceededThings?: number | undefined }
    | undefined,
): string {
  if (criteria?.numberOfNotifiedThings !== undefined) return t(" every {0} notified", criteria.numberOfNotifiedThings);
  if (criteria?.numberOfSucceededThings !== undefined)
    return t(" every {0} succeeded", criteria.numberOfSucceededThings);
  return "";
}

function abortLines({ abortConfig }: ReadableConfiguration): readonly string[] {
  return (abortConfig?.criteriaList ?? []).map(({ failureType, thresholdPercentage, minNumberOfExecutedThings }) =>
    t(
      "Abort: at {0} % {1}, once {2} things have run",
      thresholdPercentage ?? "?",
      failureWord(failureType),
      minNumberOfExecutedThings ?? "?",
    ),
  );
}

function timeoutLines({ timeoutConfig }: ReadableConfiguration): readonly string[] {
  const minutes = timeoutConfig?.inProgressTimeoutInMinutes;
  return minutes === undefined ? [] : [t("Timeout: {0} in progress", duration(minutes))];
}

function presignedUrlLines({ presignedUrlConfig: config }: ReadableConfiguration): readonly string[] {
  return [
    ...(config?.expiresInSec === undefined ? [] : [t("Presigned URLs: expire after {0} s", config.expiresInSec)]),
    ...(config?.roleArn === undefined ? [] : [t("Presigned URLs: role {0}", config.roleArn)]),
  ];
}

function retryLines({ jobExecutionsRetryConfig }: ReadableConfiguration): readonly string[] {
  return (jobExecutionsRetryConfig?.criteriaList ?? []).map(({ failureType, numberOfRetries }) =>
    t("Retries: {0} when {1}", numberOfRetries ?? "?", failureWord(failureType)),
  );
}

function failureWord(failureType: string | undefined): string {
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

/** 90 → "1 h 30 min" */
function duration(minutes: number): string {
  const units: readonly (readonly [number, string])[] = [
    [Math.floor(minutes / 1440), t("d")],
    [Math.floor((minutes % 1440) / 60), t("h")],
    [minutes % 60, t("min")],
  ];
  return units
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}
