import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { type Place, locate, rootAround } from "../model/locate";
import { updateJob } from "../model/updateJob";
import { type Visit, walk } from "../model/walk";
import type { Span } from "../syntax/tree";
import { rangeOf } from "./ranges";

/** The same member, or the same value of the same member, wherever it stands in the document. */
export function documentHighlights(analysis: Analysis, offset: number): DocumentHighlight[] {
  const root = rootAround(analysis.tree, offset);
  if (root?.node === undefined) return [];
  const place = locate(root.node, updateJob, offset);
  const found: Span[] = [];
  for (const { node } of analysis.tree.roots) {
    if (node === undefined) continue;
    walk(node, updateJob, (visit) => {
      const span = alike(place, visit);
      if (span !== undefined) found.push(span);
    });
  }
  return found.map((span) => ({ range: rangeOf(analysis.document, span), kind: DocumentHighlightKind.Read }));
}

function alike({ member, memberShape, node, onName }: Place, visit: Visit): Span | undefined {
  if (member === undefined || visit.member?.name !== member.name || visit.memberShape !== memberShape) return undefined;
  if (onName) return visit.member;
  const isSame = node?.kind === "scalar" && visit.node?.kind === "scalar" && node.text === visit.node.text;
  return isSame ? visit.node : undefined;
}
