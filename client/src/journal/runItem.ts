import { fileURLToPath } from "node:url";
import { t } from "@vscode/l10n";
import { changesOf } from "../liveJob/liveConfiguration";
import { plain } from "../plainText";
import { ageOf, timeWords } from "../times";
import type { Item } from "../treeItem";
import { type Beginning, type JournalEntry, type JournalResult, isUpdate, resultOf } from "./record";

/** What the view *History* shows of a run; all text is shown as it is, never as Markdown. */
export function runItem(entry: JournalEntry, now: Date): Item {
  const { id, at, jobId, region, samples, operation } = entry.beginning;
  const result = resultOf(entry);
  const { icon, color, words } = operation === "CancelJob" ? cancellationLook(result) : resultLook(result);
  const changed = isUpdate(entry) ? Object.keys(changesOf(entry.beginning.payload)).map(plain) : [];
  const place = samples === true ? t("sample jobs") : region;
  const parts = [words, ageOf(new Date(at), now), ...(changed.length > 0 ? [changed.join(", ")] : []), place];
  const description = parts.join(" · ");
  return {
    id: `run/${id}`,
    label: jobId,
    description,
    tooltip: tooltipOf(entry, words),
    spoken: `${jobId}, ${description}`,
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: `${operation === "CancelJob" ? "cancellation" : "run"}.${result}`,
  };
}

function tooltipOf({ beginning, ending }: JournalEntry, result: string): string {
  const { accountId, profile, region, endpoint, file, at, jobId } = beginning;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t("Result"), result],
    [t("Sent"), timeWords(new Date(at))],
    [t("Account"), accountId],
    [t("Profile"), profile],
    [t("Region"), region],
    [t("Endpoint"), endpoint],
    [t("File"), file && plain(pathOf(file))],
    [t("Request"), ending?.requestId],
    ...reasons(beginning),
  ];
  const lines = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [jobId, ...lines, ...(ending?.reason === undefined ? [] : ["", ending.reason])].join("\n");
}

/** The path of a file of this machine; else the URI itself. */
function pathOf(uri: string): string {
  try {
    return uri.startsWith("file:///") ? fileURLToPath(uri) : uri;
  } catch {
    return uri;
  }
}

/** A cancellation that was done, or was not, by its own words. */
function cancellationLook(result: JournalResult): Look {
  const look = resultLook(result);
  switch (result) {
    case "applied":
      return { ...look, words: t("canceled") };
    case "notApplied":
      return { ...look, words: t("not canceled") };
    case "refused":
    case "unverified":
    case "unknown":
      return { ...look, words: t("cancellation: {0}", look.words) };
  }
}

function reasons({ operation, payload }: Beginning): readonly (readonly [string, string | undefined])[] {
  if (operation !== "CancelJob") return [];
  const { reasonCode, comment, force } = payload;
  return [
    [t("Reason code"), typeof reasonCode === "string" ? plain(reasonCode) : undefined],
    [t("Comment"), typeof comment === "string" ? plain(comment) : undefined],
    [t("Executions in progress"), force === true ? t("stopped too") : t("go on")],
  ];
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
