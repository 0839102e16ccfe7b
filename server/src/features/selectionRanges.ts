import type { SelectionRange } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { type Place, locate, rootAround } from "../model/locate";
import { updateJob } from "../model/updateJob";
import { contains, extentOf } from "../syntax/span";
import type { Span } from "../syntax/tree";
import { insideQuotes } from "./quotes";
import { rangeOf } from "./ranges";

/** What a selection at `offset` grows to, step by step: the text in quotes, the value, the member, what is around it. */
export function selectionRange(analysis: Analysis, offset: number): SelectionRange {
  const { tree, text, document } = analysis;
  const root = rootAround(tree, offset);
  const spans = root?.node === undefined ? [] : spansAt(text, locate(root.node, updateJob, offset));
  const ends = [...spans, ...(root ? [root.span] : []), { start: 0, end: text.length }];
  let range: SelectionRange | undefined;
  let inner: Span | undefined;
  const growing = ends.filter((span) => {
    const grows = contains(span, inner ?? { start: offset, end: offset }) && !same(span, inner);
    if (grows) inner = span;
    return grows;
  });
  for (const span of growing.reverse()) range = { range: rangeOf(document, span), ...(range && { parent: range }) };
  return range ?? { range: rangeOf(document, { start: offset, end: offset }) };
}

/** From the inside out. */
function spansAt(text: string, place: Place): readonly Span[] {
  const { member, node, onName, outer } = place;
  const name = member !== undefined && onName ? [insideQuotes(text, member), member] : [];
  const value = node === undefined || onName ? [] : node.kind === "scalar" ? [insideQuotes(text, node), node] : [node];
  const isMember = member !== undefined && member !== outer?.member;
  const extent = isMember ? [extentOf(member)] : [];
  return [...name, ...value, ...extent, ...(outer === undefined ? [] : spansAt(text, outer))];
}

function same(one: Span, other: Span | undefined): boolean {
  return one.start === other?.start && one.end === other.end;
}
