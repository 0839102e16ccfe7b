import type { Translate } from "./configuration";
import type { JobSummary } from "../aws/jobs";

/** A codicon and the theme colour that it has. */
export interface Icon {
  readonly id: string;
  readonly color?: string;
}

const icons: Readonly<Record<string, Icon>> = {
  IN_PROGRESS: { id: "sync", color: "charts.blue" },
  COMPLETED: { id: "pass", color: "testing.iconPassed" },
  SUCCEEDED: { id: "pass", color: "testing.iconPassed" },
  SCHEDULED: { id: "calendar" },
  QUEUED: { id: "circle-outline" },
  CANCELED: { id: "circle-slash", color: "disabledForeground" },
  REMOVED: { id: "circle-slash", color: "disabledForeground" },
  DELETION_IN_PROGRESS: { id: "trash", color: "disabledForeground" },
  FAILED: { id: "error", color: "testing.iconFailed" },
  REJECTED: { id: "error", color: "testing.iconFailed" },
  TIMED_OUT: { id: "watch", color: "testing.iconFailed" },
};

/** The icon of a job's or an execution's status. */
export function statusIcon(status: string): Icon {
  return (Object.hasOwn(icons, status) ? icons[status] : undefined) ?? { id: "question" };
}

/** `IN_PROGRESS` → `In progress`. */
export function statusLabel(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Behind the job's id: "SNAPSHOT · 3 d". */
export function jobDescription(job: JobSummary, now: number, t: Translate): string {
  return [job.targetSelection, age(now - job.createdAt, t)].filter((part) => part !== "").join(" · ");
}

const steps = [
  [86_400_000, "{0} d"],
  [3_600_000, "{0} h"],
  [60_000, "{0} min"],
] as const;

/** How long ago, in the largest unit that fits: "3 d". */
export function age(milliseconds: number, t: Translate): string {
  const step = steps.find(([size]) => milliseconds >= size);
  return step === undefined ? t("just now") : t(step[1], Math.floor(milliseconds / step[0]));
}

/**
 * Foreign text made safe to show on one line: characters that show nothing, turn the writing direction or end the line
 * become blanks.
 */
export function plainLine(text: string): string {
  const line = text.replace(/[\p{C}\u2028\u2029]/gu, " ");
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
