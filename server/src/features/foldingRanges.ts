import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { updateJob } from "../model/updateJob";
import { walk } from "../model/walk";
import type { Span } from "../syntax/tree";
import { commandWord } from "./commandWord";

/**
 * What can be folded away: objects, lists, commands and comments of more than one line. `undefined` where there is no payload,
 * so that an editor goes on to fold by indentation.
 */
export function foldingRanges({ tree, document, text, notation }: Analysis): FoldingRange[] | undefined {
  const folded = new Map<number, FoldingRange>();

  function add(startLine: number, endLine: number, kind?: FoldingRangeKind): void {
    const longer = (folded.get(startLine)?.endLine ?? startLine) < endLine;
    if (longer) folded.set(startLine, { startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  }

  /** The line with the bracket that closes stays in sight. */
  function addSpan(from: Span, { end }: Span): void {
    const last = document.positionAt(end).line;
    const lineStart = document.offsetAt({ line: last, character: 0 });
    const closes = /^\s*[\]}]['"]?$/.test(text.slice(lineStart, end));
    add(document.positionAt(from.start).line, closes ? last - 1 : last);
  }

  for (const root of tree.roots) {
    const { node } = root;
    if (node === undefined) continue;
    // A list of options without the command before it has no line to fold down to.
    if (commandWord(root, text) !== undefined) addSpan(node, node);
    walk(node, updateJob, ({ node: value, member }) => {
      const isNested = value !== node || text[value.start] === "{";
      if (isNested && (value?.kind === "object" || value?.kind === "list")) addSpan(member ?? value, value);
    });
  }
  if (tree.roots.length === 0) return undefined;
  if (notation === "options") foldComments(text, add);
  if (notation === "script") foldByIndentation(text, add);
  return [...folded.values()].sort((a, b) => a.startLine - b.startLine);
}

type Add = (startLine: number, endLine: number, kind?: FoldingRangeKind) => void;

function foldComments(text: string, add: Add): void {
  let start: number | undefined;
  for (const [line, content] of [...text.split("\n"), ""].entries()) {
    if (/^\s*#/.test(content)) start ??= line;
    else if (start !== undefined) {
      add(start, line - 1, FoldingRangeKind.Comment);
      start = undefined;
    }
  }
}

/** The rest of a script: an editor that asks us folds nothing by itself. */
function foldByIndentation(text: string, add: Add): void {
  const open: { readonly line: number; readonly indent: number }[] = [];
  let last = 0;
  for (const [line, content] of [...text.split("\n"), "."].entries()) {
    const indent = content.search(/\S/);
    if (indent < 0) continue;
    while ((open.at(-1)?.indent ?? -1) >= indent) add(open.pop()?.line ?? last, last);
    open.push({ line, indent });
    last = line;
  }
}
