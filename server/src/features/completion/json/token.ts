import { lineStart } from "../../../syntax/source";
import type { Span } from "../../../syntax/tree";

const wordCharacter = /[\w.+-]/;

/** The word of JSON that a completion at `offset` replaces: a string with its quotes, bare letters, or nothing. */
export function jsonTokenAt(text: string, offset: number): Span {
  const string = stringAt(text, offset);
  if (string !== undefined) return string;
  let start = offset;
  while (start > 0 && wordCharacter.test(text.charAt(start - 1))) start--;
  const end = wordEnd(text, offset);
  if (end === offset || !/^"\s*[,:}\]]/.test(text.slice(end, end + 80))) return { start, end };
  // In a line with a quote too few, both are there and none of them is known for what it is.
  return { start: text[start - 1] === '"' ? start - 1 : start, end: end + 1 };
}

const whole = /"(?:[^"\\\n\r]|\\.){0,4000000}"/y;
/** What may follow a string. A quote with anything else after it opens the next string instead of closing this one. */
const follows = /\s*(?:[-\d,:}\]{["]|$)/y;

/** The string that `offset` stands in, or right after; a string of JSON never leaves its line. */
function stringAt(text: string, offset: number): Span | undefined {
  const first = text.indexOf('"', lineStart(text, offset));
  let start = first;
  while (start >= 0 && start < offset) {
    whole.lastIndex = start;
    const end = whole.test(text) ? whole.lastIndex : Number.POSITIVE_INFINITY;
    follows.lastIndex = end;
    if (end > offset && !follows.test(text)) {
      return start > first && isClosing(text, start) ? undefined : { start, end: wordEnd(text, offset) };
    }
    if (end >= offset) return { start, end };
    start = text.indexOf('"', end);
  }
  return undefined;
}

/** A quote of a line in which one is missing closes a string, if what stands after it can be in none. */
function isClosing(text: string, quote: number): boolean {
  return /^\s*[:}\]]/.test(text.slice(quote + 1, quote + 81));
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && wordCharacter.test(text.charAt(end))) end++;
  return end;
}
