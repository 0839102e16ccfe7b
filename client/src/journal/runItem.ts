import { t } from "@vscode/l10n";
import { type Item, ageOf } from "../jobs/jobItem";
import { type JournalEntry, type JournalResult, resultOf } from "./record";

/** What the view *History* shows of a run; all text is shown as it is, never as Markdown. */
export function runItem(entry: JournalEntry, now: Date): Item {
  const { id, at, jobId, region, samples } = entry.beginning;
  const result = resultOf(entry);
  const { icon, color, words } = resultLook(result);
  const parts = [words, ageOf(new Date(at), now), samples === true ? t("sample jobs") : region];
  return {
    id: `run/${id}`,
    label: jobId,
    description: parts.join(" · "),
    tooltip: tooltipOf(entry, words),
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: `run.${result}`,
  };
}

function tooltipOf({ beginning, ending }: JournalEntry, result: string): string {
  const { accountId, profile, region, endpoint, file, at, jobId } = beginning;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t("Result"), result],
    [t("Sent"), at],
    [t("Account"), accountId],
    [t("Profile"), profile],
    [t("Region"), region],
    [t("Endpoint"), endpoint],
    [t("File"), file],
    [t("Request"), ending?.requestId],
  ];
  const lines = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [jobId, ...lines, ...(ending?.reason === undefined ? [] : ["", ending.reason])].join("\n");
}

interface Look {
  readonly icon: string;
  readonly color?: string;
  readonly words: string;
}

function resultLook(result: JournalResult): Look {
  switch (result) {
    case "applied":
      return { icon: "pass", color: "charts.green", words: t("applied") };
    case "notApplied":
      return { icon: "circle-slash", color: "charts.red", words: t("not applied") };
    case "refused":
      return { icon: "error", color: "charts.red", words: t("refused") };
    case "unverified":
      return { icon: "question", color: "charts.yellow", words: t("accepted, not seen") };
    case "unknown":
      return { icon: "question", color: "charts.yellow", words: t("unknown") };
  }
}
