import { t } from "@vscode/l10n";
import type { Analysis } from "../analysis";
import { globals } from "../syntax/command/optionNames";
import { type Word, readShell } from "../syntax/shell/shell";
import { shown } from "../syntax/shown";
import { contains } from "../syntax/span";
import type { Root, Span, SyntaxProblem } from "../syntax/tree";
import { hasComments } from "../syntax/yaml/tokens";

/** What stands in the text and is no part of the payload, so that a payload in another notation goes without it: a sentence each. */
export function leftOut(analysis: Analysis, root: Root): readonly string[] {
  const { text, notation } = analysis;
  switch (notation) {
    case "json":
      return [];
    case "yaml":
      return hasComments(text) ? [commentsMessage()] : [];
    case "options":
    case "script":
      return [...unknownWordsMessage(unknownWords(analysis, root)), ...leftOutOfCommand(text, root.span, notation)];
  }
}

function globalsIn(words: readonly Word[]): readonly string[] {
  const names = words.map(({ source }) => source.text.replace(/=[^]*/, ""));
  return Array.from(new Set(names.filter((name) => globals.has(name))));
}

/** Options that there are not, and words that belong to none. */
export function unknownWords({ text, tree }: Analysis, { span }: Root): readonly string[] {
  const isOfRoot = (problem: SyntaxProblem): boolean => problem.code === "unknown-option" && contains(span, problem);
  return tree.problems.filter(isOfRoot).map(({ start, end }) => shown(text.slice(start, end)));
}

function unknownWordsMessage(words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [t("Words that the AWS CLI does not know were left out: {0}.", words.join(", "))];
}

function leftOutOfCommand(text: string, span: Span, notation: "options" | "script"): readonly string[] {
  const mode = notation === "script" ? "script" : "list";
  const { commands, hasComments } = readShell(text, span, mode);
  const options = globalsIn(commands.flat()).join(", ");
  const message = t("Options of the AWS CLI itself are no part of the payload; left out: {0}.", options);
  return [...(options === "" ? [] : [message]), ...(hasComments && mode === "list" ? [commentsMessage()] : [])];
}

function commentsMessage(): string {
  return t("The comments were left out.");
}
