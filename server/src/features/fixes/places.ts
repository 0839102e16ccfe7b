import { contains } from "../../syntax/span";
import type { ListNode, Member, Node, ObjectNode } from "../../syntax/tree";

/** Where a member or an item stands: in an object or a list, among its like. */
export interface Place {
  readonly container: ObjectNode | ListNode;
  readonly part: Member | Node;
  /** The members or items that are written in the container itself, `part` among them. */
  readonly siblings: readonly (Member | Node)[];
}

/** From the root down to a member, an item or the value of a member; empty where it is not in this tree. */
export function pathTo(root: Node, target: Member | Node): readonly Place[] {
  for (const part of partsOf(root)) {
    const value = "kind" in part ? part : part.value;
    if (part === target || value === target) return [placeOf(root, part)];
    const rest = value === undefined ? [] : pathTo(value, target);
    if (rest.length > 0) return [placeOf(root, part), ...rest];
  }
  return [];
}

function partsOf(node: Node): readonly (Member | Node)[] {
  if (node.kind === "object") return node.members;
  return node.kind === "list" ? node.items : [];
}

function placeOf(container: Node, part: Member | Node): Place {
  if (container.kind !== "object" && container.kind !== "list") throw new Error("A scalar holds nothing.");
  // What an alias of YAML brings in stands elsewhere.
  const siblings = partsOf(container).filter((one) => contains(container, one));
  return { container, part, siblings: [...siblings].sort((a, b) => a.start - b.start) };
}
