import { t } from "@vscode/l10n";
import type { Job } from "../aws/jobs";
import { failureWord } from "./progress";

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

type ReadableConfiguration = Readable<Configuration>;

/** A part of a configuration that is set: in a sentence, and where it stands in a payload. */
export interface ConfigurationEntry {
  readonly text: string;
  /** Names of members, and indexes of lists from 0 on. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** A configuration in sentences; empty when nothing is set. */
export function entries(configuration: ReadableConfiguration): readonly ConfigurationEntry[] {
  return [
    ...description(configuration),
    ...rollout(configuration),
    ...abort(configuration),
    ...timeout(configuration),
    ...presignedUrls(configuration),
    ...retries(configuration),
  ];
}

/** The values inside of an entry by their names in a payload, such as `exponentialRate.incrementFactor`; none in a plain value. */
export function members({ path, value }: ConfigurationEntry): readonly ConfigurationEntry[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    within(name, { text: "", path: [...path, name], value: inner }),
  );
}

function within(name: string, entry: ConfigurationEntry): readonly ConfigurationEntry[] {
  if (entry.value === undefined || entry.value === null) return [];
  if (typeof entry.value !== "object") return [{ ...entry, text: name }];
  return members(entry).map((member) => ({ ...member, text: `${name}.${member.text}` }));
}

function description({ description: value }: ReadableConfiguration): readonly ConfigurationEntry[] {
  if (value === undefined || value === "") return [];
  return [{ text: t("Description: {0}", value), path: ["description"], value }];
}

function rollout({ jobExecutionsRolloutConfig: value }: ReadableConfiguration): readonly ConfigurationEntry[] {
  const text = rolloutWords(value);
  return text === undefined ? [] : [{ text, path: ["jobExecutionsRolloutConfig"], value }];
}

function rolloutWords(value: ReadableConfiguration["jobExecutionsRolloutConfig"]): string | undefined {
  const maximum = value?.maximumPerMinute;
  const rate = value?.exponentialRate;
  if (rate === undefined) return maximum === undefined ? undefined : t("Rollout: ≤ {0} per minute", maximum);
  const start = t("Rollout: {0} per minute, then × {1}", rate.baseRatePerMinute ?? "?", rate.incrementFactor ?? "?");
  const limit = maximum === undefined ? "" : t(", ≤ {0} per minute", maximum);
  return `${start}${stepOf(rate.rateIncreaseCriteria)}${limit}`;
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

function abort({ abortConfig }: ReadableConfiguration): readonly ConfigurationEntry[] {
  return (abortConfig?.criteriaList ?? []).map((value, index) => ({
    text: t(
      "Abort: at {0} % {1}, once {2} things have run",
      value.thresholdPercentage ?? "?",
      failureWord(value.failureType),
      value.minNumberOfExecutedThings ?? "?",
    ),
    path: ["abortConfig", "criteriaList", index],
    value,
  }));
}

function timeout({ timeoutConfig }: ReadableConfiguration): readonly ConfigurationEntry[] {
  const value = timeoutConfig?.inProgressTimeoutInMinutes;
  if (value === undefined) return [];
  const path = ["timeoutConfig", "inProgressTimeoutInMinutes"];
  return [{ text: t("Timeout: {0} in progress", duration(value)), path, value }];
}

function presignedUrls({ presignedUrlConfig: config }: ReadableConfiguration): readonly ConfigurationEntry[] {
  const { expiresInSec, roleArn } = config ?? {};
  const at = (name: string): readonly string[] => ["presignedUrlConfig", name];
  return [
    ...(expiresInSec === undefined
      ? []
      : [
          {
            text: t("Presigned URLs: expire after {0} s", expiresInSec),
            path: at("expiresInSec"),
            value: expiresInSec,
          },
        ]),
    ...(roleArn === undefined
      ? []
      : [{ text: t("Presigned URLs: role {0}", roleArn), path: at("roleArn"), value: roleArn }]),
  ];
}

function retries({ jobExecutionsRetryConfig }: ReadableConfiguration): readonly ConfigurationEntry[] {
  return (jobExecutionsRetryConfig?.criteriaList ?? []).map((value, index) => ({
    text: t("Retries: {0} when {1}", value.numberOfRetries ?? "?", failureWord(value.failureType)),
    path: ["jobExecutionsRetryConfig", "criteriaList", index],
    value,
  }));
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
