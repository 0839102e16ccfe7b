import { append } from "../append";
import { type Source, lineEnd, plainSource } from "../source";
import type { Span, SyntaxProblem } from "../tree";
import { arithmetic } from "./expansion";
import { type Heredoc, heredocLines, heredocPart, isOnlyShown } from "./heredocs";
import type { Quote } from "./quote";
import { printedBy } from "./printed";
import { readsScript, scriptOf, somethingBehind } from "./runners";
import { wordPieces } from "./wordPieces";
import { type Place, type WordReader, continuationEnd, endsCommand, endsWord, isBlank, readWord } from "./wordReader";

/** A word of a command, as a POSIX shell hands it on. Its span holds the quotes. */
export interface Word extends Span {
  /** Quotes and escapes are taken off; an expansion stands here as it is written. */
  readonly source: Source;
  /** The index in `source.text` of the first variable, substitution or pattern: from there on nothing is known. */
  readonly unknownFrom: number | undefined;
}

interface Read {
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
  /** What runs it puts words of its own in the place of `{}`. */
  readonly isFilled?: true;
  /** The word that it is, with its quotes and escapes taken off. */
  readonly word?: Word;
  /** What it was taken out of, if that is no word. */
  readonly quote?: Quote;
}

/** A `list` is one command: newlines part its words, operators are out of place. */
export type ShellMode = "list" | "script";

const redirect = /<<<|<<-?|[<>]&-|[<>][&>|]?/y;

/** Reads a part of a document by POSIX quoting; a `#` at the start of a word opens a comment. Never throws. */
export function readShell(text: string, { start, end }: Span, mode: ShellMode): Read {
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
  let words: Word[] = [];
  let problems: SyntaxProblem[] = [];
  let commandStart = from;
  let heredocs: Heredoc[] = [];
  /** What the command before prints for this one. */
  let piped: readonly Part[] = [];
  let index = from;
  let place: Place = mode;
  const reader: WordReader = {
    source,
    end: to,
    pieces: wordPieces(source),
    word: (word) => words.push(word),
    part: visitor.part,
    problem: (problem) => problems.push(problem),
    isBroken: false,
  };

  function skipBlanks(): void {
    while (index < to) {
      if (isBlank(text, index, place)) index++;
      else if (text[index] === "#") comment();
      else {
        const next = continuationEnd(text, index);
        if (next === index) return;
        index = next;
      }
    }
  }

  function comment(): void {
    visitor.comment?.();
    index = Math.min(lineEnd(text, index), to);
  }

  /** Passes what parts commands. */
  function endCommand(): void {
    const character = text.charAt(index);
    if (character === "(" && skipArithmetic()) return;
    const last = words.at(-1);
    // What is a command there may get more words later.
    if (character === ")" && place === "array" && last !== undefined) words.push(somethingBehind(last));
    place = character === "(" && isArrayName(last, at(index)) ? "array" : mode;
    const printed = character === "|" && isPipe(text, index) ? printedBy(words) : [];
    index++;
    startCommand();
    piped = printed;
    if (character !== "\n") return;
    for (const heredoc of heredocs) passHeredoc(heredoc);
    heredocs = [];
    if (index < to && !reader.isBroken && visitor.readsOn?.(index) === false) index = to;
  }

  function startCommand(): void {
    if (words.length > 0 || problems.length > 0) visitor.command(words, problems);
    if (readsScript(words)) for (const part of piped) visitor.part?.(part);
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

  function passHeredoc({ words: reader, start, ...heredoc }: Heredoc): void {
    const isShown = isOnlyShown(reader, text.slice(start, index));
    const { end, next } = heredocLines(text, index, to, heredoc);
    if (!isShown) visitor.part?.(heredocPart(source, { start: index, end }, heredoc));
    index = next;
  }

  /** A redirection is no part of the words that the command gets. */
  function redirection(): void {
    if (text[index] === "&") index++;
    else if (isDescriptor(words.at(-1), at(index))) words.pop();
    redirect.lastIndex = index;
    const operator = redirect.exec(text)?.[0] ?? "";
    index += operator.length;
    if (operator.endsWith("&-")) return;
    skipBlanks();
    if (endsWord(reader, index, place)) return;
    const start = index;
    index = readWord(reader, start, place);
    const target = words.pop();
    if (target === undefined) return;
    if (operator === "<<<" && readsScript(words)) visitor.part?.(scriptOf(target));
    if (operator !== "<<" && operator !== "<<-") return;
    const delimiter = target.source.text;
    const isExpanded = text.slice(start, index) === delimiter;
    heredocs.push({ delimiter, stripsTabs: operator === "<<-", isExpanded, words, start: commandStart });
  }

  for (;;) {
    skipBlanks();
    if (index >= to) break;
    if (!endsCommand(text, index, place)) index = readWord(reader, index, place);
    else if (/^(?:&>|[<>])/.test(text.slice(index, index + 2))) redirection();
    else endCommand();
  }
  startCommand();
}

/** One bar, not two. */
function isPipe(text: string, index: number): boolean {
  return text[index - 1] !== "|" && text[index + 1] !== "|";
}

/** `2` in `2>log`, and `{log}` in `{log}>file`. */
function isDescriptor(word: Word | undefined, end: number): boolean {
  if (word?.end !== end) return false;
  const { source, start } = word;
  return end - start === source.text.length && /^(?:\d+|\{\w+\})$/.test(source.text);
}

function isArrayName(word: Word | undefined, end: number): boolean {
  return word?.end === end && /^\w+(?:\[[^\]]*\])?\+?=$/.test(word.source.text);
}
