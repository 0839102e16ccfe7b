import { type Command, globals, readCommand } from "./options";
import { type Word, readShell } from "./shell";
import type { Root, Span, SyntaxProblem, SyntaxTree } from "./tree";

/** Deeper substitutions are not looked into: nobody writes them. */
const maximumDepth = 20;

/** Words of the shell that a command may follow. */
const reserved = new Set(["!", "{", "if", "then", "elif", "else", "while", "until", "do", "time"]);
/** What runs, or holds, the command that follows. */
const wrappers = new Set("aws-vault command coproc doas env exec function nice nohup stdbuf sudo timeout".split(" "));
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;

/**
 * Finds each call of one command of the AWS CLI in a shell script: in lists, pipelines, functions, substitutions and
 * heredocs. What else is wrong with the script is not said. Never throws.
 */
export function parseScript(text: string, command: Command): SyntaxTree {
  const name = command.words.at(-1) ?? "";
  const roots: Root[] = [];
  const problems: SyntaxProblem[] = [];

  function visit(part: Span, depth: number): void {
    const shell = readShell(text, part, "script");
    for (const inner of shell.nested) {
      if (depth < maximumDepth && text.slice(inner.start, inner.end).includes(name)) visit(inner, depth + 1);
    }
    for (const words of shell.commands) {
      const call = callIn(words, command.words);
      if (call !== undefined) add(call, shell.problems);
    }
  }

  function add(call: readonly Word[], found: readonly SyntaxProblem[]): void {
    const { node, owner, problems: own } = readCommand(call, command);
    if (node === undefined) return;
    const { start, end } = node;
    roots.push({ notation: "options", span: { start, end }, node, ...(owner && { owner }) });
    problems.push(...own, ...found.filter((problem) => start <= problem.start && problem.end <= end));
  }

  if (text.includes(name)) visit({ start: 0, end: text.length }, 0);
  return { roots, problems };
}

/** From the word `aws` on, if the words call it and name the command. */
function callIn(words: readonly Word[], names: readonly string[]): readonly Word[] | undefined {
  const [program = "", ...rest] = names;
  const isProgram = ({ source: { text }, unknownFrom }: Word): boolean =>
    unknownFrom === undefined && (text === program || text.endsWith(`/${program}`));
  const start = words.findIndex(isProgram);
  if (start < 0 || !mayStandBefore(words.slice(0, start))) return undefined;
  const named = positionals(words.slice(start + 1), rest.length + 1);
  return rest.every((name, index) => named[index] === name) && named[rest.length] !== "help"
    ? words.slice(start)
    : undefined;
}

/** Assignments and words of the shell; behind a program that runs another, anything. */
function mayStandBefore(words: readonly Word[]): boolean {
  const first = words.find(({ source: { text } }) => !reserved.has(text) && !assignment.test(text));
  return first === undefined || wrappers.has(first.source.text.replace(/^.*\//, ""));
}

/** The first words that are neither options nor the values of options of the AWS CLI itself. */
function positionals(words: readonly Word[], count: number): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < words.length && found.length < count; index++) {
    const text = words[index]?.source.text ?? "";
    if (!text.startsWith("-")) found.push(text);
    else if (globals.get(text) === true) index++;
  }
  return found;
}
