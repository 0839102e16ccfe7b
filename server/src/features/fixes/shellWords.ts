import { isPlainInShell, spellIn } from "../../syntax/shell/quote";
import { sectionAt } from "../../syntax/shell/section";
import { type Word, readShell } from "../../syntax/shell/shell";
import type { SyntaxProblem } from "../../syntax/tree";
import { type Edit, applied } from "../edits";

/** A word in single quotes, where a shell changes nothing; a plain one needs none. */
export function quoted(word: string): string {
  if (word !== "" && isPlainInShell(word)) return word;
  const [, option = "", value = word] = /^(--[a-z-]+=)(.*)$/s.exec(word) ?? [];
  return `${option}'${spellIn("'", value)}'`;
}

/** The edits of the document that change what a shell makes of a word; indices are those of `word.source.text`. */
export function editsOfWord(text: string, word: Word, changes: readonly Edit[]): readonly Edit[] {
  const wanted = applied(word.source.text, changes);
  const inPlace = changes.map((change) => inQuotesThere(text, word, change));
  const span = { start: 0, end: word.end - word.start };
  const raw = applied(
    text.slice(word.start, word.end),
    inPlace.map(({ start, end, text: inserted }) => ({
      start: start - word.start,
      end: end - word.start,
      text: inserted,
    })),
  );
  const { commands, problems } = readShell(raw, { ...span, end: raw.length }, "script");
  const [read, ...others] = commands.flat();
  const isSame = others.length === 0 && read?.source.text === wanted && read.end === raw.length;
  if (isSame && (!isExpanded(problems) || isExpanded(readShell(text, word, "script").problems))) return inPlace;
  // Quotes would keep the shell from what only it knows.
  if (word.unknownFrom !== undefined) return [];
  return [{ start: word.start, end: word.end, text: quoted(wanted) }];
}

/** The shell would make several words of it. */
function isExpanded(problems: readonly SyntaxProblem[]): boolean {
  return problems.some(({ code }) => code === "shell-expansion");
}

/** The change as it is written in the quotes that it falls into. */
function inQuotesThere(text: string, { source, start, end }: Word, change: Edit): Edit {
  const isInsertion = change.start === change.end;
  const after = change.start > 0 ? source.at(change.start - 1) + 1 : undefined;
  const from = isInsertion
    ? (after ?? beforeEscape(text, source.at(0), start))
    : beforeEscape(text, source.at(change.start), start);
  const to = isInsertion ? from : Math.min(source.at(change.end - 1) + 1, end);
  const quote = sectionAt(text, { start, end }, from)?.quote ?? "";
  return { start: from, end: to, text: quote === "" ? change.text : spellIn(quote, change.text) };
}

function beforeEscape(text: string, offset: number, wordStart: number): number {
  return offset > wordStart && text[offset - 1] === "\\" && !/\\\\$/.test(text.slice(wordStart, offset))
    ? offset - 1
    : offset;
}
