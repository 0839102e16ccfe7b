import { t } from "@vscode/l10n";
import { type Surroundings, doubleQuoteEnd, expansionEnd, plainEnd, substitutionEnd } from "./shellExpansion";
import { type Source, excerptOf, lineEnd, nextLine, plainSource } from "./source";
import type { Mend, Span, SyntaxCode, SyntaxProblem } from "./tree";

/** A word of a command, as a POSIX shell hands it on. Its span holds the quotes. */
export interface Word extends Span {
  /** Quotes and escapes are taken off; an expansion stands here as it is written. */
  readonly source: Source;
  /** The index in `source.text` of the first variable, substitution or pattern: from there on nothing is known. */
  readonly unknownFrom: number | undefined;
}

export interface Shell {
  readonly commands: readonly (readonly Word[])[];
  /** Where more commands may stand: what substitutions, heredocs and here-strings hold. */
  readonly nested: readonly Part[];
  readonly problems: readonly SyntaxProblem[];
  readonly hasComments: boolean;
}

/** A part of a text that is a script of its own. Its span is of indices in `source.text`. */
export interface Part extends Span {
  readonly source: Source;
  /** The shell puts in the values of variables before anyone reads this, in single quotes too. */
  readonly isExpanded: boolean;
}

/** A `list` is one command: newlines part its words, operators are out of place. */
export type ShellMode = "list" | "script";

/** What a backslash protects inside double quotes. */
const escapable = '$`"\\';
const operators = ";|&<>()";
const blank = " \t\n\r";
const redirect = /<<<|<<-?|[<>][&>|]?/y;
/** Most words are of these alone, and stand for themselves. */
const plainWord = /[\w.,:=/+@%^-]+/y;
const continuation = /\\\r?\n/y;

/** Reads a part of a document by POSIX quoting; a `#` at the start of a word opens a comment. Never throws. */
export function readShell(text: string, { start, end }: Span, mode: ShellMode): Shell {
  return readPart({ source: plainSource(text), isExpanded: false, start, end }, mode);
}

