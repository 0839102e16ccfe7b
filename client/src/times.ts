import { t } from "@vscode/l10n";

/** The service sends times that the clock does not have, too: those are said to be unknown. */
export function timeWords(time: Date): string {
  return Number.isNaN(time.getTime()) ? t("unknown") : time.toISOString().replace(/^(.+)T(.+)\.\d+Z$/u, "$1 $2 UTC");
}

const minute = 60_000;

/** "now", "5 min", "3 h", "12 d": the largest unit alone. */
export function ageOf(time: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - time.getTime()) / minute);
  if (Number.isNaN(minutes)) return t("unknown");
  if (minutes < 1) return t("now");
  if (minutes < 60) return t("{0} min", minutes);
  if (minutes < 48 * 60) return t("{0} h", Math.floor(minutes / 60));
  return t("{0} d", Math.floor(minutes / 1440));
}
