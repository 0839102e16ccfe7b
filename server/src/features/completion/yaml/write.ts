import { yamlWord } from "../../../syntax/write";
import { type Piece, joined, pieceOf } from "../pieces";
import type { Leaf, Template } from "../template";

/** A template as YAML within brackets, on one line. */
export function writeFlow(template: Template): readonly Piece[] {
  switch (template.kind) {
    case "list":
      return ["[", ...joined(template.items.map(writeFlow), ", "), "]"];
    case "object": {
      const members = template.members.map(([name, value]): readonly Piece[] => [`${name}: `, ...writeFlow(value)]);
      return ["{", ...joined(members, ", "), "}"];
    }
    case "scalar":
      return scalar(template);
  }
}

/** How the lines of a block are indented: `pad` is where it stands, `indent` one level more. */
export interface BlockStyle {
  readonly pad: string;
  readonly indent: string;
}

/** What follows the colon of a name that stands at `pad`: a value, or a block on lines of its own. */
export function writeAfterColon(template: Template, { pad, indent }: BlockStyle): readonly Piece[] {
  if (template.kind === "scalar") return [" ", ...scalar(template)];
  const inner = { pad: pad + indent, indent };
  return [`\n${inner.pad}`, ...writeBlock(template, inner)];
}

/** The members or items of a template, a line each; the first starts where the cursor stands. */
export function writeBlock(template: Template, style: BlockStyle): readonly Piece[] {
  const { pad, indent } = style;
  switch (template.kind) {
    case "list": {
      const items = template.items.map((item): readonly Piece[] => [
        "- ",
        ...writeBlock(item, { pad: `${pad}  `, indent }),
      ]);
      return joined(items, `\n${pad}`);
    }
    case "object": {
      const members = template.members.map(([name, value]): readonly Piece[] => [
        `${name}:`,
        ...writeAfterColon(value, style),
      ]);
      return joined(members, `\n${pad}`);
    }
    case "scalar":
      return scalar(template);
  }
}

function scalar(leaf: Leaf): readonly Piece[] {
  if (leaf.type === "number" || yamlWord(leaf.text) === leaf.text) return [pieceOf(leaf)];
  return ['"', pieceOf(leaf, (text) => yamlWord(`${text}:`).slice(1, -2)), '"'];
}
