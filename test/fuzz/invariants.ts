import assert from "node:assert/strict";
import type { Range } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { codeLenses } from "../../server/src/features/codeLenses";
import { completion } from "../../server/src/features/completion";
import { convert } from "../../server/src/features/convert";
import { documentHighlights } from "../../server/src/features/documentHighlights";
import { documentLinks } from "../../server/src/features/documentLinks";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { foldingRanges } from "../../server/src/features/foldingRanges";
import { formatting } from "../../server/src/features/formatting";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlayHints";
import { payloads } from "../../server/src/features/payload";
import { quickFixes } from "../../server/src/features/quickFixes";
import { selectionRange } from "../../server/src/features/selectionRanges";
import { semanticTokens } from "../../server/src/features/semanticTokens";
import type { Problem } from "../../server/src/model/problem";
import type { Node, Span, SyntaxTree } from "../../server/src/syntax/tree";

/** The text as a fresh document: nothing throws, each span is in the document, and what was edited gives the same. */
export function assertSound(edited: Analysis): void {
  const { text, notation } = edited;
  const fresh = analyze(TextDocument.create(edited.document.uri, notation, 1, text), notation);
  assert.equal(pictured(edited.tree), pictured(fresh.tree), "the edited document has another tree");
  assert.equal(pictured(edited.problems), pictured(fresh.problems), "the edited document has other problems");
  for (const problem of fresh.problems) {
    assertWithin(problem, text);
    assert.notEqual(problem.message, "");
  }
  for (const root of fresh.tree.roots) {
    assertWithin(root.span, text);
    if (root.owner !== undefined) assertWithin(root.owner, text);
    assertNodeWithin(root.node, text);
  }
}

/** What was read, or found in it, without what is remembered for the next version. */
export function pictured(read: SyntaxTree | Node | readonly Problem[]): string {
  const remembered = ["fits", "height"];
  return JSON.stringify(read, (name, value: unknown) => (remembered.includes(name) ? undefined : value), 1);
}

function assertWithin({ start, end }: Span, text: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `the span ${start} to ${end} of ${text.length}`);
}

/** Without recursion: a tree may be as deep as its text is long. */
function assertNodeWithin(root: Node | undefined, text: string): void {
  const open: (Node | undefined)[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (node === undefined) continue;
    assertWithin(node, text);
    if (node.kind === "list") open.push(...node.items);
    if (node.kind !== "object") continue;
    for (const member of node.members) {
      assertWithin(member, text);
      open.push(member.value);
    }
  }
}

const completionOptions = {
  snippets: true,
  indents: true,
  describesRows: true,
  commands: [],
  jobIds: () => ["j1"],
  roleArns: () => [],
} as const;

/** Asks every feature, at one offset where it wants one: none throws, and each range of an answer is in the document. */
export function assertFeaturesSound(analysis: Analysis, offset: number): void {
  assertLent(analysis, offset);
  const all = { start: 0, end: analysis.text.length };
  const answers: readonly unknown[] = [
    hover(analysis, offset),
    completion(analysis, offset, completionOptions),
    quickFixes(analysis, all, { commands: [] }),
    codeLenses(analysis, []),
    documentHighlights(analysis, offset),
    documentLinks(analysis),
    documentSymbols(analysis),
    foldingRanges(analysis),
    inlayHints(analysis, all, {}),
    formatting(analysis, { insertSpaces: true, tabSize: 2 }),
    payloads(analysis, undefined),
    selectionRange(analysis, offset),
    semanticTokens(analysis),
    ...(["json", "yaml", "options", "bash", "cmd"] as const).map((to) => convert(analysis, offset, to)),
  ];
  for (const answer of answers) for (const range of rangesIn(answer)) assertRange(range, analysis.document);
}

/** Completion that takes over what was read offers the same as one that reads all anew, and gives back what it was lent. */
function assertLent(analysis: Analysis, offset: number): void {
  const { tree, document, notation, text, rules, kept, problems, wordsOf, assignments, tried } = analysis;
  const before = pictured(tree);
  const offered = completion(analysis, offset, completionOptions);
  assert.equal(pictured(tree), before, "completion has changed the tree");
  const others = { document, notation, text, rules, kept, problems, wordsOf, assignments, tried };
  // Of a tree without its text nothing can be taken over.
  const anew = { ...others, tree: { roots: tree.roots, problems: tree.problems } };
  assert.deepEqual(offered, completion(anew, offset, completionOptions), "completion has taken over too much");
}

function rangesIn(answer: unknown): readonly Range[] {
  if (typeof answer !== "object" || answer === null) return [];
  return isRange(answer) ? [answer] : Object.values(answer).flatMap(rangesIn);
}

function isRange(value: object): value is Range {
  return "start" in value && "end" in value && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return typeof value === "object" && value !== null && "line" in value && "character" in value;
}

function assertRange({ start, end }: Range, document: TextDocument): void {
  assert.deepEqual(document.positionAt(document.offsetAt(start)), start, "a range starts outside the document");
  assert.deepEqual(document.positionAt(document.offsetAt(end)), end, "a range ends outside the document");
  assert.ok(document.offsetAt(start) <= document.offsetAt(end), "a range ends before it starts");
}
