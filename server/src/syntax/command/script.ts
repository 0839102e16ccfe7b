import { t } from "@vscode/l10n";
import { append } from "../append";
import { type Assignment, assignmentsIn } from "../shell/assignments";
import { filled, filledWords, fillsWords, joinerIn, mayStandBefore, nameOf, scriptsIn } from "../shell/runners";
import { type Part, type Word, readPart } from "../shell/shell";
import { nothingToReuse } from "../reuse";
import { plainSource, readable } from "../source";
import { contains } from "../span";
import type { Root, Span, SyntaxProblem, SyntaxTree } from "../tree";
import { globals, optionsMeant } from "./optionNames";
import { reread } from "./joined";
import { type Call, type Command, readCommand } from "./options";
import { scriptReuseOf } from "./scriptReuse";

/** Deeper substitutions are not looked into: nobody writes them. */
const maximumPartDepth = 20;

/**
 * Reads each call of one command of the AWS CLI in a shell script, faster where an earlier version was read. Never throws.
 */
export function parseScript(written: string, command: Command, earlier?: SyntaxTree): SyntaxTree {
  if (!isWanted(written, command)) return { roots: [], problems: [] };
  const text = readable(written, earlier?.text);
  const { from, before, after } = scriptReuseOf(earlier, text);
  const reuse = nothingToReuse(earlier?.strings);
  const roots = [...before.roots];
  const problems = [...before.problems];
  const lineStarts = [...before.lineStarts];

  function call(found: Call): void {
    const { start, end, within } = found;
    const { words, problems: ofJoining } = reread(found);
    const { node, owner, problems: own } = readCommand(words, command, reuse);
    const root: Root = { notation: "options", span: { start, end }, node };
    roots.push({ ...root, ...(owner && { owner }), ...(within && { inQuotes: true }) });
    append(problems, own);
    append(problems, found.problems);
    append(problems, ofJoining);
    const last = words.at(-1);
    const stray = last && carriageReturn(text, { start, end }, last);
    if (stray !== undefined) problems.push(stray);
  }

  /** Takes over the rest of the script from a line on that is the same; otherwise reads on. */
  function readsOn(index: number): boolean {
    const rest = after(index);
    append(roots, rest?.roots ?? []);
    append(problems, rest?.problems ?? []);
    append(lineStarts, rest?.lineStarts ?? [index]);
    return rest === undefined;
  }

  eachCall(text, command, { call, from, readsOn });
  // Of two around a place the inner one comes first.
  roots.sort((a, b) => a.span.end - b.span.end);
  return { strings: reuse.strings, text, roots, problems, lineStarts };
}

const carriageReturnBehind = /[ \t]*\r\n/y;

/** Where lines end as on Windows, a shell takes what it does not know for a line end into the last word. */
function carriageReturn(text: string, { start, end }: Span, last: Span): SyntaxProblem | undefined {
  carriageReturnBehind.lastIndex = end;
  const inside = text.slice(start, end).indexOf("\\\r\n");
  if (inside < 0 && !carriageReturnBehind.test(text)) return undefined;
  const place = inside < 0 ? { start: last.start, end } : { start: start + inside, end: start + inside + 1 };
  const message = t(
    "The line ends as on Windows, with a carriage return that a shell takes for a part of the command. Save the script with LF line ends.",
  );
  return { code: "carriage-return", message, ...place };
}

function isWanted(text: string, { words }: Command): boolean {
  const name = words.at(-1) ?? "";
  return text.length >= name.length && text.includes(name);
}

/** Gets the calls of a script, or of some of its lines. */
export interface CallVisitor {
  readonly call: (call: Call) => void;
  /** Each variable that is given a value in a part of the script in which a call may be. */
  readonly assigned?: (assignment: Assignment) => void;
  /** The start of a line that is read the same whatever stands before it. */
  readonly from?: number;
  /** Asked at the start of each such line. */
  readonly readsOn?: (index: number) => boolean;
}

/**
 * Finds each call of one command of the AWS CLI in a shell script: in lists, pipelines, functions, substitutions and
 * heredocs. Its words go from the program on, or from the word that names the command. What else is wrong with the script
 * is not said. Never throws.
 */
