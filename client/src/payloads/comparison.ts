import { t } from "@vscode/l10n";

/** How a payload stands to the live job of its id. */
export type Comparison =
  | { readonly kind: "inStep"; readonly jobId: string }
  /** The members of the payload that running it would change. */
  | { readonly kind: "differs"; readonly jobId: string; readonly members: readonly string[] }
  | { readonly kind: "noJob"; readonly jobId: string }
  /** It has errors, or parts that are known only when a command runs. */
  | { readonly kind: "unreadable" }
  /** Without an id, the file itself could not be read. */
  | { readonly kind: "failed"; readonly jobId?: string; readonly sentence: string };

/** What a file's row says of its payloads; empty before they were compared. */
export function comparisonWords(comparisons: readonly Comparison[]): string {
  const [only] = comparisons;
  if (only === undefined) return "";
  if (comparisons.length === 1) return wordsOf(only);
  const inStep = comparisons.filter(({ kind }) => kind === "inStep").length;
  return t("{0} of {1} in step", inStep, comparisons.length);
}

function wordsOf(comparison: Comparison): string {
  switch (comparison.kind) {
    case "inStep":
      return t("in step");
    case "differs":
      return t("differs: {0}", comparison.members.join(", "));
    case "noJob":
      return t("no such job");
    case "unreadable":
      return t("cannot be compared");
    case "failed":
      return t("not compared");
  }
}

/** A line for each payload, with its job. */
export function comparisonLines(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.map((comparison) => {
    switch (comparison.kind) {
      case "inStep":
        return t("{0}: in step with the live job", comparison.jobId);
      case "differs":
        return t("{0}: running it would change {1}", comparison.jobId, comparison.members.join(", "));
      case "noJob":
        return t("{0}: there is no such job in this account and region", comparison.jobId);
      case "unreadable":
        return t("It has errors, or parts that are known only when the command runs.");
      case "failed":
        return comparison.jobId === undefined ? comparison.sentence : `${comparison.jobId}: ${comparison.sentence}`;
    }
  });
}

/** More lines than these nobody reads in a notification. */
const mostTold = 5;

/** The same for a file that has no row; a notification shows no ends of lines. */
export function comparisonsInWords(comparisons: readonly Comparison[]): string {
  return comparisons.length > mostTold ? comparisonWords(comparisons) : comparisonLines(comparisons).join(" · ");
}

/** `2 errors, 1 warning`; empty for none. */
export function problemWords(errors: number, warnings: number): string {
  return [
    ...(errors > 0 ? [errors === 1 ? t("1 error") : t("{0} errors", errors)] : []),
    ...(warnings > 0 ? [warnings === 1 ? t("1 warning") : t("{0} warnings", warnings)] : []),
  ].join(", ");
}
