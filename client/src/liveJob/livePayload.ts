import { t } from "@vscode/l10n";
import type { ConvertResult, Target } from "../../../server/src/protocol";
import type { Job } from "../aws/jobs";
import type { PayloadLanguage } from "../language/languageClient";
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

/** The same written in a notation, with what that cannot hold; undefined where nobody can write it now. */
export async function writtenLivePayload(
  language: PayloadLanguage,
  job: Job,
  to: Target,
): Promise<ConvertResult | undefined> {
  const { payload, left } = livePayload(job);
  const converted = await language.convert({ json: JSON.stringify(payload) }, to);
  return converted && { ...converted, losses: [...left, ...converted.losses] };
}

/** Whether a `jobExecutionsRetryConfig` is one that only CreateJob can set. */
export function hasRetries(config: Json | undefined): boolean {
  const list = isObject(config) ? config["criteriaList"] : undefined;
  return isList(list) && list.some((criterion) => isObject(criterion) && criterion["numberOfRetries"] !== 0);
}
