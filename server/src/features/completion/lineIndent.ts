import { lineStart } from "../../syntax/source";

/** The blanks that a line starts with, up to an index of it. */
export function lineIndent(text: string, index: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, index), index))?.[0] ?? "";
}