/** The same for what substitutions and quotes hold; the offsets are those of the document. */
// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
export function readPart({ source, start: from, end: to }: Part, mode: ShellMode): Shell {
  const { text, at } = source;
  const commands: Word[][] = [[]];
  const nested: Part[] = [];
  const problems: SyntaxProblem[] = [];
  let heredocs: Heredoc[] = [];
  let index = from;
  let cooked = excerptOf(source);
  /** The word as the shell's own expansions see it: what is quoted cannot be expanded, and is one NUL. */
  let unquoted = "";
  let unknownFrom: number | undefined;
  /** A quote was never closed: from there on quotes are looked for in their line only. */
  let isBroken = false;
  let hasComments = false;

  function report(start: number, end: number, message: string, code: SyntaxCode): void {
    problems.push({ code, message, start: at(start), end: at(end) });
  }

  /** Takes the text up to `end` into the word. */
  function keep(end: number): void {
    cooked.keep(index, end);
    index = end;
  }

  function keepBare(): void {
    unquoted += text.charAt(index);
    keep(index + 1);
  }

  function keepQuoted(end: number): void {
    if (end <= index) return;
    unquoted += "\0";
    keep(end);
  }

  function keepUnknown(end: number): void {
    unknownFrom ??= cooked.length();
    keepQuoted(end);
  }

  function startWord(): void {
    cooked = excerptOf(source);
    unquoted = "";
    unknownFrom = undefined;
  }

  function skipContinuation(): boolean {
    continuation.lastIndex = index;
    const length = continuation.exec(text)?.[0].length ?? 0;
    index += length;
    return length > 0;
  }

  function skipBlanks(): void {
    while (index < to) {
      if (text[index] === "#") comment();
      else if (isBlank()) index++;
      else if (!skipContinuation()) return;
    }
  }

  function comment(): void {
    hasComments = true;
    index = Math.min(lineEnd(text, index), to);
  }

  function isBlank(): boolean {
    return blank.includes(text.charAt(index)) && !endsCommand();
  }

  function endsCommand(): boolean {
    return mode === "script" && (text[index] === "\n" || operators.includes(text.charAt(index)));
  }

  function word(): void {
    const start = index;
    plainWord.lastIndex = start;
    const plain = plainWord.exec(text)?.[0] ?? "";
    index = Math.min(start + plain.length, to);
    if (index > start && (index === to || blank.includes(text.charAt(index)))) {
      const source = wordSource(start);
      commands.at(-1)?.push({ source, unknownFrom: undefined, start: at(start), end: at(index) });
      return;
    }
    index = start;
    startWord();
    while (index < to && !blank.includes(text.charAt(index)) && !endsCommand()) piece(start);
    finish(start);
  }

  /** A word that stands in the text as the program gets it. */
  function wordSource(start: number): Source {
    const word = text.slice(start, index);
    return { text: word, at: (offset) => at(start + offset) };
  }

  function finish(start: number): void {
    if (cooked.length() === 0 && !/['"]/.test(text.slice(start, index))) return;
    if (isExpanded(unquoted)) {
      report(
        start,
        index,
        t("Put this in single quotes: unquoted, a shell expands the brackets and braces."),
        "shell-expansion",
      );
    }
    const word = cooked.source(start + 1);
    commands.at(-1)?.push({ source: word, unknownFrom, start: at(start), end: at(index) });
  }

  function piece(start: number): void {
    const character = text.charAt(index);
    if (skipContinuation()) return;
    if (character === "'") singleQuoted();
    else if (character === '"') doubleQuoted();
    else if (character === "\\") escaped();
    else if (character === "$" || character === "`") expansion("bare");
    else if (character === "*" || character === "?" || (character === "~" && index === start)) keepUnknown(index + 1);
    else if (operators.includes(character)) operator();
    else keepBare();
  }

  function escaped(): void {
    if (index + 1 < to) index++;
    keepQuoted(index + 1);
  }

  function operator(): void {
    const message = t("A shell takes {0} for itself; put it in quotes.", text.charAt(index));
    report(index, index + 1, message, "shell-expansion");
    keepBare();
  }

  function unclosed(open: number): void {
    // Which quote of the line is too many, or too few, cannot be told: what was read of the others may be inside out.
    const hides = { start: at(text.lastIndexOf("\n", open) + 1), end: at(lineEnd(text, open)) };
    const message = t("The closing quote {0} is missing.", text.charAt(open));
    const mends = quoteMends(text, open).map((mend) => ({ ...mend, start: at(mend.start), end: at(mend.end) }));
    if (!isBroken) problems.push({ code: "syntax", message, start: at(open), end: at(open + 1), hides, mends });
    isBroken = true;
  }

  function singleQuoted(): void {
    const open = index++;
    const found = text.indexOf("'", index);
    const close = found < 0 || found >= to ? undefined : found;
    if (close === undefined) unclosed(open);
    const end = close ?? Math.min(lineEnd(text, index), to);
    keepQuoted(end);
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
      else if (text[index] !== "\\") keepQuoted(Math.min(plainEnd(text, index), end));
      else if (!skipContinuation()) {
        if (escapable.includes(text.charAt(index + 1)) && index + 1 < end) index++;
        keepQuoted(index + 1);
      }
    }
    if (close !== undefined) index++;
  }

  function expansion(surroundings: Surroundings, limit = to): void {
    const start = index;
    if (surroundings === "bare" && text.startsWith('$"', start)) {
      index++;
      return;
    }
    const end = Math.min(expansionEnd(text, start, limit, surroundings), limit);
    if (text.startsWith("$(", start) && text[start + 2] !== "(") nest(start + 2, end - 1);
    if (text[start] === "`") nestBackquoted(start + 1, end - 1, surroundings);
    if (end > start) keepUnknown(end);
    else keepQuoted(index + 1);
  }

  function nest(start: number, end: number, isExpanded = false): void {
    if (end > start) nested.push({ source, isExpanded, start, end });
  }

  /** Between backquotes a shell takes off one backslash before it reads the command. */
  function nestBackquoted(start: number, end: number, surroundings: Surroundings): void {
    const protects = surroundings === "quoted" ? '$`\\"' : "$`\\";
    const command = excerptOf(source);
    for (let next = start; next < end; next++) {
      if (text[next] === "\\" && next + 1 < end && protects.includes(text.charAt(next + 1))) next++;
      command.keep(next, next + 1);
    }
    nestWord(command.source(start), false);
  }

  function nestWord(word: Source, isExpanded: boolean): void {
    nested.push({ source: word, isExpanded, start: 0, end: word.text.length });
  }

  function endCommand(): void {
    const isNewline = text[index++] === "\n";
    commands.push([]);
    if (!isNewline) return;
    for (const heredoc of heredocs) passHeredoc(heredoc);
    heredocs = [];
  }

  function passHeredoc({ delimiter, stripsTabs, isExpanded }: Heredoc): void {
    const start = index;
    while (index < to) {
      const line = text.slice(index, Math.min(lineEnd(text, index), to));
      const lineStart = index;
      index = Math.min(nextLine(text, index), to);
      if ((stripsTabs ? line.replace(/^\t+/, "") : line) === delimiter) {
        nest(start, lineStart, isExpanded);
        return;
      }
    }
    nest(start, to, isExpanded);
  }

  /** A redirection is no part of the words that the command gets. */
  function redirection(): void {
    const previous = commands.at(-1)?.at(-1);
    if (text[index] === "&") index++;
    if (text[index + 1] === "(") {
      processSubstitution();
      return;
    }
    if (previous?.end === at(index) && /^\d+$/.test(previous.source.text)) commands.at(-1)?.pop();
    redirect.lastIndex = index;
    const operator = redirect.exec(text)?.[0] ?? "";
    index += operator.length;
    skipBlanks();
    if (index >= to || endsCommand()) return;
    const start = index;
    word();
    const target = commands.at(-1)?.pop();
    if (target === undefined) return;
    if (operator === "<<<") nestWord(target.source, target.unknownFrom !== undefined);
    if (operator !== "<<" && operator !== "<<-") return;
    const delimiter = target.source.text;
    heredocs.push({ delimiter, stripsTabs: operator === "<<-", isExpanded: text.slice(start, index) === delimiter });
  }

  function processSubstitution(): void {
    const start = index;
    const end = substitutionEnd(text, index + 1, to);
    nest(start + 2, end - 1);
    startWord();
    keepUnknown(end);
    finish(start);
  }

  for (;;) {
    skipBlanks();
    if (index >= to) break;
    if (!endsCommand()) word();
    else if (/^(?:&>|[<>])/.test(text.slice(index, index + 2))) redirection();
    else endCommand();
  }
  return { commands: commands.filter((words) => words.length > 0), nested, problems, hasComments };
}

/** The quote closed at the end of its line, or taken away. */
function quoteMends(text: string, open: number): readonly Mend[] {
  const line = text.slice(open, lineEnd(text, open)).replace(/\s*\\?$/, "");
  const end = open + line.length;
  return [
    { start: end, end, text: text.charAt(open), literal: true },
    { start: open, end: open + 1, text: "", literal: true },
  ];
}

interface Heredoc {
  readonly delimiter: string;
  readonly stripsTabs: boolean;
  /** Its delimiter stands without quotes. */
  readonly isExpanded: boolean;
}

/** Bash and zsh expand `{a,b}` and `{1..3}`; every shell takes `[ab]` for a pattern. */
function isExpanded(unquoted: string): boolean {
  const brace = unquoted.indexOf("{");
  const inBraces = brace < 0 ? "" : unquoted.slice(brace, unquoted.lastIndexOf("}") + 1);
  const bracket = unquoted.indexOf("[");
  return /,|\.\./.test(inBraces) || (bracket >= 0 && unquoted.lastIndexOf("]") > bracket + 1);
}
