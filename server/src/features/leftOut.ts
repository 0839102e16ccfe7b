import { t } from "@vscode/l10n";
import type { Analysis } from "../analysis";
import { globals } from "../syntax/optionNames";
import { type Word, readShell } from "../syntax/shell";
import type { Root, Span } from "../syntax/tree";
import { hasComments } from "../syntax/yamlTokens";
import { wordsOf } from "./commandWord";

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

/** Options that say where the AWS CLI sends a command. */
const addressing = ["--profile", "--region", "--endpoint-url"];

/** What a command says of the account that does not count when its payload is sent from here: a sentence, or none. */
export function otherAccount(analysis: Analysis, root: Root): readonly string[] {
  if (analysis.notation !== "options" && analysis.notation !== "script") return [];
  const options = globalsIn(wordsOf(analysis, root)).filter((name) => addressing.includes(name));
  if (options.length === 0) return [];
  return [t("{0} of the command does not count here; the account and region of this window do.", options.join(", "))];
}

function globalsIn(words: readonly Word[]): readonly string[] {
  const names = words.map(({ source }) => source.text.replace(/=[^]*/, ""));
  return Array.from(new Set(names.filter((name) => globals.has(name))));
}

function leftOutOfCommand(text: string, span: Span, mode: "list" | "script"): readonly string[] {
  const { commands, hasComments } = readShell(text, span, mode);
  const options = globalsIn(commands.flat()).join(", ");
  const message = t("Options of the AWS CLI itself are no part of the payload; left out: {0}.", options);
  return [...(options === "" ? [] : [message]), ...(hasComments && mode === "list" ? [commentsMessage()] : [])];
}

function commentsMessage(): string {
  return t("The comments were left out.");
}
