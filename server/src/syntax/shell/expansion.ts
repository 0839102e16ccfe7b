import { type Source, excerptOf, lineEnd } from "../source";
import { type Heredoc, heredocLines } from "./heredocs";

/** Deeper substitutions are looked through for their brackets alone: nobody writes them. */
const maximumExpansionDepth = 40;

const parameter = /[A-Za-z0-9_@*#?$!({[-]/;
/** `${x#…}`, `${x/…}`: what follows is a pattern, in which single quotes quote, whatever stands around. */
const withPattern = /!?[\w@*]+(?:\[[^\]\n]*\])?[#%/^,]/y;
/** What a shell takes for the start of a command, and so for the place of its reserved words. */
const beforeCommand = /(?:^|[;&|(\n]|\b(?:then|do|else))[ \t]*$/;
const beforeWord: ReadonlySet<string> = new Set(" \t\r\n;&|()");
const caseHead = /case[ \t]+(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s"'])+[ \t]+in(?!\S)/y;
const caseEnd = /esac(?![\w-])/y;
/** A command of bash that only counts, in which `<<` shifts. */
export const arithmetic = /\(\((?:[^()\n]|\([^()\n]*\))*\)\)/y;
const heredoc = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([\w.+-]+))/y;

/** What ends a text in double quotes, or means something there. */
const inDoubleQuotes = /["$`\\]/g;

/** Whether single quotes quote: inside double quotes they stand for themselves. */
export type Quoting = "bare" | "quoted";

/** The index of the double quote that closes the text from `start` on; `undefined` where there is none before `limit`. */
export function doubleQuoteEnd(text: string, start: number, limit: number, depth = 0): number | undefined {
  for (let index = start; index < limit;) {
    inDoubleQuotes.lastIndex = index;
    if (!inDoubleQuotes.test(text) || inDoubleQuotes.lastIndex > limit) return undefined;
    const special = inDoubleQuotes.lastIndex - 1;
    if (text[special] === '"') return special;
    if (text[special] === "\\") index = special + 2;
    else index = Math.max(special + 1, endOf(text, special, { limit, depth, quoting: "quoted" }));
  }
  return undefined;
}

/** After the expansion that starts here; `start` itself where the character stands for itself. */
export function expansionEnd(text: string, start: number, limit: number, quoting: Quoting): number {
  return endOf(text, start, { limit, depth: 0, quoting });
}

interface Surroundings {
  readonly limit: number;
  readonly depth: number;
  readonly quoting: Quoting;
}

function endOf(text: string, start: number, { limit, depth, quoting }: Surroundings): number {
  if (text[start] === "`") return closing(text, start + 1, "`", limit) ?? start + 1;
  const next = text.charAt(start + 1);
  if (next === "(") return substitutionEnd(text, start + 1, limit, depth + 1);
  if (next === "{") return bracesEnd(text, start + 2, { limit, depth: depth + 1, quoting });
  // What bash did before it had `$(( … ))`.
  if (next === "[") return closing(text, start + 2, "]", limit) ?? start;
  if (next === "'" && quoting === "bare") return closing(text, start + 2, "'", limit) ?? start;
  if (!parameter.test(next)) return start;
  const name = /[A-Za-z_][A-Za-z0-9_]*|[^]/y;
  name.lastIndex = start + 1;
  return name.test(text) ? name.lastIndex : start + 2;
}

/** After the first `close` without a backslash before it, or `undefined`. */
function closing(text: string, start: number, close: string, limit: number): number | undefined {
  for (let index = start; index < limit; index++) {
    if (text[index] === close) return index + 1;
    if (text[index] === "\\") index++;
  }
  return undefined;
}

function singleQuoteEnd(text: string, start: number, limit: number): number {
  const end = text.indexOf("'", start);
  return end < 0 || end >= limit ? limit : end;
}

function bracesEnd(text: string, start: number, { limit, depth, quoting: around }: Surroundings): number {
  withPattern.lastIndex = start;
  const quoting = withPattern.test(text) ? "bare" : around;
  for (let index = start; index < limit; index++) {
    const character = text.charAt(index);
    if (character === "}") return index + 1;
    if (character === "\\") index++;
    else if (character === '"') index = quoteEnd(text, index + 1, limit, depth);
    else if (character === "'" && quoting === "bare") index = singleQuoteEnd(text, index + 1, limit);
    else if ((character === "$" || character === "`") && depth < maximumExpansionDepth) {
      index = Math.max(index, endOf(text, index, { limit, depth, quoting }) - 1);
    }
  }
  return limit;
}

/**
 * After the bracket that closes the one at `open`. What stands between is a script of its own: brackets in its quotes,
 * comments and heredocs, and those after the patterns of `case`, close nothing.
 */
// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
export function substitutionEnd(text: string, open: number, limit: number, depth = 0): number {
  const isArithmetic = text[open + 1] === "(";
  const cases: number[] = [];
  let heredocs: Pick<Heredoc, "delimiter" | "stripsTabs">[] = [];
  let level = 0;
  let escaped = -1;
  let index = open;

  function isWordStart(): boolean {
    return beforeWord.has(text.charAt(index - 1)) && (index - 1 !== escaped || text[escaped] === "\n");
  }

  function matches(pattern: RegExp): boolean {
    pattern.lastIndex = index;
    return pattern.test(text);
  }

  function bracket(): void {
    if (index > open && !isArithmetic && matches(arithmetic)) index = arithmetic.lastIndex - 1;
    else level++;
  }

  function reserved(): void {
    if (isWordStart() && matches(caseEnd)) cases.pop();
    else if (isWordStart() && matches(caseHead) && beforeCommand.test(text.slice(Math.max(open, index - 40), index))) {
      cases.push(level);
    }
  }

  function here(): void {
    if (text.startsWith("<<<", index)) index += 2;
    heredoc.lastIndex = index;
    const [whole, dash, single, double, bare] = heredoc.exec(text) ?? [];
    if (whole === undefined) return;
    heredocs.push({ delimiter: single ?? double ?? bare ?? "", stripsTabs: dash === "-" });
    index += whole.length - 1;
  }

  function passHeredocs(): void {
    for (const each of heredocs) index = heredocLines(text, index + 1, limit, each).next - 1;
    heredocs = [];
  }

  for (; index < limit; index++) {
    const character = text.charAt(index);
    if (character === "(") bracket();
    else if (character === ")" && cases.at(-1) !== level && --level === 0) return index + 1;
    else if (character === "\\") escaped = ++index;
    else if (character === "'") index = singleQuoteEnd(text, index + 1, limit);
    else if (character === '"') index = quoteEnd(text, index + 1, limit, depth);
    else if (character === "$" || character === "`") {
      if (depth < maximumExpansionDepth) {
        index = Math.max(index, endOf(text, index, { limit, depth, quoting: "bare" }) - 1);
      }
    } else if (isArithmetic) continue;
    else if (character === "#" && isWordStart()) index = Math.min(lineEnd(text, index), limit) - 1;
    else if (character === "<") here();
    else if (character === "\n") passHeredocs();
    else if (character === "c" || character === "e") reserved();
  }
  return limit;
}

function quoteEnd(text: string, start: number, limit: number, depth: number): number {
  const end = depth < maximumExpansionDepth ? doubleQuoteEnd(text, start, limit, depth) : text.indexOf('"', start);
  return end === undefined || end < 0 ? limit : end;
}

/** After what stands for itself in double quotes, one character at least. */
export function plainEnd(text: string, start: number): number {
  inDoubleQuotes.lastIndex = start + 1;
  return inDoubleQuotes.test(text) ? inDoubleQuotes.lastIndex - 1 : text.length;
}

/** A command between backquotes, as a shell reads it: one backslash is taken off before. */
export function backquoted(source: Source, start: number, end: number, quoting: Quoting): Source {
  const { text } = source;
  const protects = quoting === "quoted" ? '$`\\"' : "$`\\";
  const command = excerptOf(source);
  for (let index = start; index < end; index++) {
    if (text[index] === "\\" && index + 1 < end && protects.includes(text.charAt(index + 1))) index++;
    command.keep(index, index + 1);
  }
  return command.source(start);
}
