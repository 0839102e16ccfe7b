import { contains } from "../syntax/span";
import type { Member, Node, ObjectNode } from "../syntax/tree";
import { type MemberShape, type Shape, memberOf } from "./shape";

/** A value of a payload, what the shape says of it, and the member that holds it. */
export interface Visit {
  readonly node: Node | undefined;
  readonly shape: Shape | undefined;
  /** Absent for the payload itself and for the items of a list. */
  readonly member: Member | undefined;
  readonly memberShape: MemberShape | undefined;
}

/**
 * Goes through what is written, in the order of the text: each object and list before what it holds. What aliases of YAML
 * stand for is seen once for each shape that it has: aliases of aliases would be millions.
 */
export function walk(root: Node, shape: Shape, visit: (visited: Visit) => void): void {
  const seen = new Map<Node, readonly (Shape | undefined)[]>();

  function isSeen({ node, shape: own }: Visit): boolean {
    if (node?.notation !== "yaml" || node.kind === "scalar") return false;
    const shapes = seen.get(node) ?? [];
    seen.set(node, [...shapes, own]);
    return shapes.includes(own);
  }
  descend({ node: root, shape, member: undefined, memberShape: undefined }, (visited) => {
    const isNew = !isSeen(visited);
    if (isNew) visit(visited);
    return isNew;
  });
}

/** Goes on below what `visit` says is new. */
function descend(visited: Visit, visit: (visited: Visit) => boolean): void {
  if (!visit(visited)) return;
  const { node, shape } = visited;
  if (node?.kind === "list") {
    const item = shape?.kind === "list" ? shape.item : undefined;
    for (const one of node.items) {
      descend({ node: one, shape: item, member: undefined, memberShape: undefined }, visit);
    }
  } else if (node?.kind === "object") {
    for (const member of writtenMembers(node)) {
      const memberShape = shape?.kind === "structure" ? memberOf(shape, member.name) : undefined;
      descend({ node: member.value, shape: memberShape?.shape, member, memberShape }, visit);
    }
  }
}

/** Without those that an alias or a merge key of YAML brings in: they stand elsewhere, and are seen there. */
export function writtenMembers(node: ObjectNode): readonly Member[] {
  return node.members.filter((member) => contains(node, member));
}
