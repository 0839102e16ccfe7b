import { t } from "@vscode/l10n";
import type { Analysis } from "../analysis";
import { globals } from "../syntax/options";
import { readShell } from "../syntax/shell";
import type { Root, Span } from "../syntax/tree";
import { hasComments } from "../syntax/yamlTokens";

/** What stands in the text and is no part of the payload, so that a payload in another notation goes without it: a sentence each. */
export function leftOut({ text, notation }: Analysis, { span }: Root): readonly string[] {
  switch (notation) {
    case "json":
      return [];
    case "yaml":
      return hasComments(text) ? [commentsMessage()] : [];
    case "options":
    case "script":
      return leftOutOfCommand(text, span, notation === "script" ? "script" : "list");
  }
}

function leftOutOfCommand(text: string, span: Span, mode: "list" | "script"): readonly string[] {
  const { commands, hasComments } = readShell(text, span, mode);
  const names = commands
    .flat()
    .map(({ source }) => source.text.replace(/=[^]*/, ""))
    .filter((name) => globals.has(name));
  const options = Array.from(new Set(names)).join(", ");
  const message = t("Options of the AWS CLI itself are no part of the payload; left out: {0}.", options);
  return [...(options === "" ? [] : [message]), ...(hasComments && mode === "list" ? [commentsMessage()] : [])];
}

function commentsMessage(): string {
  return t("The comments were left out.");
}
