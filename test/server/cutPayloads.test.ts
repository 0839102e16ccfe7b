import assert from "node:assert/strict";
import { test } from "node:test";
import type { Range } from "vscode-languageserver-types";
import type { Analysis } from "../../server/src/analysis";
import { codeLenses } from "../../server/src/features/codeLenses";
import { documentHighlights } from "../../server/src/features/documentHighlights";
import { documentLinks } from "../../server/src/features/documentLinks";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { foldingRanges } from "../../server/src/features/foldingRanges";
import { formatting } from "../../server/src/features/formatting";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlayHints";
import { renamable, rename } from "../../server/src/features/rename";
import { selectionRange } from "../../server/src/features/selectionRanges";
import { semanticTokens } from "../../server/src/features/semanticTokens";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import payloads from "../facts/payloads.json";
import shorthand from "../facts/shorthand.json";
import { analysisOf } from "../fixture";
import { notations, payload } from "./fourNotations";

/** Everything that an editor asks when a text is open and the cursor stands at its end. */
function askAll(analysis: Analysis): readonly unknown[] {
  const { length } = analysis.text;
  return [
    hover(analysis, length),
    documentHighlights(analysis, length),
    selectionRange(analysis, length),
    renamable(analysis, length),
    rename(analysis, length, "other", [analysis]),
    documentSymbols(analysis),
    foldingRanges(analysis),
    semanticTokens(analysis),
    inlayHints(analysis, { start: 0, end: length }, {}),
    documentLinks(analysis),
    formatting(analysis, { tabSize: 2, insertSpaces: true }),
    codeLenses(analysis, ["iotJobs.runUpdateJob"]),
  ];
}

/** Every range in an answer, however deep. */
function rangesIn(answer: unknown): readonly Range[] {
  if (typeof answer !== "object" || answer === null) return [];
  const inner = Object.values(answer).flatMap(rangesIn);
  return isRange(answer) ? [answer, ...inner] : inner;
}

function isRange(value: object): value is Range {
  return "start" in value && "end" in value && typeof value.start === "object" && typeof value.end === "object";
}

/** All ranges lie in the text, and none ends before it starts. Gives how many there are. */
function check(text: string, notation: DocumentNotation): number {
  const analysis = analysisOf(text, notation);
  const { document } = analysis;
  const ranges = rangesIn(askAll(analysis));
  for (const { start, end } of ranges) {
    assert.deepEqual(
      [document.positionAt(document.offsetAt(start)), document.positionAt(document.offsetAt(end))],
      [start, end],
    );
    assert.ok(document.offsetAt(start) <= document.offsetAt(end), JSON.stringify({ text, start, end }));
  }
  return ranges.length;
}

for (const notation of notations) {
  test(`${notation}: cut at every character, the payload gets an answer to every question`, () => {
    const text = payload[notation];
    let ranges = 0;
    for (let end = 0; end <= text.length; end++) ranges += check(text.slice(0, end), notation);
    assert.ok(ranges > 10 * text.length, `${ranges} ranges`);
  });

  test(`${notation}: with every third character taken out, the payload gets an answer to every question`, () => {
    const text = payload[notation];
    let ranges = 0;
    for (let index = 0; index < text.length; index += 3) {
      ranges += check(text.slice(0, index) + text.slice(index + 1), notation);
    }
    assert.ok(ranges > 10 * text.length, `${ranges} ranges`);
  });
}

const facts: readonly (readonly [DocumentNotation, readonly string[]])[] = [
  ["json", payloads.map(({ payload: text }) => text ?? "")],
  ["yaml", payloads.map(({ payload: text }) => text ?? "")],
  ["options", shorthand.map(({ param, input }) => `${param} '${input.replaceAll("'", "'\\''")}'`)],
];

for (const [notation, texts] of facts) {
  test(`${notation}: each recorded payload, cut in ten places, gets an answer to every question`, () => {
    let ranges = 0;
    for (const text of texts) {
      const step = Math.max(1, Math.ceil(text.length / 10));
      for (let end = text.length; end > 0; end -= step) ranges += check(text.slice(0, end), notation);
    }
    assert.ok(ranges > 10 * texts.length, `${ranges} ranges`);
  });
}
