import { type Source, excerptOf, lineEnd, nextLine } from "../source";
import type { Span } from "../tree";
import { runsOneOf } from "./runners";
import type { Part, Word } from "./shell";

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

/** Where the lines that start at `start` end, and where it goes on after the delimiter. */
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

const takenOff = /^\t+|\\(?:\r?\n|([$`\\]))/gm;

/** The lines as the command gets them: without the backslashes that protect something of them, and the tabs that `<<-` is for. */
export function heredocPart(source: Source, { start, end }: Span, heredoc: Omit<Heredoc, "words" | "start">): Part {
  const { isExpanded, stripsTabs } = heredoc;
  const body = excerptOf(source);
  let from = start;
  for (const { 0: found, 1: kept = "", index } of source.text.slice(start, end).matchAll(takenOff)) {
    if (found.startsWith("\\") ? !isExpanded : !stripsTabs) continue;
    body.keep(from, start + index);
    from = start + index + found.length - kept.length;
  }
  if (from === start) return { source, isExpanded, start, end };
  body.keep(from, end);
  return { source: body.source(start), isExpanded, quote: isExpanded ? "`" : "<<'", start: 0, end: body.length() };
}

/** What shows its input or does nothing with it. */
const showing = new Set(
  ": awk cat done echo git grep jq less mapfile more printf read readarray sed sort tr true wc".split(" "),
);
/** Into a file, or to a program that keeps it or runs it. */
const handsOn =
  /\|\s*(?:\w+\s+)?(?:ash|bash|dash|ksh|sh|ssh|su|tee|zsh)\b|>(?!&|\s*\/dev\/(?:null|stderr|stdout|tty)\b)/;

/** Text for people, or a long comment: `line` is the whole line of the command, that may hand it on. */
export function isOnlyShown(words: readonly Word[], line: string): boolean {
  return runsOneOf(words, showing) && !handsOn.test(line);
}
