import { updateJob } from "../model/updateJob";
import type { Span } from "../syntax/tree";

/** What stands around the word under the cursor, and so what must be written with a completion to keep the text JSON. */
export interface Gap {
  /** The word is in quotes, or starts with one. */
  readonly quoted: boolean;
  /** A colon follows, so that the value is there already. */
  readonly hasColon: boolean;
  /** Where a comma is missing behind what stands before. */
  readonly commaAt: number | undefined;
  readonly before: string;
  readonly after: string;
}

const wordCharacter = /[\w.+-]/;

/** The word that a completion at `offset` replaces: a string with its quotes, bare letters, or nothing. */
export function tokenAt(text: string, offset: number): Span {
  const quote = openQuote(text, offset);
  if (quote !== undefined) return { start: quote, end: stringEnd(text, offset) };
  let start = offset;
  while (start > 0 && wordCharacter.test(text.charAt(start - 1))) start--;
  return { start, end: wordEnd(text, offset) };
}

/** Where the string around `offset` opens; a string of JSON never leaves its line. */
function openQuote(text: string, offset: number): number | undefined {
  let quote: number | undefined;
  for (let index = text.lastIndexOf("\n", offset - 1) + 1; index < offset; index++) {
    if (quote !== undefined && text[index] === "\\") index++;
    else if (text[index] === '"') quote = quote === undefined ? index : undefined;
  }
  return quote;
}

const restOfString = /(?:[^"\\\n\r]|\\.)*"/y;

/** Behind the closing quote, or where the word ends when the string is never closed. */
function stringEnd(text: string, offset: number): number {
  restOfString.lastIndex = offset;
  return restOfString.test(text) ? restOfString.lastIndex : wordEnd(text, offset);
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && wordCharacter.test(text.charAt(end))) end++;
  return end;
}

export function gapAround(text: string, { start, end }: Span): Gap {
  const before = lastSolid(text, start);
  const after = firstSolid(text, end);
  const [left, right] = [text.charAt(before), text.charAt(after)];
  const opens = before < 0 || left === "{" || left === "[" || left === "," || left === ":";
  const followsKey = left === '"' && isKeyWithoutColon(text, before);
  return {
    quoted: text[start] === '"' && end > start,
    hasColon: right === ":",
    commaAt: opens || followsKey ? undefined : before + 1,
    before: followsKey ? ": " : (left === ":" || left === ",") && before === start - 1 ? " " : "",
    after: right === '"' || right === "{" || right === "[" ? "," : "",
  };
}

function lastSolid(text: string, offset: number): number {
  let index = offset - 1;
  while (index >= 0 && /\s/.test(text.charAt(index))) index--;
  return index;
}

function firstSolid(text: string, offset: number): number {
  let index = offset;
  while (index < text.length && /\s/.test(text.charAt(index))) index++;
  return index;
}

/** The string that ends at `quote` opens a member: what stands before it is `{` or a comma inside an object. */
function isKeyWithoutColon(text: string, quote: number): boolean {
  const open = text.lastIndexOf('"', quote - 1);
  const before = text.charAt(lastSolid(text, open));
  return before === "{" || (before === "," && updateJobHas(text.slice(open + 1, quote)));
}

function updateJobHas(name: string): boolean {
  return JSON.stringify(updateJob).includes(`"${name}":`);
}
