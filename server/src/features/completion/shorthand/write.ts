import { shorthandWord } from "../../../syntax/write";
import { type Piece, joined, pieceOf } from "../pieces";
import type { Leaf, Template } from "../template";

/** A template as an AWS CLI shorthand value. */
export function writeShorthand(template: Template): readonly Piece[] {
  switch (template.kind) {
    case "list":
      return ["[", ...joined(template.items.map(writeShorthand), ","), "]"];
    case "object":
      return ["{", ...writeShorthandMembers(template), "}"];
    case "scalar":
      return scalar(template);
  }
}

/** The members of an object without the braces: the whole value of an option. */
export function writeShorthandMembers(template: Template): readonly Piece[] {
  if (template.kind !== "object") return writeShorthand(template);
  return joined(
    template.members.map(([name, value]): readonly Piece[] => [`${name}=`, ...writeShorthand(value)]),
    ",",
  );
}

function scalar(leaf: Leaf): readonly Piece[] {
  if (shorthandWord(leaf.text) === leaf.text) return [pieceOf(leaf)];
  return ['"', pieceOf(leaf, (text) => text.replace(/[\\"]/g, "\\$&")), '"'];
}
