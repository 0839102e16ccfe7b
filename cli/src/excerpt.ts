import type { Range } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** A line of a document, and what to print below it so that the squiggle stands under the range. */
interface Excerpt {
  readonly line: string;
  readonly indent: string;
  readonly squiggle: string;
}

/** A longer line is cut, with so much of it left before the range. */
const maximumWidth = 120;
const context = 40;

/** The line that a range starts in; `undefined` where there is nothing to see. */
export function excerpt(document: TextDocument, { start, end }: Range): Excerpt | undefined {
  const next = { line: start.line + 1, character: 0 };
  const line = document.getText({ start: { line: start.line, character: 0 }, end: next }).replace(/[\r\n]+$/, "");
  if (line.trim() === "") return undefined;
  const from = line.length > maximumWidth ? Math.max(0, start.character - context) : 0;
  const shown = line.slice(from, from + maximumWidth);
  const before = shown.slice(0, start.character - from);
  const marked = end.line > start.line ? shown.slice(before.length) : shown.slice(before.length, end.character - from);
  return { line: shown, indent: before.replace(/[^\t]/gu, " "), squiggle: "~".repeat(Math.max(1, width(marked))) };
}

/** In characters as a person counts them, near enough. */
function width(text: string): number {
  return Array.from(text).length;
}
