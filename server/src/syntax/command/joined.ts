import { t } from "@vscode/l10n";
import { spellIn } from "../shell/quote";
import { scriptOf } from "../shell/runners";
import { type Word, readPart } from "../shell/shell";
import type { SyntaxProblem } from "../tree";
import { type Call, isTakenForJson } from "./options";

/** Other programs that join words have options that keep them from it. */
const always = new Set(["eval", "ssh"]);

type Reread = Pick<Call, "words" | "problems">;

/** The words of a call as a second shell reads them, which gets them without the quotes of the first, joined by blanks. */
export function reread({ words, joiner }: Call): Reread {
  if (joiner === undefined || !always.has(joiner)) return { words, problems: [] };
  const each = words.map((word) => rereadWord(word, joiner));
  return { words: each.map(({ word }) => word), problems: each.flatMap(({ problem }) => problem ?? []) };
}

/** A word that would become another, or more than one, is read as it was meant. */
function rereadWord(word: Word, joiner: string): { readonly word: Word; readonly problem?: SyntaxProblem } {
  const { source, unknownFrom, start, end } = word;
  if (unknownFrom !== undefined) {
    const isSplit = /^[^'"\\]*\s/.test(source.text.slice(0, unknownFrom));
    return isSplit ? { word, problem: lost(word, joiner) } : { word };
  }
  const found = wordsIn(word);
  const [only, ...others] = found;
  const isJsonLost = only !== undefined && isTakenForJson(source.text) && only.source.text !== source.text;
  if (only !== undefined && others.length === 0 && !isJsonLost) return { word: { ...only, start, end } };
  const twice = `"${spellIn('"', `'${spellIn("'", source.text)}'`)}"`;
  return { word, problem: { ...lost(word, joiner), mends: [{ start, end, text: twice, sure: true, literal: true }] } };
}

/** What a shell makes of the text of a word; none where it makes more commands or file names of it. */
function wordsIn(word: Word): readonly Word[] {
  const commands: Reread[] = [];
  readPart(scriptOf(word), "script", { command: (words, problems) => commands.push({ words, problems }) });
  const [first, ...others] = commands;
  return first === undefined || others.length > 0 || first.problems.length > 0 ? [] : first.words;
}

function lost({ start, end }: Word, joiner: string): SyntaxProblem {
  const message = t("{0} hands this to another shell, without these quotes. Put it in quotes twice.", joiner);
  return { code: "shell-expansion", message, start, end };
}