export function eachCall(text: string, command: Command, visitor: CallVisitor): void {
  const isWithName = (part: string): boolean => isWanted(part, command);

  function visit(part: Part, depth: number, within?: Part): void {
    readPart(part, "script", {
      command(words, problems) {
        if (visitor.assigned) for (const one of assignmentsIn(words, part)) visitor.assigned(one);
        if (!words.some(({ source }) => isWithName(source.text))) return;
        const own = callIn(asRun(words, part), command.words);
        const call = callOfWords(own, { words, problems, within, isFilled: part.isFilled });
        if (call !== undefined) visitor.call(call);
        for (const script of scriptsIn(words, isWithName)) inside(script);
      },
      part: inside,
      ...(depth === 0 && visitor.readsOn && { readsOn: visitor.readsOn }),
    });
    function inside(inner: Part): void {
      if (depth < maximumPartDepth && isWithName(inner.source.text.slice(inner.start, inner.end)))
        visit(
          part.isFilled ? { ...inner, isFilled: true } : inner,
          depth + 1,
          within ?? (inner.source === part.source ? undefined : inner),
        );
    }
  }

  visit({ source: plainSource(text), isExpanded: false, start: visitor.from ?? 0, end: text.length }, 0);
}

/** What a call was found in. */
interface Around {
  readonly words: readonly Word[];
  readonly problems: readonly SyntaxProblem[];
  readonly within: Part | undefined;
  readonly isFilled: true | undefined;
}

function callOfWords(words: readonly Word[], { words: all, problems, within, isFilled }: Around): Call | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: first.start, end: last.end };
  const before = all.filter(({ start }) => start < first.start);
  const joiner = joinerIn(before);
  return {
    words,
    problems: problems.filter((problem) => contains(span, problem)),
    ...span,
    ...((isFilled ?? fillsWords(before)) && { isFilled: true }),
    ...(joiner !== undefined && { joiner }),
    ...(within && { within }),
  };
}

/** As the shell has them that runs the part: not all of them are known. */
function asRun(words: readonly Word[], { isExpanded, isFilled }: Part): readonly Word[] {
  const known = isExpanded ? words.map(expanded) : words;
  return isFilled ? filledWords(known) : known;
}

/** A shell has put in the values of variables already, whatever the quotes are. */
function expanded(word: Word): Word {
  const index = word.source.text.search(/[$`]/);
  return index < 0 || word.unknownFrom !== undefined ? word : { ...word, unknownFrom: index };
}

/** The words that call the program and name the command, from `aws` on; none where they do not. */
function callIn(words: readonly Word[], names: readonly string[]): readonly Word[] {
  const [program = "", ...rest] = names;
  const start = words.findIndex((word, index) => isProgram(word, program) || isLikely(words, index, rest));
  const before = words.slice(0, start);
  if (start < 0 || !mayStandBefore(before)) return [];
  const named = positionals(words.slice(start + 1), rest);
  if (named[rest.length] === "help" || rest.some((name, index) => named[index] !== name)) return [];
  const first = words[start];
  const isSpelledOut = first !== undefined && nameOf(first) === program;
  return filled(before, words.slice(isSpelledOut ? start : start + 1));
}

/** As such, with its folder, as Windows knows it, or the image of a container. */
function isProgram({ source: { text }, unknownFrom }: Word, program: string): boolean {
  const [, name] = /(?:^|[\\/])([^\\/]+)$/.exec(text) ?? [];
  return (
    unknownFrom === undefined &&
    (name === program || name === `${program}.exe` || (name?.startsWith(`${program}-cli`) === true && text !== name))
  );
}

/** Nobody writes as many between such a program and the words of the command. */
const mostWords = 20;

/** Some program, `$AWS` or `$(which aws)`, with the words of the command after it. */
function isLikely(words: readonly Word[], start: number, names: readonly string[]): boolean {
  if (words[start]?.unknownFrom !== 0) return false;
  const named = positionals(words.slice(start + 1, start + mostWords), names);
  return names.every((name, index) => named[index] === name);
}

/** The first words, one more than `names`, that are neither options nor their values nor unknown: `$OPTIONS` may hold any option. */
function positionals(words: readonly Word[], names: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < words.length && found.length <= names.length; index++) {
    const { source, unknownFrom } = words[index] ?? {};
    const text = source?.text ?? "";
    if (text.startsWith("-")) {
      const next = words[index + 1]?.source.text ?? "-";
      if (takesValue(text) && !next.startsWith("-") && next !== names[found.length]) index++;
    } else if (unknownFrom === undefined) found.push(text);
  }
  return found;
}

/** An option that is misspelled most likely has a value, too. */
function takesValue(option: string): boolean {
  const [name = option] = optionsMeant(option, new Map());
  return option.startsWith("--") && !option.includes("=") && globals.get(name) !== "none";
}
