import { command } from "../../analysis";
import type { Shape } from "../../model/shape";
import { updateJob } from "../../model/updateJob";
import { globals, optionOf, optionsMeant, skeletonOption } from "../../syntax/optionNames";
import { type DocumentNotation, parse } from "../../syntax/parse";
import { type Word as ShellWord, readShell } from "../../syntax/shell";
import type { Root } from "../../syntax/tree";
import { argumentSlot } from "./argumentSlot";
import { commandWords } from "./commandWords";
import type { Piece } from "./pieces";
import { asShellWord, indexOfMark } from "./shellWord";
import { writeShorthandMembers } from "./shorthandText";
import type { Filling, Insertion, Slot } from "./slot";

/** No character that a shell or anybody else has a use for. */
const mark = "\u2038";

interface Call {
  readonly marked: string;
  readonly cursor: number;
  /** The names of the members that the command has already. */
  readonly present: () => readonly string[];
  readonly words: readonly ShellWord[];
  /** Which of the words holds the mark. */
  readonly index: number;
}

/** What fits at the cursor in the options of a command: a file of them, or a script with such commands. */
export function commandSlot(text: string, notation: "options" | "script", cursor: number): Slot | undefined {
  const marked = text.slice(0, cursor) + mark + text.slice(cursor);
  const call = callAt(marked, notation, cursor);
  const word = call?.words[call.index];
  if (call === undefined || word === undefined) return undefined;
  const { text: written } = word.source;
  const argument = { marked, cursor, word, present: call.present };
  const equals = written.indexOf("=");
  if (written.startsWith("--") && equals >= 0 && equals < indexOfMark(word, cursor)) {
    return argumentSlot(argument, optionMeant(written.slice(0, equals)), equals + 1);
  }
  const previous = call.words[call.index - 1];
  const option = previous && optionMeant(previous.source.text);
  if (option !== undefined && takesValue(option) && !written.startsWith("-")) return argumentSlot(argument, option, 0);
  return optionSlot(call, word, notation);
}

function callAt(marked: string, notation: DocumentNotation, cursor: number): Call | undefined {
  const isScript = notation === "script";
  const root = isScript ? innermost(parse(marked, notation, command).roots, cursor) : undefined;
  if (isScript && root === undefined) return undefined;
  // A list of options is one command: its values are read only if the names are asked for.
  const present = (): readonly string[] => (root ? [root] : parse(marked, notation, command).roots).flatMap(membersIn);
  const span = root?.span ?? { start: 0, end: marked.length };
  const { commands, problems } = readShell(marked, span, isScript ? "script" : "list");
  for (const words of commands) {
    const index = words.findIndex((word) => indexOfMark(word, cursor) >= 0);
    const start = words[index]?.start ?? 0;
    // A quote that is never closed is taken to end with its line; what is written below may well stand in it.
    const isQuoted = problems.some((problem) => problem.code === "syntax" && problem.start < start);
    if (index >= 0) return isQuoted ? undefined : { marked, cursor, present, words, index };
  }
  return undefined;
}

/** The innermost one starts last: a command in a substitution stands inside a word of another. */
function innermost(roots: readonly Root[], cursor: number): Root | undefined {
  const around = roots.filter(({ span }) => span.start <= cursor && cursor < span.end);
  return around.reduce<Root | undefined>(
    (one, other) => (one && one.span.start > other.span.start ? one : other),
    undefined,
  );
}

/** The option itself, or the only one that starts so. */
function optionMeant(written: string): string | undefined {
  const [name, ...others] = optionsMeant(written, command.options);
  return others.length === 0 ? name : undefined;
}

function takesValue(option: string): boolean {
  return globals.get(option) !== false && option !== skeletonOption;
}

function optionSlot(call: Call, word: ShellWord, notation: DocumentNotation): Slot | undefined {
  const { words, index, marked, cursor } = call;
  const text = marked.slice(0, cursor) + marked.slice(cursor + 1);
  const isBefore = word.start === cursor && word.end - 1 > cursor;
  const token = { start: word.start, end: isBefore ? cursor : word.end - 1 };
  if (word.unknownFrom !== undefined || /[\s'"\\]/.test(text.slice(token.start, token.end))) return undefined;
  if (!isBehindCommand(words, index)) return undefined;
  const used = words.map(({ source }) => source.text.replace(mark, ""));
  const isEmpty = notation === "options" && words.length === 1;
  const next = isBefore ? undefined : words[index + 1];
  const value = next?.source.text.startsWith("-") ? undefined : next?.source.text;
  const hasValue = value !== undefined;
  return {
    wants: {
      kind: "member",
      structure: updateJob,
      path: [],
      present: isBefore ? presentBefore(text, notation, cursor) : call.present(),
      ...(isEmpty && { takesWhole: true }),
      ...(hasValue && { nameOnly: true, fits: (shape: Shape) => shape.kind !== "structure" || /[={[]/.test(value) }),
      words: commandWords(used, hasValue ? "given" : "missing"),
    },
    token,
    quote: "",
    nameOf: (member) => (member.startsWith("-") ? member : optionOf(member)),
    fill: (filling) => fillOption(hasValue ? { ...filling, value: undefined } : filling, isBefore ? " " : ""),
  };
}

function membersIn({ node }: Root): readonly string[] {
  return node?.kind === "object" ? node.members.map(({ name }) => name) : [];
}

/** The mark at the start of a word has made another of it: what that is says the text without the mark. */
function presentBefore(text: string, notation: DocumentNotation, cursor: number): readonly string[] {
  const roots = parse(text, notation, command).roots.filter(({ span }) => span.start <= cursor && cursor <= span.end);
  return roots.flatMap(membersIn);
}

/** Before the words of the command stands no option of its own. */
function isBehindCommand(words: readonly ShellWord[], index: number): boolean {
  const [program, last] = [command.words[0], command.words.at(-1)];
  const position = words.findIndex(({ source }) => source.text === last);
  return position >= 0 ? position < index : words[0]?.source.text.replace(/^.*\//, "") !== program;
}

function fillOption({ name, value }: Filling, behind: string): Insertion {
  if (name === undefined) return { pieces: value ? wholeCommand(value) : [], edits: [] };
  const option = name.startsWith("-") ? name : optionOf(name);
  if (value === undefined) return { pieces: [option, behind], edits: [] };
  return { pieces: [`${option} `, ...optionValue(value), behind], edits: [] };
}

type Value = NonNullable<Filling["value"]>;

function optionValue(value: Value): readonly Piece[] {
  if (value.kind !== "scalar") return asShellWord(writeShorthandMembers(value));
  return asShellWord([value.stop ? { text: value.text, choices: value.stop.choices } : value.text]);
}

/** A command with an option a line. */
function wholeCommand(value: Value): readonly Piece[] {
  if (value.kind !== "object") return [];
  return [
    command.words.join(" "),
    ...value.members.flatMap(([name, member]) => [` \\\n  ${optionOf(name)} `, ...optionValue(member)]),
  ];
}
