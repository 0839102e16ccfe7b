import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { defaultRules } from "../../server/src/model/ruleBook";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { assertAcceptable } from "./acceptance";
import { editOf } from "./edits";
import { assertFeaturesSound, assertSound } from "./invariants";
import { type Random, randomFrom } from "./random";
import { documents } from "./seeds";

export interface Budget {
  readonly milliseconds: number;
  /** The first walk's; each later walk has the next. */
  readonly seed: number;
}

/** Edits documents of a notation at random until the time is up, and gives the number of texts tried. Throws at the first that is wrong. */
export function fuzz(notation: DocumentNotation, { milliseconds, seed }: Budget): number {
  const end = performance.now() + milliseconds;
  let texts = 0;
  for (let walk = seed; performance.now() < end; walk++) texts += walkFrom(notation, walk);
  return texts;
}

const longestWalk = 40;

/** One document, edited step by step as in an editor: incrementally. */
function walkFrom(notation: DocumentNotation, seed: number): number {
  const random = randomFrom(seed);
  let document = TextDocument.create("file:///a", notation, 0, random.pick(documents[notation]));
  const steps = 1 + random.below(longestWalk);
  let analysis: Analysis | undefined;
  for (let version = 1; version <= steps; version++) {
    document = edited(document, notation, { random, version });
    try {
      analysis = analyze(document, notation, defaultRules, analysis);
      assertSound(analysis);
      const offset = random.below(analysis.text.length + 1);
      if (random.below(4) === 0) assertFeaturesSound(analysis, offset);
      if (random.below(8) === 0) assertAcceptable(analysis, offset);
    } catch (error) {
      const text = JSON.stringify(document.getText());
      throw new Error(`${notation}, seed ${seed}, step ${version}: ${String(error)}\n${text}`, { cause: error });
    }
  }
  return steps;
}

interface Step {
  readonly random: Random;
  readonly version: number;
}

function edited(document: TextDocument, notation: DocumentNotation, { random, version }: Step): TextDocument {
  const { start, end, text } = editOf(document.getText(), notation, random);
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return TextDocument.update(document, [{ range, text }], version);
}
