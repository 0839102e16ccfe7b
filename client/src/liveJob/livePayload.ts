import { t } from "@vscode/l10n";
import type { Job } from "../aws/jobs";
import { type Json, type JsonObject, asPayload, configurationOf, isList, isObject } from "./liveConfiguration";

/** What a job has now as a payload that UpdateJob takes; `left` says what it would refuse and is left out, a sentence each. */
export interface LivePayload {
  readonly payload: JsonObject;
  readonly left: readonly string[];
}

export function livePayload(job: Job): LivePayload {
  const { jobExecutionsRetryConfig, ...others } = configurationOf(job);
  if (!hasRetries(jobExecutionsRetryConfig)) return { payload: asPayload(job, configurationOf(job)), left: [] };
  const left = t("{0} is left out: UpdateJob can only set numberOfRetries to 0.", "jobExecutionsRetryConfig");
  return { payload: asPayload(job, others), left: [left] };
}

/** Whether a `jobExecutionsRetryConfig` is one that only CreateJob can set. */
export function hasRetries(config: Json | undefined): boolean {
  const list = isObject(config) ? config["criteriaList"] : undefined;
  return isList(list) && list.some((criterion) => isObject(criterion) && criterion["numberOfRetries"] !== 0);
}
