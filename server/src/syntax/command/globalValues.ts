import { t } from "@vscode/l10n";
import { shown } from "../shown";
import type { Mend, SyntaxProblem } from "../tree";
import { globals, wordsAfter } from "./optionNames";
import type { Value } from "./optionPairs";
import type { Command } from "./options";

/** As Python's `int()` reads it, which the AWS CLI calls; what is below zero it refuses later. */
const whole = /^\s*\+?\p{Nd}+(?:_\p{Nd}+)*\s*$/u;

/** What the AWS CLI refuses of the value of one of its own options. */
export function faultsOfGlobal(option: string, value: Value, command: Command): readonly SyntaxProblem[] {
  if (value.isUnknown) return [];
  const { text } = value.source;
  const words = wordsAfter(option);
  if (words.length > 0) return words.includes(text) ? [] : [wrongWord(value, words, command.nearest(text, words))];
  if (globals.get(option) !== "whole" || whole.test(text)) return [];
  return [problem(value, t("Expected {0}, found {1}.", t("a whole number from {0}", 0), found(text)))];
}

function wrongWord(value: Value, words: readonly string[], guess: string | undefined): SyntaxProblem {
  const { start, end, source } = value;
  const [expected, there] = [words.join(", "), found(source.text)];
  const message =
    guess === undefined
      ? t("Expected {0}, found {1}.", expected, there)
      : t("Expected {0}, found {1}. Did you mean {2}?", expected, there, guess);
  const sorted = [...words].sort((a, b) => Number(b === guess) - Number(a === guess));
  const isSure = (word: string): boolean => word === source.text.toLowerCase();
  const mends = sorted.map((text): Mend => ({ start, end, text, ...(isSure(text) && { sure: true }) }));
  return problem(value, message, mends);
}

function found(text: string): string {
  return `"${shown(text)}"`;
}

function problem({ start, end }: Value, message: string, mends?: readonly Mend[]): SyntaxProblem {
  return { code: "syntax", message, start, end, ...(mends && { mends }) };
}
