import type { Span } from "../tree";
import { ansiEnd } from "./ansiQuotes";
import { expansionEnd } from "./expansion";
import type { Quote } from "./quote";

/** A part of a shell word in one kind of quotes; the span lies inside them. */
export interface Section extends Span {
  readonly quote: Quote;
}

/** The part of a word that holds the cursor; `undefined` where that is in what spells one character, or in an expansion. */
export function sectionAt(text: string, word: Span, cursor: number): Section | undefined {
  let start = word.start;
  for (;;) {
    const end = sectionEnd(text, "", start, word.end);
    const bare = { quote: "", start, end } as const;
    if (cursor <= end) return isWhole(text, bare, cursor) ? bare : undefined;
    const quote = openingAt(text, end);
    const inside = end + quote.length;
    const quoted = { quote, start: inside, end: sectionEnd(text, quote, inside, word.end) };
    if (cursor < inside || quote === "") return undefined;
    if (cursor <= quoted.end)
      return isWhole(text, quoted, cursor) && !hasShortEscape(text, quoted) ? quoted : undefined;
    // Where the characters that are spelled so begin and end is known in the section of the cursor alone.
    if (quote === "$'" && text.slice(quoted.start, quoted.end).includes("\\")) return undefined;
    start = quoted.end + 1;
  }
}

/** No character that is spelled with more than one stands around the cursor. */
function isWhole(text: string, { quote, start, end }: Section, cursor: number): boolean {
  let index = start;
  while (index < cursor) index = characterEnd(text, index, quote, end);
  return index === cursor;
}

const shortEscape = /\\(?:x[\dA-Fa-f]|[0-7]{1,2}|u[\dA-Fa-f]{1,3}|U[\dA-Fa-f]{1,7})(?![\dA-Fa-f])/;

/** A character by a number that would take for its own the digits put after it. */
function hasShortEscape(text: string, { quote, start, end }: Section): boolean {
  return quote === "$'" && shortEscape.test(text.slice(start, end));
}

function openingAt(text: string, index: number): "'" | '"' | "$'" | "" {
  if (text.startsWith("$'", index)) return "$'";
  const character = text[index];
  return character === "'" || character === '"' ? character : "";
}

function sectionEnd(text: string, quote: Quote, start: number, limit: number): number {
  const closing = quote.slice(-1);
  let index = start;
  while (index < limit) {
    if (quote === "" ? openingAt(text, index) !== "" : text[index] === closing) return index;
    index = characterEnd(text, index, quote, limit);
  }
  return limit;
}

/** After a character, however it is spelled, or an expansion. */
function characterEnd(text: string, index: number, quote: Quote, limit: number): number {
  const character = text[index];
  if (quote === "$'") return ansiEnd(text, index);
  if (quote === "'") return index + 1;
  if (character === "\\") return index + 2;
  if (character !== "$" && character !== "`") return index + 1;
  return Math.max(index + 1, expansionEnd(text, index, limit, quote === '"' ? "quoted" : "bare"));
}
