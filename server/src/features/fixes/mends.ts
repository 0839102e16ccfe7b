import { t } from "@vscode/l10n";
import type { Analysis } from "../../analysis";
import type { Problem } from "../../model/problem";
import { shown } from "../../syntax/shown";
import type { Mend, Root } from "../../syntax/tree";
import type { Fix } from "./fix";
import { sheetAt } from "./sheet";

/** What a reader says would make the text whole, in the quotes that it stands in. */
export function fixOfMend(analysis: Analysis, root: Root, problem: Problem, mend: Mend): Fix | undefined {
  const sheet = mend.literal ? undefined : sheetAt(analysis, root, problem.start);
  const edits = mend.literal ? [mend] : sheet?.edits([{ ...mend, ...sheet.place(mend) }]);
  const there = analysis.text.slice(mend.start, mend.end);
  const title = titleOf(there, mend.text);
  return edits && { title, edits, isSure: mend.sure === true, removes: mend.text === "", uncovers: true };
}

function titleOf(there: string, text: string): string {
  if (text === "") return t("Remove {0}", shown(there));
  if (there.startsWith("\t") && text.startsWith(" ")) return t("Write spaces instead of tabs");
  const words = shown(text.trim().replace(/\s+/g, " "));
  if (words === "") return t("Write a space here");
  return /^[ \r\n]*$/.test(there) ? t("Insert {0}", words) : t("Change to {0}", words);
}
