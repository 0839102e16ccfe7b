import type { Range } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { rootAround } from "../model/locate";
import { memberNamed } from "../model/read";
import { payloadOf } from "../model/value";
import type { PayloadResult } from "../protocol";
import { contains, overlaps } from "../syntax/span";
import type { Node, Root, Span } from "../syntax/tree";
import { diagnostics, hasErrors } from "./diagnostics";
import { namedAccount } from "./namedAccount";
import { rangeOf } from "./ranges";
import { unsent } from "./unsent";

/** The payload at `offset`, or the only one; without its value while there are errors. */
export function payload(analysis: Analysis, offset: number | undefined): PayloadResult | undefined {
  const root = rootAt(analysis, offset);
  return root && payloadOfRoot(analysis, root);
}

/** All payloads, or those with text in `span`, in the order of the text. */
export function payloads(analysis: Analysis, span: Span | undefined): PayloadResult[] {
  return analysis.tree.roots
    .filter((root) => span === undefined || overlaps(root.span, span))
    .sort((a, b) => a.span.start - b.span.start)
    .map((root) => payloadOfRoot(analysis, root));
}

/** Where the member stands that `path` leads to; where the last of the path are absent, the deepest that is there. */
export function memberRange(analysis: Analysis, offset: number | undefined, path: Path): Range | undefined {
  const root = rootAt(analysis, offset);
  if (root?.node === undefined) return undefined;
  let found: { readonly span: Span; readonly node: Node | undefined } = {
    span: root.owner ?? root.node,
    node: root.node,
  };
  for (const step of path) {
    const next = stepInto(found.node, step);
    if (next === undefined) break;
    found = next;
  }
  return rangeOf(analysis.document, found.node === root.node ? found.span : (found.node ?? found.span));
}

/** Names of members, and indexes of lists from 0 on. */
type Path = readonly (string | number)[];

function stepInto(node: Node | undefined, step: string | number): { span: Span; node: Node | undefined } | undefined {
  if (node?.kind === "list") {
    const item = typeof step === "number" ? node.items[step] : undefined;
    return item && { span: item, node: item };
  }
  const member = node?.kind === "object" && typeof step === "string" ? memberNamed(node, step) : undefined;
  return member && { span: member, node: member.value };
}

function payloadOfRoot(analysis: Analysis, root: Root): PayloadResult {
  const { document, rules } = analysis;
  const problems = analysis.problems.filter((problem) => contains(root.span, problem));
  const value = root.node === undefined || hasErrors({ rules, problems }) ? undefined : payloadOf(root.node);
  const { named, warnings } = namedAccount(analysis, root);
  return {
    notation: root.notation,
    ...(value === undefined ? {} : { payload: value }),
    range: payloadRange(analysis, root),
    account: named,
    warnings: value === undefined ? warnings : [...warnings, ...unsent(analysis, root)],
    problems: diagnostics({ document, rules, problems }),
  };
}

export function rootAt(analysis: Analysis, offset: number | undefined): Root | undefined {
  const [root, ...others] = analysis.tree.roots;
  if (others.length === 0) return root;
  return offset === undefined ? undefined : rootAround(analysis.tree, offset);
}

export function payloadRange({ document }: Analysis, { node, span }: Root): Range {
  return rangeOf(document, node ?? span);
}
