import { holds } from "../syntax/span";
import type { ListNode, Member, Node, ObjectNode, Root, SyntaxTree } from "../syntax/tree";
import { type MemberShape, type Shape, memberOf } from "./shape";

/** What stands at an offset, and what the shape says of it. */
export interface Place {
  /** Names of the members that lead to the value, or to the name, at the offset. */
  readonly path: readonly string[];
  /** The innermost object around the offset. */
  readonly object: ObjectNode | undefined;
  readonly objectShape: Shape | undefined;
  /** The list that the value is an item of. */
  readonly list: ListNode | undefined;
  /** The member whose name or value holds the offset. */
  readonly member: Member | undefined;
  readonly memberShape: MemberShape | undefined;
  /** The offset stands in the name itself. */
  readonly onName: boolean;
  /** The innermost value at the offset, and its shape. */
  readonly node: Node | undefined;
  readonly shape: Shape | undefined;
  /** The place one step further out. */
  readonly outer: Place | undefined;
}

/** The payload around an offset. */
export function rootAround({ roots }: SyntaxTree, offset: number): Root | undefined {
  return roots.find(({ span }) => holds(span, offset));
}

/** Goes down from `root` to the innermost name or value at `offset`. */
export function locate(root: Node, shape: Shape, offset: number): Place {
  let place: Place = {
    path: [],
    object: undefined,
    objectShape: undefined,
    list: undefined,
    member: undefined,
    memberShape: undefined,
    onName: false,
    node: root,
    shape,
    outer: undefined,
  };
  for (;;) {
    const next = stepDown(place, offset);
    if (next === undefined) return place;
    place = next;
    if (place.onName) return place;
  }
}

function stepDown(place: Place, offset: number): Place | undefined {
  const { node, shape } = place;
  if (node?.kind === "list") {
    const item = node.items.find((candidate) => holds(candidate, offset));
    return (
      item && {
        ...place,
        list: node,
        node: item,
        shape: shape?.kind === "list" ? shape.item : undefined,
        outer: place,
      }
    );
  }
  if (node?.kind !== "object") return undefined;
  for (const member of node.members) {
    const { name, value } = member;
    const onName = holds(member, offset);
    if (!onName && !(value && holds(value, offset))) continue;
    const memberShape = shape?.kind === "structure" ? memberOf(shape, name) : undefined;
    const path = [...place.path, name];
    return {
      path,
      object: node,
      objectShape: shape,
      list: undefined,
      member,
      memberShape,
      onName,
      node: value,
      shape: memberShape?.shape,
      outer: place,
    };
  }
  return undefined;
}
