import { t } from "@vscode/l10n";
import { append } from "./append";
import {
  type Quoting,
  arithmetic,
  backquoted,
  doubleQuoteEnd,
  expansionEnd,
  plainEnd,
  startsExpansion,
  substitutionEnd,
} from "./shellExpansion";
import { type Heredoc, heredocLines, heredocPart, isOnlyShown } from "./shellHeredocs";
import { readsScript, scriptIn, somethingBehind } from "./shellRunners";
import { type Source, lineEnd, plainSource } from "./source";
import type { Span, SyntaxCode, SyntaxProblem } from "./tree";
import { unclosedQuote } from "./unclosedQuote";
import { wordPieces } from "./wordPieces";

/** A word of a command, as a POSIX shell hands it on. Its span holds the quotes. */
export interface Word extends Span {
  /** Quotes and escapes are taken off; an expansion stands here as it is written. */
  readonly source: Source;
  /** The index in `source.text` of the first variable, substitution or pattern: from there on nothing is known. */
  readonly unknownFrom: number | undefined;
}

export interface Shell {
  readonly commands: readonly (readonly Word[])[];
  readonly problems: readonly SyntaxProblem[];
  readonly hasComments: boolean;
}

/** Gets what is read as soon as it is read: little of a script is of interest, and worth keeping. */
export interface ShellVisitor {
  /** Each command with what is wrong in it. */
  readonly command: (words: readonly Word[], problems: readonly SyntaxProblem[]) => void;
  /** Where more commands may stand: what substitutions, heredocs and here-strings hold. */
  readonly part?: (part: Part) => void;
  readonly comment?: () => void;
  /** Whether to read on at the start of a line that is read the same whatever stands before it. */
  readonly readsOn?: (index: number) => boolean;
}

/** A part of a text that is a script of its own. Its span is of indices in `source.text`. */
export interface Part extends Span {
  readonly source: Source;
  /** The shell puts in the values of variables before anyone reads this, in single quotes too. */
  readonly isExpanded: boolean;
}

/** A `list` is one command: newlines part its words, operators are out of place. */
export type ShellMode = "list" | "script";

