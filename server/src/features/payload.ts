import type { Range } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { payloadOf } from "../model/value";
import type { PayloadResult } from "../protocol";
import type { Root } from "../syntax/tree";
import { diagnostics, isError, rangeOf } from "./diagnostics";

/** The payload at `offset`, or the only one; without its value while there are errors. */
export function payload(analysis: Analysis, offset: number | undefined): PayloadResult | undefined {
  const root = rootAt(analysis, offset);
  if (root === undefined) return undefined;
  const problems = analysis.problems.filter(({ start, end }) => start >= root.span.start && end <= root.span.end);
  const value = root.node === undefined || problems.some(isError) ? undefined : payloadOf(root.node);
  return {
    notation: root.notation,
    ...(value === undefined ? {} : { payload: value }),
    range: payloadRange(analysis, root),
    problems: diagnostics({ ...analysis, problems }),
  };
}

function rootAt(analysis: Analysis, offset: number | undefined): Root | undefined {
  const { roots } = analysis.tree;
  if (roots.length === 1 || offset === undefined) return roots.length === 1 ? roots[0] : undefined;
  return roots.find(({ span }) => span.start <= offset && offset <= span.end);
}

export function payloadRange({ document }: Analysis, { node, span }: Root): Range {
  return rangeOf(document, node ?? span);
}
