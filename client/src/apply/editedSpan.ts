/** A position and a range, counted from 0, as VS Code and LSP have them. */
interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Span {
  readonly start: Place;
  readonly end: Place;
}

/** A part of a text that was replaced. */
export interface Edit {
  readonly range: Span;
  readonly text: string;
}

/** Where a span is after edits of the text, whose ranges all count from before; undefined when one of them touches it. */
export function afterEdits(span: Span, edits: readonly Edit[]): Span | undefined {
  if (edits.some(({ range }) => touches(range, span))) return undefined;
  // From the end of the text to its beginning, so that no edit moves the range of one that is still to come.
  const before = edits.filter(({ range }) => isBefore(range.end, span.start)).toSorted(laterFirst);
  return before.reduce(moved, span);
}

function laterFirst(one: Edit, other: Edit): number {
  return isBefore(one.range.start, other.range.start) ? 1 : -1;
}

/** What is typed at either end belongs to the span. */
function touches(range: Span, span: Span): boolean {
  return !isBefore(range.end, span.start) && !isBefore(span.end, range.start);
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function moved(span: Span, { range, text }: Edit): Span {
  const lines = text.split(/\r\n|\r|\n/u);
  const last = lines.at(-1) ?? "";
  const move = ({ line, character }: Place): Place => {
    const shift = lines.length - 1 - (range.end.line - range.start.line);
    if (line !== range.end.line) return { line: line + shift, character };
    const from = lines.length === 1 ? range.start.character : 0;
    return { line: line + shift, character: character - range.end.character + from + last.length };
  };
  return { start: move(span.start), end: move(span.end) };
}
