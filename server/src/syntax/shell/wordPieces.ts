import { type Source, excerptOf } from "../source";
import { keepAnsi } from "./ansiQuotes";
import type { Word } from "./shell";

/** A word of a shell while it is put together, piece by piece; all indices are those of the source that it is read from. */
export interface WordPieces {
  readonly restart: () => void;
  /** What the shell may still expand. */
  readonly bare: (start: number, end: number) => void;
  readonly quoted: (start: number, end: number) => void;
  /** What stands in `$'…'`. */
  readonly ansi: (start: number, end: number) => void;
  /** A variable, a substitution, or a pattern. */
  readonly unknown: (start: number, end: number) => void;
  readonly isEmpty: () => boolean;
  /** The shell makes other words of it: bash and zsh of `{a,b}` and `{1..3}`, every shell of `[ab]`. */
  readonly isExpanded: () => boolean;
  /** What was put together of what stands between two indices. */
  readonly word: (start: number, end: number) => Word;
}

export function wordPieces(source: Source): WordPieces {
  const { text, at } = source;
  let cooked = excerptOf(source);
  /** The word as the shell's own expansions see it: what is quoted cannot be expanded, and is one NUL. */
  let unquoted = "";
  let unknownFrom: number | undefined;

  function quoted(start: number, end: number): void {
    if (end <= start) return;
    unquoted += "\0";
    cooked.keep(start, end);
  }

  return {
    restart() {
      cooked = excerptOf(source);
      unquoted = "";
      unknownFrom = undefined;
    },
    bare(start, end) {
      unquoted += text.slice(start, end);
      cooked.keep(start, end);
    },
    quoted,
    ansi(start, end) {
      unquoted += "\0";
      const unknown = keepAnsi(cooked, text, start, end);
      unknownFrom ??= unknown;
    },
    unknown(start, end) {
      unknownFrom ??= cooked.length();
      quoted(start, end);
    },
    isEmpty: () => cooked.length() === 0,
    isExpanded() {
      const brace = unquoted.indexOf("{");
      const inBraces = brace < 0 ? "" : unquoted.slice(brace, unquoted.lastIndexOf("}") + 1);
      const bracket = unquoted.indexOf("[");
      return /,|\.\./.test(inBraces) || (bracket >= 0 && unquoted.lastIndexOf("]") > bracket + 1);
    },
    // A word of nothing is two quotes, and stands between them.
    word: (start, end) => ({ source: cooked.source(start + 1), unknownFrom, start: at(start), end: at(end) }),
  };
}
