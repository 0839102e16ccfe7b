import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver-types";
import type { Span } from "../syntax/tree";
import { rangeOf } from "./ranges";

/** Text in the place of a part of another. */
export interface Edit extends Span {
  readonly text: string;
}

/** The text after the edits, which may come in any order. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let index = 0;
  for (const { start, end, text: inserted } of inOrder(edits)) {
    result += text.slice(index, start) + inserted;
    index = end;
  }
  return result + text.slice(index);
}

/** In the order of the text; what is put in before what is taken away at the same place, as the protocol wants it. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** As the protocol has them. */
export function textEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return inOrder(edits).map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }));
}
