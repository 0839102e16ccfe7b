import { t } from "@vscode/l10n";
import type { JournalEntry, JournalResult } from "../journal/record";
import type { JsonObject } from "../liveJob/liveConfiguration";
import { changeOf, changesIn, remaining } from "./plannedUpdate";

/** What a job that is read later tells of a run that nobody knows the end of. */
export interface LaterLook {
  readonly result: JournalResult;
  readonly sentence: string;
}

/** In milliseconds. AWS takes no request whose signature is older than 15 minutes: by then it has arrived, or never will. */
const longestOnItsWay = 15 * 60_000;

export function laterLook({ beginning }: JournalEntry, now: JsonObject, time: Date): LaterLook {
  const { jobId, before, payload, at } = beginning;
  const changes = changesIn(payload);
  const { lost } = changeOf(before, changes);
  if (remaining(changes, lost, now).length === 0) {
    return { result: "applied", sentence: t("{0}: applied. The job has all of it now.", jobId) };
  }
  if (time.getTime() - Date.parse(at) > longestOnItsWay) {
    return { result: "notApplied", sentence: t("{0}: not applied. The job does not have it.", jobId) };
  }
  return {
    result: "unknown",
    sentence: t(
      "{0}: the job does not have it yet. A request may be under way for 15 minutes; look again then.",
      jobId,
    ),
  };
}
