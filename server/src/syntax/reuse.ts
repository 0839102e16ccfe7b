import { type Interner, interner } from "./interner";
import { type Source, lineEnd, lineStart } from "./source";
import type { ListNode, Node, ObjectNode, Span, SyntaxTree } from "./tree";

/** Read the same whatever stands around it. */
export type Whole = (ObjectNode | ListNode) & { readonly height: number };

/** For the readers of a document of which an earlier version was read: what they may take over. */
export interface Reuse {
  /** The strings of all versions. */
  readonly strings: Interner;
  /** The object or list at an index of a source, if it stood there before and is wanted. */
  readonly nodeAt: (source: Source, index: number, isWanted: (node: Whole) => boolean) => Whole | undefined;
  /** Moves what was taken over to where it stands now. To be called when all is read: until then it is found by where it stood. */
  readonly settle: () => void;
  /** Moves it back: the earlier version goes on, and what was read with it is not to be used any more. */
  readonly giveBack: () => void;
  /** The lines of the new text that are not the same as before; `undefined` where all is new, or the earlier text was not read whole. */
  readonly changed: () => Span | undefined;
}

const nothing = (): undefined => undefined;

/** For a text of which no earlier version was read. */
export function nothingToReuse(strings = interner()): Reuse {
  return { strings, nodeAt: nothing, settle: nothing, giveBack: nothing, changed: nothing };
}

/** What the earlier tree has of the new text. */
export function reuseOf(earlier: SyntaxTree | undefined, text: string): Reuse {
  if (earlier?.text === undefined) return nothingToReuse();
  const { text: old, roots, strings = interner() } = earlier;
  const change = changeBetween(old, text);
  const kept = roots.flatMap(({ node }) => unchanged(node, change, old)).sort((a, b) => a.start - b.start);
  const moved: Node[] = [];
  let next = 0;
  return {
    strings,
    nodeAt({ at }, index, isWanted) {
      const offset = at(index);
      const isBehind = offset >= change.end + change.by;
      if (offset >= change.start && !isBehind) return undefined;
      const before = isBehind ? offset - change.by : offset;
      // Readers mostly go forward.
      if ((kept[next - 1]?.start ?? -1) >= before) next = 0;
      while ((kept[next]?.start ?? before) < before) next++;
      const found = kept[next];
      if (found?.start !== before || !isWanted(found)) return undefined;
      const length = found.end - found.start;
      // Between other quotes than before, it may be spelled otherwise than it is read.
      if (at(index + length) !== offset + length) return undefined;
      if (isBehind) moved.push(found);
      return found;
    },
    settle: () => move(moved, change.by),
    giveBack: () => move(moved, -change.by),
    changed: () => (roots.some(({ node }) => isWhole(node)) ? linesAround(text, change) : undefined),
  };
}

function linesAround(text: string, { start, end, by }: Change): Span {
  return { start: lineStart(text, start), end: Math.min(lineEnd(text, end + by) + 1, text.length) };
}

/** What has become of a text: all up to `start` is the same, and all from `end` on, which is `by` units further on now. */
interface Change extends Span {
  readonly by: number;
}

export function changeBetween(earlier: string, later: string): Change {
  const shorter = Math.min(earlier.length, later.length);
  const start = sharedLength(shorter, (from, to) => earlier.slice(from, to) === later.slice(from, to));
  const [end, laterEnd] = [earlier.length, later.length];
  const after = sharedLength(
    shorter - start,
    (from, to) => earlier.slice(end - to, end - from) === later.slice(laterEnd - to, laterEnd - from),
  );
  return { start, end: end - after, by: laterEnd - end };
}

/** The length of what is the same, by halving. V8 compares slices without copying them. */
function sharedLength(limit: number, isSame: (from: number, to: number) => boolean): number {
  let low = 0;
  for (let high = limit; low < high;) {
    const middle = (low + high + 1) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The largest objects and lists that the change leaves alone. */
function unchanged(root: Node | undefined, change: Span, text: string): readonly Whole[] {
  const kept: Whole[] = [];
  function descend(node: Node | undefined): void {
    if (isWhole(node) && isApart(node)) kept.push(node);
    else if (node?.kind === "list") for (const item of node.items) descend(item);
    else if (node?.kind === "object") for (const { value } of node.members) descend(value);
  }
  function isApart(node: Whole): boolean {
    const { start, end } = node.notation === "yaml" ? blockAround(node, text) : node;
    return end <= change.start || change.end <= start;
  }
  descend(root);
  return kept;
}

const blankLines = /[^\n]*\n(?:[ \r]*(?:#[^\n]*)?\n)*/y;

/** A block of YAML ends where the next text stands too far to the left: it is read from the line break before it to the end of that line. */
function blockAround({ start, end }: Span, text: string): Span {
  blankLines.lastIndex = end;
  const next = blankLines.test(text) ? text.indexOf("\n", blankLines.lastIndex) : -1;
  // What is added to the last line may belong to it.
  return { start: lineStart(text, start) - 1, end: next < 0 ? Number.POSITIVE_INFINITY : next + 1 };
}

function isWhole(node: Node | undefined): node is Whole {
  return (node?.kind === "object" || node?.kind === "list") && node.height !== undefined;
}

/** Moves nodes, and all in them: the version that they were read from is over. */
export function move(nodes: readonly Node[], by: number): void {
  if (by === 0) return;
  const shared = new Set<Span>();

  /** Spans are for reading everywhere else. */
  function shift(span: { start: number; end: number }): void {
    span.start += by;
    span.end += by;
  }

  /** What an alias of YAML stands for is in the tree more than once. */
  function isMoved(part: Span): boolean {
    const isKnown = shared.has(part);
    shared.add(part);
    return isKnown;
  }

  /** How many of the nodes around are whole: in those there are no aliases. */
  let whole = 0;

  function descend(part: Node): void {
    const isInWhole = isWhole(part);
    if (isInWhole) whole++;
    const mayBeShared = part.notation === "yaml" && whole === 0;
    if (mayBeShared && isMoved(part)) return;
    shift(part);
    if (part.kind === "list") for (const item of part.items) descend(item);
    else if (part.kind === "object") {
      for (const member of part.members) {
        if (mayBeShared && isMoved(member)) continue;
        shift(member);
        if (member.value !== undefined) descend(member.value);
      }
    }
    if (isInWhole) whole--;
  }
  for (const node of nodes) descend(node);
}
