import type { UpdateJobInput } from "../../../server/src/protocol";

/** `vscode.l10n.t`, given by the caller so that this file runs without an editor. */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string;

/** A line of a job's configuration: what it is about, and what it says. */
export interface ConfigurationLine {
  readonly member: string;
  readonly label: string;
  readonly text: string;
}

type Configuration = Omit<UpdateJobInput, "jobId">;

/** A configuration, or the changes in a payload, for people to read: "≤ 50 per minute". */
export function configurationLines(configuration: Configuration, t: Translate): readonly ConfigurationLine[] {
  const { description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig } = configuration;
  const { namespaceId, jobExecutionsRetryConfig } = configuration;
  const line = (member: string, label: string, text: string | undefined): readonly ConfigurationLine[] =>
    text === undefined ? [] : [{ member, label, text }];
  return [
    ...line("description", t("Description"), description),
    ...line(
      "jobExecutionsRolloutConfig",
      t("Rollout"),
      jobExecutionsRolloutConfig && rollout(jobExecutionsRolloutConfig, t),
    ),
    ...(abortConfig?.criteriaList ?? []).flatMap((criterion) =>
      line(
        "abortConfig",
        t("Abort"),
        t(
          "when {0} % of {1} or more are {2}",
          criterion.thresholdPercentage,
          criterion.minNumberOfExecutedThings,
          criterion.failureType === "ALL" ? t("failed in any way") : criterion.failureType,
        ),
      ),
    ),
    ...line("timeoutConfig", t("Timeout"), timeout(timeoutConfig?.inProgressTimeoutInMinutes, t)),
    ...line("presignedUrlConfig", t("Presigned URLs"), presignedUrls(presignedUrlConfig, t)),
    ...(jobExecutionsRetryConfig?.criteriaList ?? []).flatMap(({ failureType, numberOfRetries }) =>
      line("jobExecutionsRetryConfig", t("Retry"), t("{0} times after {1}", numberOfRetries, failureType)),
    ),
    ...line("namespaceId", t("Namespace"), namespaceId),
  ];
}

function rollout(config: NonNullable<Configuration["jobExecutionsRolloutConfig"]>, t: Translate): string {
  const { maximumPerMinute, exponentialRate } = config;
  const limit = maximumPerMinute === undefined ? t("no limit given") : t("≤ {0} per minute", maximumPerMinute);
  if (exponentialRate === undefined) return limit;
  const { baseRatePerMinute, incrementFactor, rateIncreaseCriteria } = exponentialRate;
  const { numberOfNotifiedThings, numberOfSucceededThings } = rateIncreaseCriteria;
  const every =
    numberOfNotifiedThings === undefined
      ? t("every {0} succeeded", numberOfSucceededThings ?? "?")
      : t("every {0} notified", numberOfNotifiedThings);
  return t("{0} per minute, × {1} {2}, {3}", baseRatePerMinute, incrementFactor, every, limit);
}

function timeout(minutes: number | undefined, t: Translate): string | undefined {
  if (minutes === undefined) return undefined;
  if (minutes % 1440 === 0) return t("{0} days", minutes / 1440);
  return minutes % 60 === 0 ? t("{0} h", minutes / 60) : t("{0} min", minutes);
}

function presignedUrls(config: Configuration["presignedUrlConfig"], t: Translate): string | undefined {
  if (config === undefined) return undefined;
  const { roleArn, expiresInSec } = config;
  const expiry = expiresInSec === undefined ? [] : [t("valid for {0} s", expiresInSec)];
  return [...expiry, ...(roleArn === undefined ? [] : [roleArn])].join(", ");
}
