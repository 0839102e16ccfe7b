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

/**
 * The same text in one piece. V8 keeps an edited text as what was left of it and what was put in, and goes through that for
 * each character that is read: a reader takes a third longer.
 */
function inOnePiece(text: string): string {
  const encoding = Buffer.byteLength(text) === text.length ? "latin1" : "utf16le";
  return Buffer.from(text, encoding).toString(encoding);
}

/** From here on it pays to read a text in one piece. In UTF-16 units. */
const long = 8000;

/** A document that is read for the first time is copied into one piece; after an edit too little of it is read for that to pay. */
export function readable(text: string, earlier: string | undefined): string {
  return earlier === undefined && text.length >= long ? inOnePiece(text) : text;
}

/**
 * The UTF-16 unit at an index, zero after the end. Where V8 has once seen code read after the end of a string, it reads
 * that string half as fast from then on.
 */
export function codeAt(text: string, index: number): number {
  return index < text.length ? text.charCodeAt(index) : 0;
}

/** A document, or a part of one that stands in it letter for letter from `start` on. */
export function plainSource(text: string, start = 0): Source {
  return { text, at: start === 0 ? (index) => index : (index) => start + index };
}

/** Text taken out of a source piece by piece, as quotes and escapes are taken off. */
export interface Excerpt {
  readonly length: () => number;
  /** Adds what stands between two indices of the source, in their order. */
  readonly keep: (start: number, end: number) => void;
  /** Adds a text that stands for what is between two indices. */
  readonly put: (text: string, start: number, end: number) => void;
  /** All that was kept. Where that is nothing, it stands at the index `empty` of the source. */
  readonly source: (empty: number) => Source;
}

/** From `index` of the excerpt on, each character is the one after the one before, the first of them at `from`. */
interface Run {
  readonly index: number;
  readonly from: number;
}

export function excerptOf({ text, at }: Source): Excerpt {
  const runs: Run[] = [];
  let kept = "";
  /** The index of the source after what was kept last. */
  let after = -1;

  function goOnAt(start: number): void {
    if (start !== after) runs.push({ index: kept.length, from: start });
  }

  return {
    length: () => kept.length,
    keep(start, end) {
      goOnAt(start);
      kept += text.slice(start, end);
      after = end;
    },
    put(written, start, end) {
      for (let index = 0; index < written.length; index++) runs.push({ index: kept.length + index, from: start });
      kept += written;
      runs.push({ index: kept.length, from: end });
      after = end;
    },
    source(empty) {
      const [first] = runs;
      if (first === undefined) return { text: kept, at: () => at(empty) };
      const { from } = first;
      if (runs.length === 1) return { text: kept, at: (index) => at(from + Math.min(index, kept.length)) };
      return {
        text: kept,
        at(index) {
          const run = runAt(runs, index) ?? first;
          return at(run.from + Math.min(index, kept.length) - run.index);
        },
      };
    },
  };
}

/** The last run that starts at the index or before it. */
function runAt(runs: readonly Run[], index: number): Run | undefined {
  let low = 0;
  for (let high = runs.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.index ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

/** What stands in a source from `start` on. */
export function restOf({ text, at }: Source, start: number): Source {
  return { text: text.slice(start), at: (index) => at(start + index) };
}

/** Where the line of an index starts. */
export function lineStart(text: string, index: number): number {
  return text.lastIndexOf("\n", index - 1) + 1;
}

/** Where the line of an index ends, before its line break. */
export function lineEnd(text: string, index: number): number {
  const end = text.indexOf("\n", index);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > index ? end - 1 : end;
}

/** The start of the line after that of an index. */
export function nextLine(text: string, index: number): number {
  const end = text.indexOf("\n", index);
  return end < 0 ? text.length : end + 1;
}
