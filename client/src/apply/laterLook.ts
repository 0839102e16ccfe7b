import { t } from "@vscode/l10n";
import type { Job } from "../aws/jobs";
import type { Beginning, JournalEntry, JournalResult } from "../journal/record";
import { changesOf, configurationOf } from "../liveJob/liveConfiguration";
import { appliedTo, remaining } from "./plannedUpdate";
import { wantedCancellation } from "./wanted";

/** What a job that is read later tells of a run that nobody knows the end of. */
export interface LaterLook {
  readonly result: JournalResult;
  readonly sentence: string;
}

/** In milliseconds. AWS takes no request whose signature is older than 15 minutes: by then it has arrived, or never will. */
const longestOnItsWay = 15 * 60_000;

export function laterLook({ beginning }: JournalEntry, job: Job, time: Date): LaterLook {
  const { jobId, at } = beginning;
  const isCancellation = beginning.operation === "CancelJob";
  if (isCancellation ? isCanceled(beginning, job) : isUpdated(beginning, job)) {
    const updated = t("{0}: applied. The job has all of it now.", jobId);
    return { result: "applied", sentence: isCancellation ? t("The job {0} is canceled.", jobId) : updated };
  }
  if (time.getTime() - Date.parse(at) > longestOnItsWay) {
    const notUpdated = t("{0}: not applied. The job does not have it.", jobId);
    return { result: "notApplied", sentence: isCancellation ? t("{0}: not canceled.", jobId) : notUpdated };
  }
  return {
    result: "unknown",
    sentence: t(
      "{0}: the job does not have it yet. A request may be under way for 15 minutes; look again then.",
      jobId,
    ),
  };
}

function isUpdated({ before, payload }: Beginning, job: Job): boolean {
  const changes = changesOf(payload);
  return remaining(changes, appliedTo(before, changes).lost, configurationOf(job)).length === 0;
}

function isCanceled({ jobId, payload }: Beginning, job: Job): boolean {
  return wantedCancellation({ jobId, force: payload["force"] === true }, job).unmet(job).length === 0;
}
