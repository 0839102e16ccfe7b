/** A position and a range, counted from 0, as VS Code and LSP have them. */
interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A part of a text that was replaced. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** Where a span is after edits of the text, whose ranges all count from before; undefined when one of them touches it. */
export function afterEdits(span: Range, edits: readonly TextChange[]): Range | undefined {
  if (edits.some(({ range }) => touches(range, span))) return undefined;
  // From the end of the text to its beginning, so that no edit moves the range of one that is still to come.
  const before = edits.filter(({ range }) => isBefore(range.end, span.start)).toSorted(laterFirst);
  return before.reduce(moved, span);
}

function laterFirst(one: TextChange, other: TextChange): number {
  return isBefore(one.range.start, other.range.start) ? 1 : -1;
}

/** What is typed at either end belongs to the span. */
function touches(range: Range, span: Range): boolean {
  return !isBefore(range.end, span.start) && !isBefore(span.end, range.start);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function moved(span: Range, { range, text }: TextChange): Range {
  const lines = text.split(/\r\n|\r|\n/u);
  const last = lines.at(-1) ?? "";
  const move = ({ line, character }: Position): Position => {
    const shift = lines.length - 1 - (range.end.line - range.start.line);
    if (line !== range.end.line) return { line: line + shift, character };
    const from = lines.length === 1 ? range.start.character : 0;
    return { line: line + shift, character: character - range.end.character + from + last.length };
  };
  return { start: move(span.start), end: move(span.end) };
}
