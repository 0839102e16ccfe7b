import { type Piece, joined, pieceOf } from "../pieces";
import type { Leaf, ObjectTemplate, Template } from "../template";

export interface JsonStyle {
  /** What one level is indented by. */
  readonly indent: string;
  /** The text has no line breaks, and gets none. */
  readonly oneLine: boolean;
}

/** A template as JSON; its later lines are indented from where its first one is. */
export function writeJson(template: Template, style: JsonStyle, depth = 0): readonly Piece[] {
  switch (template.kind) {
    case "list":
      return bracketed(
        "[]",
        template.items.map((item) => writeJson(item, style, depth + 1)),
        style,
        depth,
      );
    case "object":
      return bracketed("{}", membersOf(template, style, depth + 1), style, depth);
    case "scalar":
      return scalar(template);
  }
}

/** The members of an object without its braces, a line each from the cursor on. */
export function writeJsonMembers(template: ObjectTemplate, style: JsonStyle): readonly Piece[] {
  return joined(membersOf(template, style, 0), style.oneLine ? ", " : ",\n");
}

function membersOf({ members }: ObjectTemplate, style: JsonStyle, depth: number): Parts {
  return members.map(([name, value]) => [`${JSON.stringify(name)}: `, ...writeJson(value, style, depth)]);
}

type Parts = readonly (readonly Piece[])[];

function bracketed(pair: "[]" | "{}", parts: Parts, { indent, oneLine }: JsonStyle, depth: number): readonly Piece[] {
  const [inner, outer] = oneLine ? ["", ""] : [`\n${indent.repeat(depth + 1)}`, `\n${indent.repeat(depth)}`];
  const separator = oneLine ? ", " : `,${inner}`;
  return [pair.charAt(0), inner, ...joined(parts, separator), outer, pair.charAt(1)];
}

function scalar(leaf: Leaf): readonly Piece[] {
  if (leaf.type === "number") return [pieceOf(leaf)];
  return ['"', pieceOf(leaf, (text) => JSON.stringify(text).slice(1, -1)), '"'];
}
