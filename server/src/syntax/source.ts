/**
 * Text that a parser reads, and where each of its characters stands in the document.
 *
 * A JSON value inside shell quotes inside a script is read by the same JSON reader as a file: quotes and escapes are
 * taken off before, and {@link Source.at} leads back.
 */
export interface Source {
  readonly text: string;
  /** The document offset of the character at `index`; of the end of the text for `index === text.length`. */
  readonly at: (index: number) => number;
}

/** A document, or a part of one that stands in it letter for letter from `start` on. */
export function plainSource(text: string, start = 0): Source {
  return { text, at: start === 0 ? (index) => index : (index) => start + index };
}

/** Text with quotes and escapes taken off: `offsets` has the place of each UTF-16 unit, and of the end. */
export function mappedSource(text: string, offsets: readonly number[]): Source {
  return { text, at: (index) => offsets[index] ?? offsets.at(-1) ?? 0 };
}

/** What stands in a source from `start` on. */
export function restOf({ text, at }: Source, start: number): Source {
  return { text: text.slice(start), at: (index) => at(start + index) };
}
