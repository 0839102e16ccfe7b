import type { Member, Node, ObjectNode } from "../syntax/tree";
import { numberText } from "./coercion";
import { type Decimal, parseDecimal } from "./decimal";

/** The last of that name, which is the one that the AWS CLI sends. */
export function memberNamed(node: ObjectNode, name: string): Member | undefined {
  for (let index = node.members.length - 1; index >= 0; index--) {
    const member = node.members[index];
    if (member?.name === name) return member;
  }
  return undefined;
}

export function valueOf(node: Node | undefined, name: string): Node | undefined {
  return node?.kind === "object" ? memberNamed(node, name)?.value : undefined;
}

export function numberOf(node: Node | undefined): Decimal | undefined {
  return node?.kind === "scalar" ? parseDecimal(numberText(node, "double") ?? "") : undefined;
}

export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && (node.type === "string" || node.type === "bare") ? node.text : undefined;
}
