import type { Place } from "../../model/locate";
import type { Shape } from "../../model/shape";
import { updateJob } from "../../model/updateJob";
import type { Node } from "../../syntax/tree";
import type { Slot, Wants } from "./slot";

/** What is wanted at a name: the members that are not there, or another name for a value that is. */
export function wantsAtName(
  place: Place,
  { token, quote }: Pick<Slot, "token" | "quote">,
  value: "given" | "missing",
): Wants | undefined {
  const { objectShape } = place;
  if (objectShape?.kind !== "structure") return undefined;
  const path = place.path.slice(0, -1);
  const present = presentIn(place);
  // What is typed already is looked for among the names; only for the payload itself is the whole worth a name.
  const isOpen = token.start === token.end || (objectShape === updateJob && quote === "");
  return {
    kind: "member",
    structure: objectShape,
    path,
    present,
    ...(value === "given" && { nameOnly: true, fits: (shape: Shape) => fits(place.node, shape) }),
    ...(value === "missing" && isOpen && present.length === 1 && { takesWhole: true }),
  };
}

/** Whether a value that stands there may be one of the shape, which another name would give it. */
function fits(node: Node | undefined, { kind }: Shape): boolean {
  if (node?.kind === "object") return kind === "structure";
  if (node?.kind === "list") return kind === "list";
  if (node?.kind !== "scalar") return true;
  return node.type === "number" ? kind === "quantity" : node.type !== "string" || kind === "text" || kind === "choice";
}

/** What is wanted at a value. */
export function wantsAtValue({ shape, path }: Place): Wants | undefined {
  return shape && { kind: "value", shape, path };
}

/** The names that the object around a place has, that of the place included. */
export function presentIn({ object }: Place): readonly string[] {
  return (object?.members ?? []).map(({ name }) => name);
}
