import { lineEnd, lineStart, nextLine } from "../source";
import type { Mend, Span } from "../tree";

/** The line of an index and those after it that stand as deep or deeper, up to the next item. */
export function linesAsDeep(text: string, index: number): Span {
  const start = lineStart(text, index);
  const depth = depthOf(text, start);
  let end = lineEnd(text, start);
  for (let line = nextLine(text, start); line < text.length; line = nextLine(text, line)) {
    if (isBlank(text, line)) continue;
    if (depthOf(text, line) < depth || (depthOf(text, line) === depth && isItem(text, line))) break;
    end = lineEnd(text, line);
  }
  return { start, end };
}

/** Members that stand as deep as the dash of the item before them, under its first member. */
export function underItem(text: string, { start, end }: Span): readonly Mend[] {
  const depth = depthOf(text, start);
  let line = start;
  do line = lineStart(text, line - 1);
  while (line > 0 && (isBlank(text, line) || depthOf(text, line) > depth));
  if (depthOf(text, line) !== depth || !isItem(text, line)) return [];
  const [dash = ""] = /^- +/.exec(text.slice(line + depth, lineEnd(text, line))) ?? [];
  const deeper = text.slice(start, end).replace(/^(?=.*\S)/gm, " ".repeat(dash.length));
  return dash === "" ? [] : [{ start, end, text: deeper }];
}

function depthOf(text: string, line: number): number {
  let index = line;
  while (text[index] === " ") index++;
  return index - line;
}

function isBlank(text: string, line: number): boolean {
  return text.slice(line, lineEnd(text, line)).trim() === "";
}

function isItem(text: string, line: number): boolean {
  return /^ *-(?:\s|$)/.test(text.slice(line, lineEnd(text, line)));
}
