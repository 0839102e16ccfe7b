import { isPlainInShell, quote, spellIn } from "../../../syntax/shell/quote";
import type { Word } from "../../../syntax/shell/shell";
import type { Edit } from "../../edits";
import { type Piece, asText, spelled } from "../pieces";
import type { Insertion, Slot } from "../slot";
import { type Section, sectionAt } from "./shellSection";

/** The value that a word of a command hands on, with the cursor in it. */
export interface ShellValue {
  /** Quotes and escapes are taken off. */
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
  const text = marked.slice(0, cursor) + marked.slice(cursor + 1);
  const section = sectionAt(text, { start: word.start, end: word.end - 1 }, cursor);
  const { source, unknownFrom } = word;
  const mark = indexOfMark(word, cursor);
  if (section === undefined || mark < from || isInExpansion(source.text.slice(unknownFrom ?? mark, mark)))
    return undefined;
  const placeOf = (index: number): number => source.at(index + from + (index + from < mark ? 0 : 1));
  const inDocument = (offset: number): number => (offset > cursor ? offset - 1 : offset);
  const valueText = source.text.slice(from, mark) + source.text.slice(mark + 1);
  const startAt = (index: number): number => {
    if (index + from === mark) return cursor;
    const place = placeOf(index);
    const isEscaped = marked[place - 1] === "\\" && (index === 0 || placeOf(index - 1) !== place - 1);
    return inDocument(isEscaped ? place - 1 : place);
  };
  const endAt = (index: number): number => {
    if (index + from === mark) return cursor;
    return index === 0 ? startAt(0) : inDocument(placeOf(index - 1) + 1);
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

/** The index in the word of the character that stands at the cursor. */
export function indexOfMark({ source }: Word, cursor: number): number {
  for (let index = 0; index < source.text.length; index++) if (source.at(index) === cursor) return index;
  return -1;
}

/** The cursor is in a variable's name, or in a substitution that is not closed before it. */
function isInExpansion(text: string): boolean {
  return /\$\w*$|\$\{[^}]*$|\$\([^)]*$|\$'[^']*$/.test(text) || text.split("`").length % 2 === 0;
}

/** Spells what a slot of the value writes for the quotes around it, and leads its places back to the document. */
export function inShell(slot: Slot, value: ShellValue): Slot | undefined {
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
      const { pieces, edits } = slot.fill(filling);
      const placed = edits.map(({ start, end, text }): Edit => ({ start: endAt(start), end: endAt(end), text }));
      if (section.quote !== "")
        return { pieces: spelled(pieces, (text) => spellIn(section.quote, text)), edits: placed };
      if (isPlainInShell(asText(pieces) + rest)) return { pieces, edits: placed };
      if (!value.isPlain) return { pieces: spelled(pieces, (text) => spellIn("", text)), edits: placed };
      const [start, end] = [startAt(0), endAt(value.text.length)];
      return quoted({ pieces, edits: placed }, [start, start === token.start], [end, end === token.end]);
    },
  };
}

type QuotePlace = readonly [offset: number, isInPieces: boolean];

/** Puts the whole value in single quotes: at its ends, which may be those of what is inserted. */
function quoted({ pieces, edits }: Insertion, [start, opens]: QuotePlace, [end, closes]: QuotePlace): Insertion {
  const spelt = spelled(pieces, (text) => spellIn("'", text));
  return {
    pieces: [...(opens ? ["'"] : []), ...spelt, ...(closes ? ["'"] : [])],
    edits: [
      ...(opens ? [] : [{ start, end: start, text: "'" }]),
      ...edits,
      ...(closes ? [] : [{ start: end, end, text: "'" }]),
    ],
  };
}

/** The pieces as one word of a command. */
export function asShellWord(pieces: readonly Piece[]): readonly Piece[] {
  const text = asText(pieces);
  if (quote(text, "bash") === text) return pieces;
  return ["'", ...spelled(pieces, (text) => spellIn("'", text)), "'"];
}
