import { type Place, locate } from "../../model/locate";
import type { Shape } from "../../model/shape";
import { type Reuse, reuseOf } from "../../syntax/reuse";
import { type Source, plainSource, readable } from "../../syntax/source";
import type { SyntaxTree } from "../../syntax/tree";

/** What nobody types, nor any reader has a use for: it stands for whatever will be typed at the cursor. */
export const mark = "\u2038";

/** The text that has a mark at the cursor, as it is without. */
export function withoutMark(marked: string, cursor: number): string {
  return marked.slice(0, cursor) + marked.slice(cursor + mark.length);
}

/** The place of a mark that stands at an offset, if it was read as a whole name or value. */
export function placeOfMark({ roots }: SyntaxTree, shape: Shape, offset: number, written = mark): Place | undefined {
  const root = roots[0]?.node;
  if (root === undefined) return undefined;
  const place = locate(root, shape, offset);
  const found = place.onName ? place.member?.name : place.node?.kind === "scalar" ? place.node.text : undefined;
  return found === written ? place : undefined;
}

/** Reads a text with a mark in it, and looks at what is read. What the tree of the text without it has is lent for that. */
export function lookAtMarked<T>(
  marked: string,
  tree: SyntaxTree | undefined,
  parse: (source: Source, reuse: Reuse) => SyntaxTree,
  look: (read: SyntaxTree) => T,
): T {
  const text = readable(marked, tree?.text);
  const reuse = reuseOf(tree, text);
  const read = parse(plainSource(text), reuse);
  reuse.settle();
  const seen = look(read);
  reuse.giveBack();
  return seen;
}
