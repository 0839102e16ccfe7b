import { t } from "@vscode/l10n";
import { type Source, lineEnd } from "../source";
import type { SyntaxProblem } from "../tree";
import { type Quoting, doubleQuoteEnd, expansionEnd, plainEnd, substitutionEnd } from "./expansion";
import type { Part, ShellMode, Word } from "./shell";
import { eachPartOf } from "./substitutions";
import { unclosedQuote } from "./unclosedQuote";
import type { WordPieces } from "./wordPieces";

/** Where a word stands: also between the brackets of `name=( … )`, where newlines part words as in a list. */
export type Place = ShellMode | "array";

/** What words are read from, and who gets what is found. All indices are those of `source.text`. */
export interface WordReader {
  readonly source: Source;
  readonly end: number;
  readonly pieces: WordPieces;
  readonly word: (word: Word) => void;
  readonly part: ((part: Part) => void) | undefined;
  readonly problem: (problem: SyntaxProblem) => void;
  /** A quote was never closed: from there on quotes are looked for in their line only. */
  isBroken: boolean;
}

const escapable = '$`"\\';
const operators: ReadonlySet<string> = new Set(";|&<>()");
/** Most words are of these alone, and stand for themselves. */
const plainWord = /[\w.,:=/+@%^-]+/y;
const quotedWord = /'[^']*'|"[^"$`\\]*"/y;
/** A part of a word in which nothing means anything to a shell but brackets and braces. */
const bareRun = /[^ \t\r\n'"\\$`*?~;|&<>()]+/y;
/** JSON as one word, perhaps with its option. */
const wholeJson = /^(?:--[\w-]+=)?[[{]+"[^"\\]*"[^]*[}\]]$/;
/** At the end of its line in a list of options it is meant for PowerShell. */
const lastBackquote = /`[ \t]*(?:\r?\n|$)/y;
/** At the end of the text it goes on to nothing. */
const continuation = /\\(?:\r?\n|$)/y;

export function isBlank(text: string, index: number, place: Place): boolean {
  const character = text[index];
  if (character === "\n") return place !== "script";
  return character === " " || character === "\t" || character === "\r";
}

export function endsCommand(text: string, index: number, place: Place): boolean {
  if (place === "list") return false;
  const character = text.charAt(index);
  return character === "\n" ? place === "script" : operators.has(character) && !isProcess(text, index);
}

/** `<(…)` and `>(…)` are words. */
function isProcess(text: string, index: number): boolean {
  return text[index + 1] === "(" && (text[index] === "<" || text[index] === ">");
}

export function endsWord({ source: { text }, end }: WordReader, index: number, place: Place): boolean {
  return index >= end || isBlank(text, index, place) || endsCommand(text, index, place);
}

/** After the backslash and the line break that stand here; `index` itself where they do not. */
export function continuationEnd(text: string, index: number): number {
  if (text[index] !== "\\") return index;
  continuation.lastIndex = index;
  return continuation.test(text) ? continuation.lastIndex : index;
}

/** Reads the word that starts here. As all functions below, it gives the index after what it has read. */
export function readWord(reader: WordReader, start: number, place: Place): number {
  const plain = verbatimEnd(reader, plainWord, start, place);
  if (plain !== undefined) return verbatim(reader, start, plain, 0);
  const quoted = verbatimEnd(reader, quotedWord, start, place);
  if (quoted !== undefined) return verbatim(reader, start, quoted, 1);
  const { source, pieces } = reader;
  pieces.restart();
  // A home folder stands at the start of a word alone.
  let index = source.text[start] === "~" ? take(pieces.unknown, start, start + 1) : start;
  while (!endsWord(reader, index, place)) index = piece(reader, index, place);
  finish(reader, start, index);
  return index;
}

/** After a word, if it is such a one as a whole. */
function verbatimEnd(reader: WordReader, pattern: RegExp, start: number, place: Place): number | undefined {
  pattern.lastIndex = start;
  if (!pattern.test(reader.source.text) || pattern.lastIndex > reader.end) return undefined;
  const end = pattern.lastIndex;
  return endsWord(reader, end, place) ? end : undefined;
}

/** A word that stands in the text as the program gets it, perhaps in quotes. */
function verbatim({ source, word }: WordReader, start: number, end: number, quotes: 0 | 1): number {
  const { text, at } = source;
  const first = start + quotes;
  const own = { text: text.slice(first, end - quotes), at: (offset: number) => at(first + offset) };
  word({ source: own, unknownFrom: undefined, start: at(start), end: at(end) });
  return end;
}

function finish(reader: WordReader, start: number, end: number): void {
  const { source, pieces } = reader;
  if (pieces.isEmpty() && !/['"]/.test(source.text.slice(start, end))) return;
  if (pieces.isExpanded()) {
    report(reader, start, end, t("Put this in single quotes: unquoted, a shell expands the brackets and braces."));
  } else if (wholeJson.test(source.text.slice(start, end))) {
    report(reader, start, end, t("Put this in single quotes: unquoted, a shell takes the double quotes away."));
  }
  reader.word(pieces.word(start, end));
}

function report({ source: { at }, problem }: WordReader, start: number, end: number, message: string): void {
  problem({ code: "shell-expansion", message, start: at(start), end: at(end) });
}

function piece(reader: WordReader, index: number, place: Place): number {
  const { source, end, pieces } = reader;
  const { text } = source;
  bareRun.lastIndex = index;
  if (bareRun.test(text)) return take(pieces.bare, index, Math.min(bareRun.lastIndex, end));
  const next = continuationEnd(text, index);
  if (next > index) return next;
  const character = text.charAt(index);
  if (character === "'") return singleQuoted(reader, index);
  if (character === '"') return doubleQuoted(reader, index);
  if (character === "\\") return escaped(reader, index);
  if (startsExpansion(text, index, place)) return expansion(reader, index, "bare");
  if (character === "*" || character === "?") return take(pieces.unknown, index, index + 1);
  if (!operators.has(character)) return take(pieces.bare, index, index + 1);
  return place === "list" ? operator(reader, index) : processSubstitution(reader, index);
}

function startsExpansion(text: string, index: number, place: Place): boolean {
  if (text[index] !== "`") return text[index] === "$";
  lastBackquote.lastIndex = index;
  return place !== "list" || !lastBackquote.test(text);
}

function take(as: (start: number, end: number) => void, start: number, end: number): number {
  as(start, end);
  return end;
}

/** A backslash at the very end stands for itself. */
function escaped({ end, pieces }: WordReader, index: number): number {
  const kept = index + 1 < end ? index + 1 : index;
  return take(pieces.quoted, kept, kept + 1);
}

function operator(reader: WordReader, index: number): number {
  const { source, pieces } = reader;
  report(reader, index, index + 1, t("A shell takes {0} for itself; put it in quotes.", source.text.charAt(index)));
  return take(pieces.bare, index, index + 1);
}

function unclosed(reader: WordReader, open: number): void {
  if (!reader.isBroken) reader.problem(unclosedQuote(reader.source, open));
  reader.isBroken = true;
}

function singleQuoted(reader: WordReader, open: number): number {
  const { source, end, pieces } = reader;
  const close = source.text.indexOf("'", open + 1);
  if (close >= 0 && close < end) return take(pieces.quoted, open + 1, close) + 1;
  unclosed(reader, open);
  return take(pieces.quoted, open + 1, lineLimit(reader, open + 1));
}

function doubleQuoted(reader: WordReader, open: number): number {
  const { source, end } = reader;
  const start = open + 1;
  const limit = reader.isBroken ? lineLimit(reader, start) : end;
  const close = doubleQuoteEnd(source.text, start, limit);
  if (close !== undefined) return insideDoubleQuotes(reader, start, close) + 1;
  unclosed(reader, open);
  return insideDoubleQuotes(reader, start, lineLimit(reader, start));
}

function lineLimit({ source, end }: WordReader, index: number): number {
  return Math.min(lineEnd(source.text, index), end);
}

function insideDoubleQuotes(reader: WordReader, start: number, end: number): number {
  const { source, pieces } = reader;
  const { text } = source;
  let index = start;
  while (index < end) {
    const character = text[index];
    if (character === "$" || character === "`") index = expansion(reader, index, "quoted", end);
    else if (character === "\\") index = escapedInDoubleQuotes(reader, index, end);
    else index = take(pieces.quoted, index, Math.min(plainEnd(text, index), end));
  }
  return index;
}

/** A backslash before anything else stands for itself. */
function escapedInDoubleQuotes({ source, pieces }: WordReader, index: number, end: number): number {
  const { text } = source;
  const next = continuationEnd(text, index);
  if (next > index) return next;
  const isEscape = index + 1 < end && escapable.includes(text.charAt(index + 1));
  const kept = isEscape ? index + 1 : index;
  return take(pieces.quoted, kept, kept + 1);
}

function expansion(reader: WordReader, start: number, quoting: Quoting, limit = reader.end): number {
  const { source, pieces, part } = reader;
  const { text } = source;
  if (quoting === "bare" && text.startsWith('$"', start)) return start + 1;
  const end = Math.min(expansionEnd(text, start, limit, quoting), limit);
  if (part !== undefined) eachPartOf({ source, quoting }, { start, end }, part);
  if (end <= start) return take(pieces.quoted, start, start + 1);
  if (quoting === "quoted" || text[start + 1] !== "'") return take(pieces.unknown, start, end);
  pieces.ansi(start + 2, end - 1);
  return end;
}

function processSubstitution({ source, end: limit, pieces, part }: WordReader, index: number): number {
  const end = substitutionEnd(source.text, index + 1, limit);
  part?.({ source, isExpanded: false, start: index + 2, end: end - 1 });
  return take(pieces.unknown, index, end);
}
