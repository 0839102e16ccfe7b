import type { Analysis } from "../../analysis";
import type { Shape } from "../../model/shape";
import type { Slot } from "./slot";
import { blockSlot } from "./yamlBlockSlot";
import { lineSlot } from "./yamlLineSlot";
import { yamlTokenAt } from "./yamlToken";

/** What fits at the cursor in YAML, in blocks and in brackets; in broken text too. */
export function yamlSlot(
  { text, tree }: Pick<Analysis, "text" | "tree">,
  cursor: number,
  shape: Shape,
): Slot | undefined {
  const token = yamlTokenAt(text, cursor);
  const lineStart = text.lastIndexOf("\n", token.start - 1) + 1;
  const prefix = text.slice(lineStart, token.start);
  const site = { text, token, prefix, shape, after: text.slice(token.end), problems: tree.problems.length };
  return /^\s*(?:- *)*$/.test(prefix) ? (blockSlot(site) ?? lineSlot(site)) : lineSlot(site);
}
