import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { meaningOf } from "../model/meaning";
import { textOf, valueOf } from "../model/read";
import { type Shape, memberOf } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { writtenMembers } from "../model/walk";
import type { Member, Node, Root, Span } from "../syntax/tree";
import { rangeOf } from "./ranges";

/** As many as VS Code lists of a JSON file. */
const most = 5000;

/** The members of each payload, for the outline and the breadcrumbs; in a script below the command that they belong to. */
export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  let left = most;

  function symbol(name: string, node: Node | undefined, shape: Shape | undefined, named: Span): DocumentSymbol[] {
    if (left-- <= 0) return [];
    const whole = { start: named.start, end: Math.max(named.end, node?.end ?? 0) };
    return [
      {
        name: name === "" ? "…" : name,
        kind: kindOf(node, shape),
        range: rangeOf(analysis.document, whole),
        selectionRange: rangeOf(analysis.document, named),
        ...detailOf(node, shape),
        children: within(node, shape),
      },
    ];
  }

  function within(node: Node | undefined, shape: Shape | undefined): DocumentSymbol[] {
    if (node?.kind === "object") return writtenMembers(node).flatMap((member) => ofMember(member, shape));
    if (node?.kind !== "list") return [];
    const item = shape?.kind === "list" ? shape.item : undefined;
    return node.items.flatMap((one, index) => symbol(nameOfItem(one, index), one, item, one));
  }

  function ofMember(member: Member, shape: Shape | undefined): DocumentSymbol[] {
    const described = shape?.kind === "structure" ? memberOf(shape, member.name) : undefined;
    return symbol(member.name, member.value, described?.shape, member);
  }

  function ofRoot({ node, owner, span }: Root): DocumentSymbol[] {
    if (analysis.notation !== "script") return within(node, updateJob);
    const [command] = symbol(textOf(valueOf(node, "jobId")) ?? "update-job", node, updateJob, owner ?? span);
    return command === undefined
      ? []
      : [{ ...command, kind: SymbolKind.Event, detail: "update-job", range: rangeOf(analysis.document, span) }];
  }

  return analysis.tree.roots.flatMap(ofRoot);
}

/** The same for a client that knows no tree of symbols. */
export function flatSymbols(analysis: Analysis): SymbolInformation[] {
  const { uri } = analysis.document;
  const flatten = (symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children = [] }) => [
      { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
      ...flatten(children, name),
    ]);
  return flatten(documentSymbols(analysis));
}

/** What tells one criterion from the other; its place in the list where that is missing. */
function nameOfItem(item: Node, index: number): string {
  return textOf(valueOf(item, "failureType")) ?? String(index + 1);
}

function kindOf(node: Node | undefined, shape: Shape | undefined): SymbolKind {
  switch (shape?.kind) {
    case "structure":
      return SymbolKind.Module;
    case "list":
      return SymbolKind.Array;
    case "choice":
      return SymbolKind.EnumMember;
    case "quantity":
      return SymbolKind.Number;
    case "text":
      return SymbolKind.String;
    case undefined:
      return node?.kind === "list" ? SymbolKind.Array : SymbolKind.Variable;
  }
}

const longest = 60;

function detailOf(node: Node | undefined, shape: Shape | undefined): Pick<DocumentSymbol, "detail"> {
  const text = node?.kind === "scalar" ? node.text : meaningOf(node, shape)?.short;
  if (text === undefined || text === "") return {};
  return { detail: text.length > longest ? `${text.slice(0, longest)}…` : text };
}
