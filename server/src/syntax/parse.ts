import { parseJson } from "./json";
import { plainSource } from "./source";
import type { SyntaxTree } from "./tree";

/** What a document as a whole is written in. */
export type DocumentNotation = "json";

const readers = { json: parseJson } as const satisfies Record<DocumentNotation, unknown>;

/** Reads a document. Broken text is data: the tree holds what could be read, and the problems. Never throws. */
export function parse(text: string, notation: DocumentNotation): SyntaxTree {
  return readers[notation](plainSource(text));
}
