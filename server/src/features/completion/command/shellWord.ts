import { ansiEnd } from "../../../syntax/shell/ansiQuotes";
import { isPlainInShell, quote, spellIn } from "../../../syntax/shell/quote";
import type { Part, Word } from "../../../syntax/shell/shell";
import type { Span } from "../../../syntax/tree";
import type { Edit } from "../../edits";
import { withoutMark } from "../mark";
import { type Piece, asText, spelled } from "../pieces";
import type { Insertion, Slot } from "../slot";
import { type Section, sectionAt } from "../../../syntax/shell/section";

/** A text with the cursor in it that a shell hands on, with its quotes and escapes taken off: the value of an option, or a script. */
export interface ShellValue {
  readonly text: string;
  /** The cursor, as an index of {@link text}. */
  readonly cursor: number;
  readonly section: Section;
  /** The offset in the document at which the character at an index begins, or the one before it ends. */
  readonly startAt: (index: number) => number;
  readonly endAt: (index: number) => number;
  readonly hasExpansion: boolean;
  /** Quotes may be put around it as it stands: it has none, and nothing for the shell to work out. */
  readonly isPlain: boolean;
}

/** `marked` is the document with a mark at the cursor, and `word` the word of it that holds the mark; the value starts at `from`. */
export function shellValue(marked: string, cursor: number, word: Word, from: number): ShellValue | undefined {
  const text = withoutMark(marked, cursor);
  const section = sectionAt(text, { start: word.start, end: word.end - 1 }, cursor);
  return section && valueIn({ text, marked, cursor, from }, word, section);
}

/** A script that does not stand in the document letter for letter. */
export function scriptValue(marked: string, cursor: number, part: Part): ShellValue | undefined {
  const { source, word, quote = "`", isExpanded } = part;
  if (word !== undefined) return shellValue(marked, cursor, word, 0);
  const section = { quote, start: source.at(0), end: source.at(source.text.length) - 1 };
  const text = withoutMark(marked, cursor);
  return valueIn({ text, marked, cursor, from: 0 }, { source, unknownFrom: isExpanded ? 0 : undefined }, section);
}

interface Marked {
  /** The text without the mark. */
  readonly text: string;
  readonly marked: string;
  readonly cursor: number;
  readonly from: number;
}

function valueIn(
  { text, marked, cursor, from }: Marked,
  { source, unknownFrom }: Pick<Word, "source" | "unknownFrom">,
  section: Section,
): ShellValue | undefined {
  const mark = indexOfMark({ source }, cursor);
  if (mark < from || (unknownFrom !== undefined && isInExpansion(marked.slice(source.at(unknownFrom), cursor)))) {
    return undefined;
  }
  const placeOf = (index: number): number => source.at(index + from + (index + from < mark ? 0 : 1));
  const inDocument = (offset: number): number => (offset > cursor ? offset - 1 : offset);
  const valueText = source.text.slice(from, mark) + source.text.slice(mark + 1);
  const isAnsi = (place: number): boolean =>
    section.quote === "$'" && section.start <= inDocument(place) && inDocument(place) < section.end;
  const startAt = (index: number): number => {
    if (index + from === mark) return cursor;
    const place = placeOf(index);
    const isEscaped = marked[place - 1] === "\\" && !isAnsi(place) && (index === 0 || placeOf(index - 1) !== place - 1);
    return inDocument(isEscaped ? place - 1 : place);
  };
  const endAt = (index: number): number => {
    if (index + from === mark) return cursor;
    if (index === 0) return startAt(0);
    const place = placeOf(index - 1);
    return inDocument(isAnsi(place) ? ansiEnd(marked, place) : place + 1);
  };
  const written = text.slice(startAt(0), endAt(valueText.length));
  const isPlain = unknownFrom === undefined && written === valueText && !/['"\\]/.test(written);
  return {
    text: valueText,
    cursor: mark - from,
    section,
    startAt,
    endAt,
    hasExpansion: unknownFrom !== undefined,
    isPlain,
  };
}

/** The index in a text of the character that stands at the cursor. */
export function indexOfMark({ source }: Pick<Word, "source">, cursor: number): number {
  let [low, high] = [0, source.text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (source.at(middle) < cursor) low = middle + 1;
    else high = middle;
  }
  return low < source.text.length && source.at(low) === cursor ? low : -1;
}

/** The cursor is in a variable's name, or in a substitution that is not closed before it. */
function isInExpansion(written: string): boolean {
  const text = written.replace(/\\[^]/g, "");
  return /\$\w*$|\$\{[^}]*$|\$\([^)]*$/.test(text) || text.split("`").length % 2 === 0;
}

/** What is put around a text that a shell would not hand on as it is; nothing where that would be taken off twice. */
export type Around = "'" | '"' | "";

/** Spells what a slot of the value writes for what the value stands in, and leads its places back to the document. */
export function inShell(slot: Slot, value: ShellValue, around: Around): Slot | undefined {
  const { section, startAt, endAt } = value;
  const token = { start: startAt(slot.token.start), end: endAt(slot.token.end) };
  if (token.start < section.start || token.end > section.end || token.start > token.end) return undefined;
  const inner = slot.token;
  // What the shell works out later must stay.
  if (value.hasExpansion && /[$`]/.test(value.text.slice(inner.start, inner.end))) return undefined;
  const rest = value.text.slice(0, inner.start) + value.text.slice(inner.end);
  return {
    ...slot,
    token,
    quote: spellIn(section.quote, slot.quote),
    fill: (filling) => {
      const filled = slot.fill(filling);
      if (filled === undefined || (around === "" && !isPlain(filled))) return undefined;
      if (section.quote !== "" || !value.isPlain || around === "" || isPlainInShell(asText(filled.pieces) + rest)) {
        return inSection(filled, value);
      }
      return quoted(filled, value, token, /[$`]/.test(rest) ? "'" : around);
    },
  };
}

