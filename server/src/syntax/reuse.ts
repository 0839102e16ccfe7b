import type { ListNode, Node, ObjectNode, Span, SyntaxTree } from "./tree";

/** For the reader of a text of which an earlier version was read: what it may take over. */
export interface Reuse {
  /** The object or list that starts at `index` between so many open brackets, if it is what stood there before. */
  readonly nodeAt: (index: number, depth: number) => ObjectNode | ListNode | undefined;
  /** Moves what was taken over to where it stands now; the earlier tree is none any more. */
  readonly settle: () => void;
}

export const nothingToReuse: Reuse = { nodeAt: () => undefined, settle: () => undefined };

/** What the earlier tree has of the new text. Indexes are offsets of the document. */
export function reuseOf(earlier: SyntaxTree | undefined, text: string): Reuse {
  const root = earlier?.roots[0]?.node;
  if (earlier?.text === undefined || root === undefined) return nothingToReuse;
  const change = changeBetween(earlier.text, text);
  const kept = unchanged(root, change);
  const moved: Node[] = [];
  let next = 0;
  return {
    nodeAt(index, depth) {
      const isBehind = index >= change.end + change.by;
      if (index >= change.start && !isBehind) return undefined;
      const before = isBehind ? index - change.by : index;
      while ((kept[next]?.node.start ?? before) < before) next++;
      const found = kept[next];
      // Deeper inside than before it might be too deep.
      if (found?.node.start !== before || found.depth < depth) return undefined;
      if (isBehind) moved.push(found.node);
      return found.node;
    },
    settle() {
      if (change.by !== 0) for (const node of moved) move(node, change.by);
    },
  };
}

/** What has become of a text: all up to `start` is the same, and all from `end` on, which is `by` units further behind now. */
interface Change extends Span {
  readonly by: number;
}

export function changeBetween(earlier: string, later: string): Change {
  const shorter = Math.min(earlier.length, later.length);
  const start = longest(shorter, (from, to) => earlier.slice(from, to) === later.slice(from, to));
  const [end, laterEnd] = [earlier.length, later.length];
  const same = longest(
    shorter - start,
    (from, to) => earlier.slice(end - to, end - from) === later.slice(laterEnd - to, laterEnd - from),
  );
  return { start, end: end - same, by: laterEnd - end };
}

/** The largest length up to which all is the same. Each part is compared once, by V8, which does not copy it for that. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let low = 0;
  for (let high = limit; low < high;) {
    const middle = (low + high + 1) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Kept {
  readonly node: ObjectNode | ListNode;
  /** Between how many open brackets it stands. */
  readonly depth: number;
}

/** The largest objects and lists that the change leaves alone, in the order of the text. */
function unchanged(root: Node, { start, end }: Span): readonly Kept[] {
  const kept: Kept[] = [];
  function descend(node: Node | undefined, depth: number): void {
    if (node?.kind !== "object" && node?.kind !== "list") return;
    if (node.isWhole && (node.end <= start || end <= node.start)) kept.push({ node, depth });
    else if (node.kind === "list") for (const item of node.items) descend(item, depth + 1);
    else for (const { value } of node.members) descend(value, depth + 1);
  }
  descend(root, 0);
  return kept;
}

function move(node: Node, by: number): void {
  shift(node, by);
  if (node.kind === "list") for (const item of node.items) move(item, by);
  else if (node.kind === "object") {
    for (const member of node.members) {
      shift(member, by);
      if (member.value !== undefined) move(member.value, by);
    }
  }
}

function shift(span: { start: number; end: number }, by: number): void {
  span.start += by;
  span.end += by;
}
