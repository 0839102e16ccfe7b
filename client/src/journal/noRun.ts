import { t } from "@vscode/l10n";
import type { JournalEntry } from "./record";

/** Why there is no run to choose: `noneMeant` is what to say when there are some, but none that the command is for. */
export function noRunInWords(entries: readonly JournalEntry[], jobId: string | undefined, noneMeant: string): string {
  if (entries.length === 0) return t("Nothing was sent from this machine yet.");
  if (jobId === undefined || entries.some(({ beginning }) => beginning.jobId === jobId)) return noneMeant;
  return t("No update of {0} was sent from this machine.", jobId);
}