const escapable = '$`"\\';
const operators: ReadonlySet<string> = new Set(";|&<>()");
const redirect = /<<<|<<-?|[<>]&-|[<>][&>|]?/y;
/** Most words are of these alone, and stand for themselves. */
const plainWord = /[\w.,:=/+@%^-]+/y;
const quotedWord = /'[^']*'|"[^"$`\\]*"/y;
/** A part of a word in which nothing means anything to a shell but brackets and braces. */
const bareRun = /[^ \t\r\n'"\\$`*?~;|&<>()]+/y;
/** At the end of the text it goes on to nothing. */
const continuation = /\\(?:\r?\n|$)/y;

/** Reads a part of a document by POSIX quoting; a `#` at the start of a word opens a comment. Never throws. */
export function readShell(text: string, { start, end }: Span, mode: ShellMode): Shell {
  const commands: (readonly Word[])[] = [];
  const problems: SyntaxProblem[] = [];
  let hasComments = false;
  readPart({ source: plainSource(text), isExpanded: false, start, end }, mode, {
    command: (words, own) => {
      if (words.length > 0) commands.push(words);
      append(problems, own);
    },
    comment: () => (hasComments = true),
  });
  return { commands, problems, hasComments };
}

/** The same for what substitutions and quotes hold; the offsets are those of the document. */
// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
export function readPart({ source, start: from, end: to }: Part, mode: ShellMode, visitor: ShellVisitor): void {
  const { text, at } = source;
  const pieces = wordPieces(source);
  let words: Word[] = [];
  let problems: SyntaxProblem[] = [];
  let commandStart = from;
  let heredocs: Heredoc[] = [];
  let index = from;
  /** A quote was never closed: from there on quotes are looked for in their line only. */
  let isBroken = false;
  /** Between the brackets of `name=( … )` newlines part words, and what is a command there may get more of them later. */
  let isInArray = false;

  function report(start: number, end: number, message: string, code: SyntaxCode): void {
    problems.push({ code, message, start: at(start), end: at(end) });
  }

  /** Takes the text up to `end` into the word. */
  function keep(as: (start: number, end: number) => void, end: number): void {
    as(index, end);
    index = Math.max(index, end);
  }

  function skipContinuation(): boolean {
    continuation.lastIndex = index;
    if (text[index] !== "\\" || !continuation.test(text)) return false;
    index = continuation.lastIndex;
    return true;
  }

  function skipBlanks(): void {
    while (index < to) {
      if (isBlank()) index++;
      else if (text[index] === "#") comment();
      else if (!skipContinuation()) return;
    }
  }

  function comment(): void {
    visitor.comment?.();
    index = Math.min(lineEnd(text, index), to);
  }

  function isBlank(): boolean {
    const character = text[index];
    if (character === "\n") return mode === "list" || isInArray;
    return character === " " || character === "\t" || character === "\r";
  }

  function endsCommand(): boolean {
    if (mode === "list") return false;
    const character = text.charAt(index);
    return character === "\n" ? !isInArray : operators.has(character) && !isProcess();
  }

  /** `<(…)` and `>(…)` are words. */
  function isProcess(): boolean {
    return text[index + 1] === "(" && (text[index] === "<" || text[index] === ">");
  }

  function endsWord(): boolean {
    return index >= to || isBlank() || endsCommand();
  }

  function word(): void {
    const start = index;
    if (isVerbatim(plainWord, start)) addVerbatim(start, start, index);
    else if (isVerbatim(quotedWord, start)) addVerbatim(start, start + 1, index - 1);
    else {
      pieces.restart();
      while (!endsWord()) piece(start);
      finish(start);
    }
  }

  /** Passes a word if it is such a one as a whole. */
  function isVerbatim(pattern: RegExp, start: number): boolean {
    pattern.lastIndex = start;
    if (!pattern.test(text) || pattern.lastIndex > to) return false;
    index = pattern.lastIndex;
    const isWhole = endsWord();
    if (!isWhole) index = start;
    return isWhole;
  }

  /** A word that stands in the text as the program gets it, perhaps in quotes. */
  function addVerbatim(start: number, first: number, last: number): void {
    const verbatim = { text: text.slice(first, last), at: (offset: number) => at(first + offset) };
    words.push({ source: verbatim, unknownFrom: undefined, start: at(start), end: at(index) });
  }

  function finish(start: number): void {
    if (pieces.isEmpty() && !/['"]/.test(text.slice(start, index))) return;
    if (pieces.isExpanded()) {
      report(
        start,
        index,
        t("Put this in single quotes: unquoted, a shell expands the brackets and braces."),
        "shell-expansion",
      );
    }
    words.push(pieces.word(start, index));
  }

  function piece(start: number): void {
    const character = text.charAt(index);
    bareRun.lastIndex = index;
    if (bareRun.test(text)) keep(pieces.bare, Math.min(bareRun.lastIndex, to));
    else if (skipContinuation()) return;
    else if (character === "'") singleQuoted();
    else if (character === '"') doubleQuoted();
    else if (character === "\\") escaped();
    else if (startsExpansion(text, index, mode)) expansion("bare");
    else if (character === "*" || character === "?" || (character === "~" && index === start))
      keep(pieces.unknown, index + 1);
    else if (!operators.has(character)) keep(pieces.bare, index + 1);
    else if (mode === "list") operator();
    else processSubstitution();
  }

  function escaped(): void {
    if (index + 1 < to) index++;
    keep(pieces.quoted, index + 1);
  }

  function operator(): void {
    const message = t("A shell takes {0} for itself; put it in quotes.", text.charAt(index));
    report(index, index + 1, message, "shell-expansion");
    keep(pieces.bare, index + 1);
  }

  function unclosed(open: number): void {
    if (!isBroken) problems.push(unclosedQuote(source, open));
    isBroken = true;
  }

  function singleQuoted(): void {
    const open = index++;
    const found = text.indexOf("'", index);
    const close = found < 0 || found >= to ? undefined : found;
    if (close === undefined) unclosed(open);
    const end = close ?? Math.min(lineEnd(text, index), to);
    keep(pieces.quoted, end);
    if (close !== undefined) index++;
  }

  function doubleQuoted(): void {
    const open = index++;
    const limit = isBroken ? Math.min(lineEnd(text, index), to) : to;
    const close = doubleQuoteEnd(text, index, limit);
    if (close === undefined) unclosed(open);
    const end = close ?? Math.min(lineEnd(text, index), to);
    while (index < end) {
      if (text[index] === "$" || text[index] === "`") expansion("quoted", end);
      else if (text[index] !== "\\") keep(pieces.quoted, Math.min(plainEnd(text, index), end));
      else if (!skipContinuation()) {
        if (escapable.includes(text.charAt(index + 1)) && index + 1 < end) index++;
        keep(pieces.quoted, index + 1);
      }
    }
    if (close !== undefined) index++;
  }

  function expansion(quoting: Quoting, limit = to): void {
    const start = index;
    if (quoting === "bare" && text.startsWith('$"', start)) {
      index++;
      return;
    }
    const end = Math.min(expansionEnd(text, start, limit, quoting), limit);
    if (text.startsWith("$(", start) && text[start + 2] !== "(")
      visitor.part?.({ source, isExpanded: false, start: start + 2, end: end - 1 });
    if (text[start] === "`") {
      const command = backquoted(source, start + 1, end - 1, quoting);
      visitor.part?.(scriptIn({ source: command, unknownFrom: undefined }));
    }
    if (end <= start) keep(pieces.quoted, index + 1);
    else if (quoting === "quoted" || text[start + 1] !== "'") keep(pieces.unknown, end);
    else {
      pieces.ansi(start + 2, end - 1);
      index = end;
    }
  }

  function processSubstitution(): void {
    const end = substitutionEnd(text, index + 1, to);
    visitor.part?.({ source, isExpanded: false, start: index + 2, end: end - 1 });
    keep(pieces.unknown, end);
  }

  /** Passes what parts commands. */
  function endCommand(): void {
    const character = text.charAt(index);
    if (character === "(" && skipArithmetic()) return;
    const last = words.at(-1);
    if (character === ")" && isInArray && last !== undefined) words.push(somethingBehind(last));
    isInArray = character === "(" && isArray();
    index++;
    startCommand();
    if (character !== "\n") return;
    for (const heredoc of heredocs) passHeredoc(heredoc);
    heredocs = [];
    if (index < to && !isBroken && visitor.readsOn?.(index) === false) index = to;
  }

  function startCommand(): void {
    if (words.length > 0 || problems.length > 0) visitor.command(words, problems);
    words = [];
    problems = [];
    commandStart = index;
  }

  function skipArithmetic(): boolean {
    arithmetic.lastIndex = index;
    const isFound = arithmetic.test(text) && arithmetic.lastIndex <= to;
    if (isFound) index = arithmetic.lastIndex;
    return isFound;
  }

  function isArray(): boolean {
    const name = words.at(-1);
    return name?.end === at(index) && /^\w+(?:\[[^\]]*\])?\+?=$/.test(name.source.text);
  }

  function passHeredoc({ words: reader, start, ...heredoc }: Heredoc): void {
    const isShown = isOnlyShown(reader, text.slice(start, index));
    const { end, next } = heredocLines(text, index, to, heredoc);
    if (!isShown) visitor.part?.(heredocPart(source, { start: index, end }, heredoc));
    index = next;
  }

  /** A redirection is no part of the words that the command gets. */
  function redirection(): void {
    if (text[index] === "&") index++;
    else if (isDescriptor(words.at(-1))) words.pop();
    redirect.lastIndex = index;
    const operator = redirect.exec(text)?.[0] ?? "";
    index += operator.length;
    if (operator.endsWith("&-")) return;
    skipBlanks();
    if (endsWord()) return;
    const start = index;
    word();
    const target = words.pop();
    if (target === undefined) return;
    if (operator === "<<<" && readsScript(words)) visitor.part?.(scriptIn(target));
    if (operator !== "<<" && operator !== "<<-") return;
    const delimiter = target.source.text;
    const isExpanded = text.slice(start, index) === delimiter;
    heredocs.push({ delimiter, stripsTabs: operator === "<<-", isExpanded, words, start: commandStart });
  }

  /** `2` in `2>log`, and `{log}` in `{log}>file`. */
  function isDescriptor(word: Word | undefined): boolean {
    if (word?.end !== at(index)) return false;
    const { source, start, end } = word;
    return end - start === source.text.length && /^(?:\d+|\{\w+\})$/.test(source.text);
  }

  for (;;) {
    skipBlanks();
    if (index >= to) break;
    if (!endsCommand()) word();
    else if (/^(?:&>|[<>])/.test(text.slice(index, index + 2))) redirection();
    else endCommand();
  }
  startCommand();
}
