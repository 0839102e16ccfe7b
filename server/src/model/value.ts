import type { Node, ScalarNode } from "../syntax/tree";
import { numberText } from "./coercion";
import { parseDecimal } from "./decimal";
import { type Quantity, type Shape, memberOf } from "./shape";
import { type UpdateJobInput, updateJob } from "./updateJob";

/** The payload of a tree in which matching found no error; `undefined` where something in it cannot be known. */
export function payloadOf(root: Node): UpdateJobInput | undefined {
  if (!isKnown(root)) return undefined;
  const value = plain(root, updateJob);
  return isPayload(value) ? value : undefined;
}

/** The matcher has checked every member already; what is left to tell the compiler is that there is a job id. */
function isPayload(value: unknown): value is UpdateJobInput {
  return typeof value === "object" && value !== null && "jobId" in value;
}

function isKnown(node: Node | undefined): boolean {
  switch (node?.kind) {
    case "unknown":
      return false;
    case "list":
      return node.items.every(isKnown);
    case "object":
      return !node.open && node.members.every(({ value }) => isKnown(value));
    case "scalar":
    case undefined:
      return true;
  }
}

function plain(node: Node | undefined, shape: Shape): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case "unknown":
      return undefined;
    case "list":
      return shape.kind === "list" ? node.items.map((item) => plain(item, shape.item)) : undefined;
    case "object":
      return shape.kind === "structure"
        ? Object.fromEntries(
            node.members.flatMap(({ name, value }) => {
              const member = memberOf(shape, name);
              return member === undefined ? [] : [[name, plain(value, member.shape)]];
            }),
          )
        : undefined;
    case "scalar":
      return shape.kind === "quantity" ? numberOf(node, shape) : node.text;
  }
}

function numberOf(node: ScalarNode, shape: Quantity): unknown {
  const text = numberText(node, shape.type);
  return text === undefined || parseDecimal(text) === undefined ? node.text : Number(text);
}
