import type { Place } from "../../../model/locate";
import type { Structure } from "../../../model/shape";
import { parseShorthand } from "../../../syntax/shorthand/shorthand";
import { plainSource } from "../../../syntax/source";
import type { Span } from "../../../syntax/tree";
import type { Edit } from "../../edits";
import { placeOfMark } from "../mark";
import type { Filling, Insertion, Slot } from "../slot";
import { wantsAtName, wantsAtValue } from "../wants";
import { writeShorthand, writeShorthandMembers } from "./write";

/** A mark of characters that a name may have. */
const nameMark = ":cursor:";

/** What fits at the cursor in a shorthand value that is to be of a structure; in broken text too. */
export function shorthandSlot(text: string, cursor: number, structure: Structure): Slot | undefined {
  const token = tokenAt(text, cursor);
  const found = placeIn(text, token, structure);
  if (found === undefined) return undefined;
  const { place, edits } = found;
  const site = { text, token, edits };
  const quote = /["']/.test(text.charAt(token.start)) && token.end > token.start ? text.charAt(token.start) : "";
  if (place.onName) {
    const wants = wantsAtName(place, { token, quote }, isNamed(text.slice(token.end)) ? "given" : "missing");
    return wants && { wants, token, quote, fill: (filling) => fillMember(site, filling) };
  }
  const isGiven = place.list === undefined && hasValue(text.slice(token.end));
  const wants = isGiven ? undefined : wantsAtValue(place);
  return wants && { wants, token, quote, fill: (filling) => fillValue(site, filling) };
}

interface Found {
  readonly place: Place;
  /** A comma that is missing before. */
  readonly edits: readonly Edit[];
}

/**
 * The grammar alone does not tell whether `b` of `a=1,b` is a second value or the name of a second member: the mark is
 * tried as a name, then as a value, then both again after a comma.
 */
function placeIn(text: string, { start, end }: Span, structure: Structure): Found | undefined {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const commas = /[=,[{]\s*$|^\s*$/.test(before) ? [""] : ["", ","];
  const asName = isNamed(after) ? after : startsMember(after) ? `=,${after}` : `=${after}`;
  for (const comma of commas) {
    for (const rest of [asName, after]) {
      const tree = parseShorthand(plainSource(before + comma + nameMark + rest));
      // A name that still has no value takes no comma.
      if (comma !== "" && tree.problems[0]?.start === start) continue;
      const place = placeOfMark(tree, structure, start + comma.length + 1, nameMark);
      if (place?.onName !== (rest === asName)) continue;
      const last = before.trimEnd().length;
      return { place, edits: comma === "" ? [] : [{ start: last, end: last, text: comma }] };
    }
  }
  return undefined;
}

function isNamed(after: string): boolean {
  return /^\s*@?\s*=/.test(after);
}

/** What stands there is neither punctuation nor the name of the next member. */
function hasValue(after: string): boolean {
  return startsMember(after) && !/^\s*[\w-]+\s*@?\s*=/.test(after);
}

/** Something stands there that no comma parts from what comes before. */
function startsMember(after: string): boolean {
  return /^\s*[^\s,\]}]/.test(after);
}

interface Site {
  readonly text: string;
  readonly token: Span;
  readonly edits: readonly Edit[];
}

function fillMember({ text, token, edits }: Site, { name, value }: Filling): Insertion {
  const after = text.slice(token.end);
  if (name === undefined) return { pieces: value ? writeShorthandMembers(value) : [], edits };
  if (isNamed(after)) return { pieces: [name], edits };
  return { pieces: [`${name}=`, ...(value ? writeShorthand(value) : []), startsMember(after) ? "," : ""], edits };
}

function fillValue({ text, token, edits }: Site, { value }: Filling): Insertion {
  const comma = startsMember(text.slice(token.end)) ? "," : "";
  return { pieces: [...(value ? writeShorthand(value) : []), comma], edits };
}

const tokenCharacter = /[^\s,=@[\]{}"']/;

/** The word that a completion replaces: a quoted value, or characters that part nothing. */
function tokenAt(text: string, cursor: number): Span {
  let start = cursor;
  const quote = openQuote(text, cursor);
  if (quote !== undefined) {
    const close = text.indexOf(text.charAt(quote), cursor);
    return { start: quote, end: close < 0 ? wordEnd(text, cursor) : close + 1 };
  }
  while (start > 0 && tokenCharacter.test(text.charAt(start - 1))) start--;
  return { start, end: wordEnd(text, cursor) };
}

function wordEnd(text: string, cursor: number): number {
  let end = cursor;
  while (end < text.length && tokenCharacter.test(text.charAt(end))) end++;
  return end;
}

/** Where the quoted value around the cursor opens. */
function openQuote(text: string, cursor: number): number | undefined {
  let quote: number | undefined;
  for (let index = 0; index < cursor; index++) {
    const character = text.charAt(index);
    if (quote === undefined) {
      if (/["']/.test(character) && /[=,[{]\s*$/.test(text.slice(0, index))) quote = index;
    } else if (character === "\\") index++;
    else if (character === text[quote]) quote = undefined;
  }
  return quote;
}
