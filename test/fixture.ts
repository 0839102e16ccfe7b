import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionItem } from "vscode-languageserver-types";
import { type Analysis, analyze } from "../server/src/analysis";
import { type CompletionOptions, completion } from "../server/src/features/completion";
import { hover } from "../server/src/features/hover";
import type { DocumentNotation } from "../server/src/syntax/parse";
import type { Node, ScalarNode, Span } from "../server/src/syntax/tree";

/** What marks the cursor in a picture. */
const cursor = "<|>";

export function analysisOf(text: string, notation: DocumentNotation = "json"): Analysis {
  return analyze(TextDocument.create("file:///a", notation, 1, text), notation);
}

/** The text with a line of squiggles and messages under each line that has problems. */
export function underlined(text: string, notation: DocumentNotation = "json"): string {
  const analysis = analysisOf(text, notation);
  const lines = text.split("\n");
  const marks = analysis.problems.map(({ start, end, message, code }) => {
    const from = analysis.document.positionAt(start);
    const width = Math.max(1, Math.min(end, !text.includes("\n", start) ? end : text.indexOf("\n", start)) - start);
    return { line: from.line, mark: `${" ".repeat(from.character)}${"~".repeat(width)} ${code}: ${message}` };
  });
  return lines
    .flatMap((line, index) => [line, ...marks.filter((mark) => mark.line === index).map(({ mark }) => mark)])
    .join("\n");
}

/** The picture without its squiggles: what is put in. */
export function plain(picture: string): string {
  return picture
    .split("\n")
    .filter((line) => !/^\s*~/.test(line))
    .join("\n");
}

/** The spans of problems lie in the text, and none ends before it starts. */
export function assertInside(problems: readonly Span[], text: string): void {
  for (const { start, end } of problems) {
    assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${JSON.stringify(text)}`);
  }
}

/** A tree as plain data: text for what is in quotes or bare, and the value of any other scalar. */
export function plainDataOf(node: Node | undefined): unknown {
  switch (node?.kind) {
    case "object":
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plainDataOf(value)]));
    case "list":
      return node.items.map(plainDataOf);
    case "scalar":
      return scalarValue(node);
    case "unknown":
    case undefined:
      return undefined;
  }
}

function scalarValue({ type, text }: ScalarNode): unknown {
  switch (type) {
    case "string":
    case "bare":
    case "date":
      return text;
    case "number":
      return Number(text.replace(/\.inf/i, "Infinity"));
    case "boolean":
      return text.toLowerCase() === "true";
    case "null":
      return null;
  }
}

/** Splits a text at its cursor. */
export function atCursor(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf(cursor);
  return { text: text.replace(cursor, ""), offset };
}

/** What an editor without snippets is offered at the cursor of a picture. */
export function offered(
  marked: string,
  notation: DocumentNotation = "json",
  options: Partial<CompletionOptions> = {},
): readonly CompletionItem[] {
  const { text, offset } = atCursor(marked);
  const nothing = (): readonly string[] => [];
  const defaults = {
    snippets: false,
    indents: false,
    describesRows: false,
    commands: [],
    jobIds: nothing,
    roleArns: nothing,
  };
  return completion(analysisOf(text, notation), offset, { ...defaults, ...options }).items;
}

export function labels(marked: string, notation: DocumentNotation = "json"): readonly string[] {
  return offered(marked, notation).map(({ label }) => label);
}

/** The text after an item is accepted. */
export function accepted(marked: string, item: CompletionItem): string {
  const { document } = analysisOf(atCursor(marked).text);
  const edit = item.textEdit;
  if (edit === undefined || !("range" in edit)) throw new Error(`${item.label} writes nothing`);
  return TextDocument.applyEdits(document, [...(item.additionalTextEdits ?? []), edit]);
}

/** The text after the item of that label is accepted. */
export function accept(marked: string, label: string, notation: DocumentNotation = "json"): string {
  const item = offered(marked, notation).find((candidate) => candidate.label === label);
  return item === undefined ? `no item ${label}` : accepted(marked, item);
}

export function hoverText(marked: string, notation: DocumentNotation = "json"): string {
  const { text, offset } = atCursor(marked);
  const contents = hover(analysisOf(text, notation), offset)?.contents;
  return contents !== undefined && typeof contents === "object" && "value" in contents ? contents.value : "";
}
