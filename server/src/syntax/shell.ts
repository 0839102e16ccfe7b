import { t } from "@vscode/l10n";
import { type Source, mappedSource, plainSource } from "./source";
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
  /** Where more commands may stand: what substitutions and heredocs hold. */
  readonly nested: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
}

/** A `list` is one command: newlines part its words, operators are out of place. */
export type ShellMode = "list" | "script";

/** What a backslash protects inside double quotes. */
const escapable = '$`"\\';
const operators = ";|&<>()";
const blank = " \t\n\r";
const parameter = /[A-Za-z0-9_@*#?$!({-]/;
const redirect = /<<<|<<-?|[<>][&>|]?/y;
/** Most words are of these alone, and stand for themselves. */
const plainWord = /[\w.,:=/+@%^-]+/y;
const continuation = /\\\r?\n/y;

/** Reads a part of a text by POSIX quoting; a `#` at the start of a word opens a comment. Never throws. */
// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
export function readShell(text: string, { start: from, end: to }: Span, mode: ShellMode): Shell {
  const commands: Word[][] = [[]];
  const nested: Span[] = [];
  const problems: SyntaxProblem[] = [];
  let heredocs: Heredoc[] = [];
  let index = from;
  let cooked: string[] = [];
  let offsets: number[] = [];
  /** The word as the shell's own expansions see it: what is quoted cannot be expanded. */
  let unquoted: string[] = [];
  let unknownFrom: number | undefined;
  /** A quote was never closed: from there on quotes are looked for in their line only. */
  let isBroken = false;

  function report(start: number, end: number, message: string, code: SyntaxCode): void {
    problems.push({ code, message, start, end });
  }

  function keep(isQuoted: boolean): void {
    const character = text.charAt(index);
    cooked.push(character);
    offsets.push(index++);
    unquoted.push(isQuoted ? "\0" : character);
  }

  function keepUnknown(end: number): void {
    unknownFrom ??= cooked.length;
    while (index < end) keep(true);
  }

  function skipContinuation(): boolean {
    continuation.lastIndex = index;
    const length = continuation.exec(text)?.[0].length ?? 0;
    index += length;
    return length > 0;
  }

  function skipBlanks(): void {
    while (index < to) {
      if (text[index] === "#") index = Math.min(lineEnd(text, index), to);
      else if (isBlank()) index++;
      else if (!skipContinuation()) return;
    }
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
      const source = plainSource(text.slice(start, index), start);
      commands.at(-1)?.push({ source, unknownFrom: undefined, start, end: index });
      return;
    }
    index = start;
    [cooked, offsets, unquoted, unknownFrom] = [[], [], [], undefined];
    while (index < to && !blank.includes(text.charAt(index)) && !endsCommand()) piece(start);
    finish(start);
  }

  function finish(start: number): void {
    if (cooked.length === 0 && !/['"]/.test(text.slice(start, index))) return;
    offsets.push((offsets.at(-1) ?? start) + 1);
    if (isExpanded(unquoted.join(""))) {
      report(
        start,
        index,
        t("Put this in single quotes: unquoted, a shell expands the brackets and braces."),
        "shell-expansion",
      );
    }
    commands.at(-1)?.push({ source: mappedSource(cooked.join(""), offsets), unknownFrom, start, end: index });
  }

  function piece(start: number): void {
    const character = text.charAt(index);
    if (skipContinuation()) return;
    if (character === "'") singleQuoted();
    else if (character === '"') doubleQuoted();
    else if (character === "\\") escaped();
    else if (character === "$" || character === "`") expansion();
    else if (character === "*" || character === "?" || (character === "~" && index === start)) keepUnknown(index + 1);
    else if (operators.includes(character)) operator();
    else keep(false);
  }

  function escaped(): void {
    if (index + 1 < to) index++;
    keep(true);
  }

  function operator(): void {
    const message = t("A shell takes {0} for itself; put it in quotes.", text.charAt(index));
    report(index, index + 1, message, "shell-expansion");
    keep(false);
  }

  function unclosed(open: number): void {
    // Which quote of the line is too many, or too few, cannot be told: what was read of the others may be inside out.
    const hides = { start: text.lastIndexOf("\n", open) + 1, end: lineEnd(text, open) };
    const message = t("The closing quote {0} is missing.", text.charAt(open));
    if (!isBroken)
      problems.push({ code: "syntax", message, start: open, end: open + 1, hides, mends: quoteMends(text, open) });
    isBroken = true;
  }

  function singleQuoted(): void {
    const open = index++;
    const found = text.indexOf("'", index);
    const close = found < 0 || found >= to ? undefined : found;
    if (close === undefined) unclosed(open);
    const end = close ?? Math.min(lineEnd(text, index), to);
    while (index < end) keep(true);
    if (close !== undefined) index++;
  }

  function doubleQuoted(): void {
    const open = index++;
    const limit = isBroken ? Math.min(lineEnd(text, index), to) : to;
    const close = doubleQuoteEnd(text, index, limit);
    if (close === undefined) unclosed(open);
    const end = close ?? Math.min(lineEnd(text, index), to);
    while (index < end) {
      if (text[index] === "$" || text[index] === "`") expansion(end);
      else if (text[index] !== "\\") keep(true);
      else if (!skipContinuation()) {
        if (escapable.includes(text.charAt(index + 1)) && index + 1 < end) index++;
        keep(true);
      }
    }
    if (close !== undefined) index++;
  }

  function expansion(limit = to): void {
    const end = Math.min(expansionEnd(text, index, limit), limit);
    if (/^\$\((?!\()/.test(text.slice(index, index + 3))) nest(index + 2, end - 1);
    if (text[index] === "`" && !text.slice(index, end).includes("\\")) nest(index + 1, end - 1);
    if (end > index) keepUnknown(end);
    else keep(true);
  }

  function nest(start: number, end: number): void {
    if (end > start) nested.push({ start, end });
  }

  function endCommand(): void {
    const isNewline = text[index++] === "\n";
    commands.push([]);
    if (!isNewline) return;
    for (const heredoc of heredocs) passHeredoc(heredoc);
    heredocs = [];
  }

  function passHeredoc({ delimiter, stripsTabs }: Heredoc): void {
    const start = index;
    while (index < to) {
      const line = text.slice(index, Math.min(lineEnd(text, index), to));
      const lineStart = index;
      index = Math.min(nextLine(text, index), to);
      if ((stripsTabs ? line.replace(/^\t+/, "") : line) === delimiter) {
        nest(start, lineStart);
        return;
      }
    }
    nest(start, to);
  }

  /** A redirection is no part of the words that the command gets. */
  function redirection(): void {
    const previous = commands.at(-1)?.at(-1);
    if (text[index] === "&") index++;
    if (text[index + 1] === "(") {
      processSubstitution();
      return;
    }
    if (previous?.end === index && /^\d+$/.test(previous.source.text)) commands.at(-1)?.pop();
    redirect.lastIndex = index;
    const operator = redirect.exec(text)?.[0] ?? "";
    index += operator.length;
    skipBlanks();
    if (index >= to || endsCommand()) return;
    word();
    const target = commands.at(-1)?.pop();
    const isHeredoc = operator === "<<" || operator === "<<-";
    if (target && isHeredoc) heredocs.push({ delimiter: target.source.text, stripsTabs: operator === "<<-" });
  }

  function processSubstitution(): void {
    const start = index;
    const end = balancedEnd(text, index + 1, "()", to);
    nest(start + 2, end - 1);
    [cooked, offsets, unquoted, unknownFrom] = [[], [], [], undefined];
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
  return { commands: commands.filter((words) => words.length > 0), nested, problems };
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
}

function nextLine(text: string, index: number): number {
  const end = text.indexOf("\n", index);
  return end < 0 ? text.length : end + 1;
}

/** Bash and zsh expand `{a,b}` and `{1..3}`; every shell takes `[ab]` for a pattern. */
function isExpanded(unquoted: string): boolean {
  const brace = unquoted.indexOf("{");
  const inBraces = brace < 0 ? "" : unquoted.slice(brace, unquoted.lastIndexOf("}") + 1);
  const bracket = unquoted.indexOf("[");
  return /,|\.\./.test(inBraces) || (bracket >= 0 && unquoted.lastIndexOf("]") > bracket + 1);
}

function lineEnd(text: string, index: number): number {
  const end = text.indexOf("\n", index);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end > index ? end - 1 : end;
}

function doubleQuoteEnd(text: string, start: number, limit: number): number | undefined {
  for (let index = start; index < limit; index++) {
    const character = text[index];
    if (character === '"') return index;
    if (character === "\\") index++;
    else if (character === "$" || character === "`") index = Math.max(index, expansionEnd(text, index, limit) - 1);
  }
  return undefined;
}

/** Behind the expansion that starts here; `start` itself where the character stands for itself. */
function expansionEnd(text: string, start: number, limit: number): number {
  if (text[start] === "`") return closing(text, start + 1, "`", limit) ?? start + 1;
  const next = text.charAt(start + 1);
  if (next === "(") return balancedEnd(text, start + 1, "()", limit);
  if (next === "{") return balancedEnd(text, start + 1, "{}", limit);
  if (next === "'") return closing(text, start + 2, "'", limit) ?? start;
  if (!parameter.test(next)) return start;
  const name = /[A-Za-z_][A-Za-z0-9_]*|[^]/y;
  name.lastIndex = start + 1;
  return name.test(text) ? name.lastIndex : start + 2;
}

/** Behind the closing character, or `undefined`. */
function closing(text: string, start: number, close: string, limit: number): number | undefined {
  for (let index = start; index < limit; index++) {
    if (text[index] === close) return index + 1;
    if (text[index] === "\\") index++;
  }
  return undefined;
}

/** Behind the bracket that closes the one at `start`; quotes inside are passed over. */
function balancedEnd(text: string, start: number, pair: "()" | "{}", limit: number): number {
  let depth = 0;
  for (let index = start; index < limit; index++) {
    const character = text.charAt(index);
    if (character === pair[0]) depth++;
    else if (character === pair[1] && --depth === 0) return index + 1;
    else if (character === "\\") index++;
    else if (character === "'" || character === '"') index = (closing(text, index + 1, character, limit) ?? limit) - 1;
  }
  return limit;
}
