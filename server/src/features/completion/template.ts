import { type Shape, memberOf } from "../../model/shape";

/** A value to be written, in whatever notation. */
export type Template = ObjectTemplate | { readonly kind: "list"; readonly items: readonly Template[] } | Leaf;

export interface ObjectTemplate {
  readonly kind: "object";
  readonly members: readonly TemplateMember[];
}

type TemplateMember = readonly [name: string, value: Template];

export interface Leaf {
  readonly kind: "scalar";
  readonly type: "string" | "number";
  readonly text: string;
  /** A tab stop, with what else may stand there if that is known; absent for a value that is final. */
  readonly stop?: { readonly choices: readonly string[] };
}

/** The example of a shape, with a tab stop at each value that may be another. */
export function exampleTemplate(shape: Shape): Template {
  return templateOf(JSON.parse(shape.example), shape);
}

/** A plain value as a template; its shape says which texts have alternatives. */
export function templateOf(value: unknown, shape: Shape | undefined): Template {
  if (Array.isArray(value)) {
    const item = shape?.kind === "list" ? shape.item : undefined;
    return { kind: "list", items: value.map((one) => templateOf(one, item)) };
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([name, member]): TemplateMember => {
      const known = shape?.kind === "structure" ? memberOf(shape, name)?.shape : undefined;
      return [name, templateOf(member, known)];
    });
    return { kind: "object", members };
  }
  const type = typeof value === "number" ? "number" : "string";
  return leaf(type, String(value), shape);
}

function leaf(type: Leaf["type"], text: string, shape: Shape | undefined): Leaf {
  const choices = shape?.kind === "choice" ? Object.keys(shape.values) : [];
  return choices.length === 1 ? { kind: "scalar", type, text } : { kind: "scalar", type, text, stop: { choices } };
}

/** A value that is written as it is. */
export function finalText(text: string): Leaf {
  return { kind: "scalar", type: "string", text };
}

export function finalNumber(text: string): Leaf {
  return { kind: "scalar", type: "number", text };
}
