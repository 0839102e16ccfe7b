import assert from "node:assert/strict";
import {
  type DocumentSymbol,
  type SelectionRange,
  type SemanticTokens,
  type TextEdit,
} from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { completion } from "../../server/src/features/completion";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { type Edit, applied } from "../../server/src/features/edits";
import { fixAll } from "../../server/src/features/fixes/fixAll";
import { fixesOf } from "../../server/src/features/fixes/fixes";
import { rename } from "../../server/src/features/rename";
import { selectionRange } from "../../server/src/features/selectionRanges";
import { semanticTokens } from "../../server/src/features/semanticTokens";

const options = {
  snippets: false,
  indents: false,
  describesRows: false,
  commands: [],
  jobIds: () => ["j1"],
  roleArns: () => [],
} as const;

/**
 * What an editor does with the answers: no item accepted and no fix applied leaves the text more broken than it was. In a text
 * that is broken in many places nobody can say what an item should become.
 */
export function assertAcceptable(analysis: Analysis, offset: number): void {
  // In a shell a word that goes on after the cursor may be anything, and in YAML one mistake hides the others.
  const mostBroken = { json: 1, yaml: 0, options: -1, script: -1 }[analysis.notation];
  // One run of blanks that are none in JSON would become two.
  const isPlain = !/[^\S \t\r\n]/.test(analysis.text);
  if (isPlain && brokenPlaces(analysis) <= mostBroken) assertCompletionSound(analysis, offset);
  if (brokenPlaces(analysis) === 0) assertRenameSound(analysis, offset);
  assertFixesSound(analysis);
  assertTokensApart(semanticTokens(analysis));
  assertGrows(analysis.document, selectionRange(analysis, offset));
  for (const symbol of documentSymbols(analysis)) assertSymbol(analysis, symbol);
}

function after({ document, notation }: Analysis, text: string): Analysis {
  return analyze(TextDocument.create(document.uri, notation, 1, text), notation);
}

function brokenPlaces({ problems }: Analysis): number {
  return problems.filter(({ code }) => code === "syntax" || code === "encoding").length;
}

function assertCompletionSound(analysis: Analysis, offset: number): void {
  const { document } = analysis;
  for (const { label, textEdit, additionalTextEdits = [] } of completion(analysis, offset, options).items) {
    assert.ok(textEdit !== undefined && "range" in textEdit, label);
    const { start, end } = textEdit.range;
    assert.equal(start.line, end.line, `${label} replaces more than one line`);
    assert.ok(document.offsetAt(start) <= offset && offset <= document.offsetAt(end), `${label} is not at the cursor`);
    const edits: TextEdit[] = [...additionalTextEdits, textEdit];
    const accepted = after(analysis, TextDocument.applyEdits(document, edits));
    assert.ok(
      brokenPlaces(accepted) <= brokenPlaces(analysis),
      `${label} at ${offset} leaves ${JSON.stringify(accepted.text)}`,
    );
  }
}

/** So many problems are looked at: each fix is tried on the whole text. */
const few = 6;

function assertFixesSound(analysis: Analysis): void {
  if (analysis.problems.length > few) return;
  for (const problem of analysis.problems) {
    for (const { title, edits } of fixesOf(analysis, problem)) {
      assert.notEqual(title.trim(), "");
      assertApart(edits, title);
    }
  }
  const edits = fixAll(analysis);
  assertApart(edits, "fix all");
  const fixed = after(analysis, applied(analysis.text, edits));
  assert.ok(brokenPlaces(fixed) <= brokenPlaces(analysis), `fix all leaves ${JSON.stringify(fixed.text)}`);
  const again = applied(fixed.text, fixAll(fixed));
  assert.equal(again, fixed.text, "fix all comes to no end");
}

function assertApart(edits: readonly Edit[], title: string): void {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { end }] of sorted.entries()) {
    assert.ok(end <= (sorted[index + 1]?.start ?? end), `the edits of ${title} overlap`);
  }
}

function assertRenameSound(analysis: Analysis, offset: number): void {
  const { changes = {} } = rename(analysis, offset, "-new_id", [analysis]) ?? {};
  const edits = changes[analysis.document.uri] ?? [];
  if (edits.length === 0) return;
  const renamed = after(analysis, TextDocument.applyEdits(analysis.document, edits));
  assert.equal(brokenPlaces(renamed), 0, `renaming leaves ${JSON.stringify(renamed.text)}`);
}

/** Positions only grow, and no token has no length. */
function assertTokensApart({ data }: SemanticTokens): void {
  let end = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [line = 0, column = 0, length = 0] = data.slice(index, index + 3);
    assert.ok(line >= 0 && column >= 0 && length > 0, "a token has no place");
    assert.ok(line > 0 || column >= end, "two tokens overlap");
    end = length;
  }
}

function assertGrows(document: TextDocument, { range, parent }: SelectionRange): void {
  if (parent === undefined) return;
  const [inner, outer] = [range, parent.range].map(({ start, end }) => [
    document.offsetAt(start),
    document.offsetAt(end),
  ]);
  const [innerStart = 0, innerEnd = 0, outerStart = 0, outerEnd = 0] = [...(inner ?? []), ...(outer ?? [])];
  assert.ok(outerStart <= innerStart && innerEnd <= outerEnd, "a selection shrinks");
  assert.notDeepEqual(inner, outer, "a selection stays as it is");
  assertGrows(document, parent);
}

function assertSymbol(analysis: Analysis, { name, range, selectionRange: named, children = [] }: DocumentSymbol): void {
  const at = (position: { line: number; character: number }): number => analysis.document.offsetAt(position);
  assert.ok(at(range.start) <= at(named.start) && at(named.end) <= at(range.end), `the name of ${name} is outside`);
  assert.notEqual(name, "");
  for (const child of children) assertSymbol(analysis, child);
}