function isPlain({ pieces, edits }: Insertion): boolean {
  return isPlainInShell(asText(pieces) + edits.map(({ text }) => text).join(""));
}

/** Spelled for what stands around the cursor. */
function inSection({ pieces, edits }: Insertion, value: ShellValue): Insertion | undefined {
  // With a backslash before it, a line break would be none.
  if (value.section.quote === "" && asText(pieces).includes("\n")) return undefined;
  const placed = edits.flatMap((edit) => placedIn(value, edit) ?? []);
  if (placed.length < edits.length) return undefined;
  return { pieces: spelled(pieces, (text) => spellFor(value, text)), edits: placed };
}

/** Between braces without quotes a comma would make several words. */
function spellFor({ section, text: around }: ShellValue, text: string): string {
  const spelt = spellIn(section.quote, text);
  return section.quote === "" && around.includes("{") ? spelt.replaceAll(",", "\\,") : spelt;
}

/** Outside of that, only what needs no quotes can be written. */
function placedIn(value: ShellValue, edit: Edit): Edit | undefined {
  const { section, endAt } = value;
  const [start, end] = [endAt(edit.start), endAt(edit.end)];
  if (section.start <= start && end <= section.end) return { start, end, text: spellFor(value, edit.text) };
  return isPlainInShell(edit.text) ? { start, end, text: edit.text } : undefined;
}

/** Puts the whole value in quotes: at its ends, which may be those of what is inserted. */
function quoted({ pieces, edits }: Insertion, value: ShellValue, token: Span, around: Around): Insertion {
  const { startAt, endAt, text } = value;
  const [start, end] = [startAt(0), endAt(text.length)];
  const [opens, closes] = [start === token.start, end === token.end];
  const spelt = spelled(pieces, (text) => spellIn(around, text));
  return {
    pieces: [...(opens ? [around] : []), ...spelt, ...(closes ? [around] : [])],
    edits: [
      ...(opens ? [] : [{ start, end: start, text: around }]),
      ...edits.map((edit) => ({ start: endAt(edit.start), end: endAt(edit.end), text: spellIn(around, edit.text) })),
      ...(closes ? [] : [{ start: end, end, text: around }]),
    ],
  };
}

/** The pieces as one word of a command, if they can be one. */
export function asShellWord(pieces: readonly Piece[], around: Around): readonly Piece[] | undefined {
  const text = asText(pieces);
  if (quote(text, "bash") === text) return pieces;
  return around === "" ? undefined : [around, ...spelled(pieces, (text) => spellIn(around, text)), around];
}
