import { t } from "@vscode/l10n";
import { timeWords } from "../times";
import type { JournalEntry } from "./record";

/** In milliseconds. A run of another window may not have ended yet; and after this time a look at the job is certain. */
const longest = 15 * 60_000;

/** The runs that a crash or a reload cut off, newest first: they began after `told`, and nothing is written of their end. */
export function cutOff(entries: readonly JournalEntry[], told: string, now: Date): readonly JournalEntry[] {
  const until = new Date(now.getTime() - longest).toISOString();
  return entries.filter(({ beginning: { at }, ending }) => ending === undefined && at > told && at < until);
}

/** What is told of them, with what to do next. */
export function cutOffInWords(newest: JournalEntry, count: number): string {
  const { jobId, at } = newest.beginning;
  return count === 1
    ? t(
        "{0}: what was sent on {1} was cut off before it was known what became of it. Look again.",
        jobId,
        timeWords(new Date(at)),
      )
    : t("{0} runs were cut off before it was known what became of them. Look again.", count);
}
