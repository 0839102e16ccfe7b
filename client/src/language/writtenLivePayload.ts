import type { ConvertResult, Target } from "../../../server/src/protocol";
import type { Job } from "../aws/jobs";
import { livePayload } from "../liveJob/livePayload";
import type { PayloadLanguage } from "./languageClient";

/** What a job has now, as a payload in a notation, with what that cannot hold; undefined where nobody can write it now. */
export async function writtenLivePayload(
  language: PayloadLanguage,
  job: Job,
  to: Target,
): Promise<ConvertResult | undefined> {
  const { payload, left } = livePayload(job);
  const converted = await language.convert({ json: JSON.stringify(payload) }, to);
  return converted && { ...converted, losses: [...left, ...converted.losses] };
}
