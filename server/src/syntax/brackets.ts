import type { Reuse, Whole } from "./reuse";
import type { Source } from "./source";
import type { ListNode, ObjectNode } from "./tree";

/** UpdateJob nests five deep; the AWS CLI itself gives up at about a thousand, and the YAML library ends the process. */
export const maximumDepth = 200;

/** The brackets that a reader is in, or the blocks of YAML. */
export interface Brackets {
  /** How many are open. */
  readonly depth: () => number;
  /** What starts at an index, if it is known from the version before and would not go too deep here. */
  readonly takeOver: (index: number) => ObjectNode | ListNode | undefined;
  /** Reads what is between two. */
  readonly within: <T>(read: () => T) => T;
  /** How deep brackets nest inside the pair that was just read; `undefined` where it stands otherwise in the document, as with quotes or escapes taken off. */
  readonly height: (start: number, end: number) => number | undefined;
}

interface Options {
  readonly reuse: Reuse;
  readonly notation: "json" | "shorthand" | "yaml";
  /** How many may be open. */
  readonly limit: number;
}

/** Keeps count of the brackets of a reader. */
export function bracketsOf(source: Source, { reuse, notation, limit }: Options): Brackets {
  const { at } = source;
  let depth = 0;
  let height = 0;
  const isWanted = (node: Whole): boolean => node.notation === notation && node.height < limit - depth;
  return {
    depth: () => depth,
    takeOver(index) {
      const node = reuse.nodeAt(source, index, isWanted);
      if (node !== undefined) height = Math.max(height, node.height + 1);
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
