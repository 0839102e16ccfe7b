import type { Span } from "../../syntax/tree";

/** Text in the place of a part of the document. */
export interface Edit extends Span {
  readonly text: string;
}

/** What a fix would do to the document. Its edits do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Nothing else can be meant. */
  readonly isSure: boolean;
  /** What the mistake kept from being judged is judged now, and may turn out to be wrong itself. */
  readonly uncovers: boolean;
}

/** The text after the edits, which may come in any order. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let index = 0;
  for (const { start, end, text: inserted } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(index, start) + inserted;
    index = end;
  }
  return result + text.slice(index);
}

export function overlaps(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
