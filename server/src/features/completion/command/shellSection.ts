import type { Quote } from "../../../syntax/shell/quote";
import type { Span } from "../../../syntax/tree";

/** A part of a shell word in one kind of quotes; the span lies inside them. */
export interface Section extends Span {
  readonly quote: Quote;
}

/**
 * The part of a word that holds the cursor; `undefined` where a backslash before the cursor waits for its character, and
 * behind a `$'`, where more than quotes is spelled differently.
 */
export function sectionAt(text: string, word: Span, cursor: number): Section | undefined {
  if (text.slice(word.start, cursor).includes("$'")) return undefined;
  let quote: Section["quote"] = "";
  let start = word.start;
  let index = start;
  for (; index < cursor; index++) {
    const character = text.charAt(index);
    if (character === "\\" && quote !== "'") index++;
    else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      start = index + 1;
    } else if (character === quote) {
      quote = "";
      start = index + 1;
    }
  }
  return index > cursor ? undefined : { quote, start, end: sectionEnd(text, quote, cursor, word.end) };
}

function sectionEnd(text: string, quote: Section["quote"], cursor: number, limit: number): number {
  for (let index = cursor; index < limit; index++) {
    const character = text.charAt(index);
    if (character === "\\" && quote !== "'") index++;
    else if (character === quote || (quote === "" && (character === "'" || character === '"'))) return index;
  }
  return limit;
}
