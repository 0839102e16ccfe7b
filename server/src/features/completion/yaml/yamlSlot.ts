import type { Analysis } from "../../../analysis";
import type { Shape } from "../../../model/shape";
import { lineStart } from "../../../syntax/source";
import type { Slot } from "../slot";
import { blockSlot } from "./blockSlot";
import { lineSlot } from "./lineSlot";
import { yamlTokenAt } from "./token";

/** What fits at the cursor in YAML, in blocks and in brackets; in broken text too. */
export function yamlSlot(analysis: Pick<Analysis, "text" | "tree">, cursor: number, shape: Shape): Slot | undefined {
  const { text, tree } = analysis;
  const token = yamlTokenAt(text, cursor);
  const prefix = text.slice(lineStart(text, token.start), token.start);
  const site = { text, tree, token, prefix, shape, after: text.slice(token.end) };
  return /^\s*(?:- *)*$/.test(prefix) ? (blockSlot(site) ?? lineSlot(site)) : lineSlot(site);
}
