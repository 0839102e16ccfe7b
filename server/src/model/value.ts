import type { Node } from "../syntax/tree";
import { parseDecimal } from "./decimal";
import { type Shape, memberOf } from "./shape";
import { type UpdateJobInput, updateJob } from "./updateJob";

/** The payload of a tree in which matching found no error; `undefined` where something in it cannot be known. */
export function payloadOf(root: Node): UpdateJobInput | undefined {
  const value = plain(root, updateJob);
  return isPayload(value) ? value : undefined;
}

/** The matcher has checked every member already; what is left to tell the compiler is that there is a job id. */
function isPayload(value: unknown): value is UpdateJobInput {
  return typeof value === "object" && value !== null && "jobId" in value;
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
            node.members.flatMap(({ key, value }) => {
              const member = memberOf(shape, key.text);
              return member === undefined ? [] : [[key.text, plain(value, member.shape)]];
            }),
          )
        : undefined;
    case "scalar":
      return shape.kind === "quantity" && parseDecimal(node.text) !== undefined ? Number(node.text) : node.text;
  }
}
