import { globals } from "./optionNames";
import { type Command, readCommand } from "./options";
import { type Part, type Word, readPart } from "./shell";
import { filled, mayStandBefore, scriptsIn } from "./shellRunners";
import { plainSource } from "./source";
import type { Root, SyntaxProblem, SyntaxTree } from "./tree";

/** Deeper substitutions are not looked into: nobody writes them. */
const maximumDepth = 20;

/**
 * Finds each call of one command of the AWS CLI in a shell script: in lists, pipelines, functions, substitutions and
 * heredocs. What else is wrong with the script is not said. Never throws.
 */
export function parseScript(text: string, command: Command): SyntaxTree {
  const name = command.words.at(-1) ?? "";
  const roots: Root[] = [];
  const problems: SyntaxProblem[] = [];

  function visit(part: Part, depth: number): void {
    const shell = readPart(part, "script");
    const scripts = shell.commands.flatMap((words) => scriptsIn(words, isWanted));
    for (const inner of [...shell.nested, ...scripts]) {
      if (depth < maximumDepth && isWanted(inner.source.text.slice(inner.start, inner.end))) visit(inner, depth + 1);
    }
    for (const words of shell.commands) {
      const call = callIn(part.isExpanded ? words.map(expanded) : words, command.words);
      if (call !== undefined) add(call, shell.problems);
    }
  }

  function isWanted(script: string): boolean {
    return script.includes(name);
  }

  function add(call: readonly Word[], found: readonly SyntaxProblem[]): void {
    const { node, owner, problems: own } = readCommand(call, command);
    if (node === undefined) return;
    const { start, end } = node;
    roots.push({ notation: "options", span: { start, end }, node, ...(owner && { owner }) });
    problems.push(...own, ...found.filter((problem) => start <= problem.start && problem.end <= end));
  }

  if (isWanted(text)) visit({ source: plainSource(text), isExpanded: false, start: 0, end: text.length }, 0);
  return { roots, problems };
}

/** A shell has put in the values of variables already, whatever the quotes are. */
function expanded(word: Word): Word {
  const index = word.source.text.search(/[$`]/);
  return index < 0 || word.unknownFrom !== undefined ? word : { ...word, unknownFrom: index };
}

/** The words that call the program and name the command, from `aws` on. */
function callIn(words: readonly Word[], names: readonly string[]): readonly Word[] | undefined {
  const [program = "", ...rest] = names;
  const start = words.findIndex((word, index) => isProgram(word, program) || isLikely(words, index, rest));
  const before = words.slice(0, start);
  if (start < 0 || !mayStandBefore(before)) return undefined;
  const named = positionals(words.slice(start + 1), rest.length + 1);
  if (named[rest.length] === "help" || rest.some((name, index) => named[index] !== name)) return undefined;
  const isSpelledOut = words[start]?.source.text.replace(/^.*\//, "") === program;
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

/** Some program, `$AWS` or `$(which aws)`, with the words of the command right behind it. */
function isLikely(words: readonly Word[], start: number, names: readonly string[]): boolean {
  return (
    words[start]?.unknownFrom === 0 && names.every((name, index) => words[start + 1 + index]?.source.text === name)
  );
}

/** The first words that are neither options nor their values nor unknown: `$OPTIONS` may hold any option. */
function positionals(words: readonly Word[], count: number): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < words.length && found.length < count; index++) {
    const { source, unknownFrom } = words[index] ?? {};
    const text = source?.text ?? "";
    if (globals.get(text) === true) index++;
    else if (unknownFrom === undefined && !text.startsWith("-")) found.push(text);
  }
  return found;
}
