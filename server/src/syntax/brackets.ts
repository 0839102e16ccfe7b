import type { Reuse } from "./reuse";
import type { Source } from "./source";
import type { ListNode, ObjectNode } from "./tree";

/** The brackets that a reader is in, and what it may take over of an earlier version in place of going into more of them. */
export interface Brackets {
  /** How many are open. */
  readonly depth: () => number;
  /** What starts with a bracket at an index, if it is known from the version before and would not go too deep here. */
  readonly known: (index: number) => ObjectNode | ListNode | undefined;
  /** Reads what is between two. */
  readonly within: <T>(read: () => T) => T;
  /** How many stand in one another inside of those that were opened last; `undefined` where the document spells it otherwise. */
  readonly height: (start: number, end: number) => number | undefined;
}

interface Options {
  readonly reuse: Reuse;
  readonly notation: "json" | "shorthand";
  readonly maximumDepth: number;
}

export function bracketsOf(source: Source, { reuse, notation, maximumDepth }: Options): Brackets {
  const { at } = source;
  let depth = 0;
  let height = 0;
  return {
    depth: () => depth,
    known(index) {
      const node = reuse.nodeAt(source, index, maximumDepth - depth);
      if (node?.notation !== notation) return undefined;
      height = Math.max(height, (node.height ?? 0) + 1);
      return node;
    },
    within(read) {
      const beside = height;
      height = 0;
      depth++;
      const node = read();
      depth--;
      height = Math.max(beside, height + 1);
      return node;
    },
    height: (start, end) => (at(end) - at(start) === end - start ? height : undefined),
  };
}
