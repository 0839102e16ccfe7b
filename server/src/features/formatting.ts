import type { TextEdit } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { isOption } from "../syntax/command/optionPairs";
import { type Word, readShell } from "../syntax/shell/shell";
import { commandWord } from "./commandWord";
import { rangeOf } from "./ranges";

export interface FormattingOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** How the lines of one document are joined. */
interface Style {
  readonly indent: string;
  readonly newline: string;
  /** The text has backslashes at line ends, as a command for a shell needs them. */
  readonly continued: boolean;
}

/**
 * One option a line, the others than the first below the command that they belong to. Only what stands between words is
 * changed: quotes, numbers and comments stay as they are written. A text with a broken quote is left alone.
 */
export function formatting(analysis: Analysis, options: FormattingOptions): TextEdit[] {
  const { text, notation, tree, document } = analysis;
  if (notation !== "options") return [];
  const { commands, problems } = readShell(text, { start: 0, end: text.length }, "list");
  const words = commands[0] ?? [];
  // A newline after a backslash at the very end would be swallowed.
  if (words.length === 0 || text.endsWith("\\") || problems.some(({ code }) => code === "syntax")) return [];
  const name = tree.roots[0] && commandWord(tree.roots[0], text);
  const command = words.findIndex(({ start }) => start === name?.start);
  const style = styleOf(text, words, command < 0 ? "" : indentOf(options));
  const edits: TextEdit[] = [];
  for (const [index, end] of [...words.map(({ start }) => start), text.length].entries()) {
    const start = words[index - 1]?.end ?? 0;
    const newText = between(text.slice(start, end), placeOf(words, index, command), style);
    if (newText !== text.slice(start, end)) edits.push({ range: rangeOf(document, { start, end }), newText });
  }
  return edits;
}

type Place = "start" | "sameLine" | "newLine" | "end";

function placeOf(words: readonly Word[], index: number, command: number): Place {
  const word = words[index];
  if (word === undefined) return "end";
  if (index === 0) return "start";
  return index > command && isOption(word) ? "newLine" : "sameLine";
}

function indentOf({ insertSpaces, tabSize }: FormattingOptions): string {
  return insertSpaces ? " ".repeat(tabSize) : "\t";
}

function styleOf(text: string, words: readonly Word[], indent: string): Style {
  const continued = words.some(({ end }, index) => {
    const next = words[index + 1];
    return next !== undefined && /\\\r?\n/.test(withoutComments(text.slice(end, next.start)));
  });
  return { indent, newline: text.includes("\r\n") ? "\r\n" : "\n", continued };
}

function withoutComments(gap: string): string {
  return gap.replace(/#.*/g, "");
}

/** What stands between two words: comments are kept, each on a line of its own or after the word before. */
function between(gap: string, place: Place, style: Style): string {
  const { indent, newline, continued } = style;
  const [first = "", ...others] = gap.split(/\r?\n/).map((line) => line.trim());
  const after = place !== "start" && first.startsWith("#") ? ` ${first}` : "";
  const lines = linesBetween(place === "start" ? [first, ...others] : others, place, style);
  switch (place) {
    case "start":
      return lines.map((line) => line + newline).join("");
    case "end":
      return [after, ...lines].join(newline) + newline;
    case "newLine":
      return [continued && after === "" && lines.length === 0 ? " \\" : after, ...lines, indent].join(newline);
    case "sameLine":
      return after === "" && lines.length === 0 ? " " : [after, ...lines, indent + indent].join(newline);
  }
}

/** Comments, and one empty line for any number of them where that ends no command and no file. */
function linesBetween(lines: readonly string[], place: Place, { indent, continued }: Style): readonly string[] {
  const kept = lines
    .slice(0, place === "end" ? lines.length : -1)
    .filter((line) => line.startsWith("#") || (line === "" && !continued && place !== "sameLine"))
    .filter((line, index, all) => line !== "" || all[index - 1] !== "");
  const from = place === "start" && kept[0] === "" ? 1 : 0;
  const to = place === "end" && kept.at(-1) === "" ? -1 : kept.length;
  const margin = place === "start" || place === "end" ? "" : indent;
  return kept.slice(from, to).map((line) => (line === "" ? "" : margin + line));
}
