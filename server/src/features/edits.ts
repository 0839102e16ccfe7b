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
  for (const { start, end, text: inserted } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(index, start) + inserted;
    index = end;
  }
  return result + text.slice(index);
}

/** As the protocol has them. */
export function textEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }));
}
