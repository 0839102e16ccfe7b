import type { Word } from "./shell";
import { programOf } from "./shellRunners";
import { lineEnd, nextLine } from "./source";

/** The lines below a command that it gets as its input, up to one that holds only the delimiter. */
export interface Heredoc {
  readonly delimiter: string;
  readonly stripsTabs: boolean;
  /** Its delimiter stands without quotes. */
  readonly isExpanded: boolean;
  /** The command that reads it, all of whose words are there when its line ends, and where that starts. */
  readonly words: readonly Word[];
  readonly start: number;
}

/** Where the lines that start at `start` end, and where it goes on behind the delimiter. */
export function heredocLines(
  text: string,
  start: number,
  limit: number,
  { delimiter, stripsTabs }: Pick<Heredoc, "delimiter" | "stripsTabs">,
): { readonly end: number; readonly next: number } {
  for (let index = start; index < limit;) {
    const line = text.slice(index, Math.min(lineEnd(text, index), limit));
    const next = Math.min(nextLine(text, index), limit);
    if ((stripsTabs ? line.replace(/^\t+/, "") : line) === delimiter) return { end: index, next };
    index = next;
  }
  return { end: limit, next: limit };
}

/** What shows its input or does nothing with it. */
const showing = new Set(": cat echo less more printf read true".split(" "));

/** Text for people, or a long comment: `line` is the whole line of the command, that may hand it on to a file or a program. */
export function isOnlyShown(words: readonly Word[], line: string): boolean {
  return showing.has(programOf(words)) && !/\||>(?!&)/.test(line);
}
