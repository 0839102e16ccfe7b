import type { Analysis } from "../../../analysis";
import type { Shape } from "../../../model/shape";
import { updateJob } from "../../../model/updateJob";
import { globals, optionMeant, optionOf, skeletonOption } from "../../../syntax/command/optionNames";
import { type Call, readCommand } from "../../../syntax/command/options";
import { eachCallIn } from "../../../syntax/parse";
import { nameOf } from "../../../syntax/shell/runners";
import type { Word } from "../../../syntax/shell/shell";
import { holds } from "../../../syntax/span";
import { command } from "../../../updateJobCommand";
import { mark } from "../mark";
import { type Piece, pieceOf } from "../pieces";
import { writeShorthandMembers } from "../shorthand/write";
import type { Filling, Insertion, Slot } from "../slot";
import { argumentSlot } from "./argumentSlot";
import { commandKeywords } from "./keywords";
import { asShellWord, indexOfMark } from "./shellWord";

type CommandNotation = "options" | "script";

interface Spot {
  readonly cursor: number;
  /** Where the reading starts. */
  readonly from: number;
}

interface CallAtCursor extends Spot {
  readonly marked: string;
  /** The names of the members that the command has already. */
  readonly present: () => readonly string[];
  readonly words: readonly Word[];
  /** Which of the words holds the mark. */
  readonly index: number;
}

/** What fits at the cursor in the options of a command: a file of them, or a script with such commands. */
export function commandSlot(analysis: Analysis, notation: CommandNotation, cursor: number): Slot | undefined {
  const { text } = analysis;
  const marked = text.slice(0, cursor) + mark + text.slice(cursor);
  const lineStarts = notation === "script" ? analysis.tree.lineStarts : undefined;
  const from = lineStarts?.findLast((start) => start <= cursor) ?? 0;
  const call = callAt(marked, notation, { from, cursor });
  const word = call?.words[call.index];
  if (call === undefined || word === undefined) return undefined;
  const { text: written } = word.source;
  const argument = { marked, cursor, word, present: call.present };
  const equals = written.indexOf("=");
  if (written.startsWith("--") && equals >= 0 && equals < indexOfMark(word, cursor)) {
    return argumentSlot(argument, optionMeant(written.slice(0, equals), command.options), equals + 1);
  }
  const previous = call.words[call.index - 1];
  const option = previous && optionMeant(previous.source.text, command.options);
  if (option !== undefined && takesValue(option) && !written.startsWith("-")) return argumentSlot(argument, option, 0);
  return optionSlot(call, word, notation);
}

function callAt(marked: string, notation: CommandNotation, spot: Spot): CallAtCursor | undefined {
  const call = innermost(callsAround(marked, notation, spot));
  if (call === undefined) return undefined;
  const { words, problems } = call;
  const index = words.findIndex((word) => indexOfMark(word, spot.cursor) >= 0);
  const start = words[index]?.start ?? 0;
  // A quote that is never closed is taken to end with its line; what is written below may well stand in it.
  const isQuoted = problems.some((problem) => problem.code === "syntax" && problem.start < start);
  return index < 0 || isQuoted ? undefined : { ...spot, marked, present: () => membersIn(call), words, index };
}

function callsAround(text: string, notation: CommandNotation, { from, cursor }: Spot): readonly Call[] {
  const around: Call[] = [];
  eachCallIn(text, notation, command, {
    call(call) {
      if (holds(call, cursor)) around.push(call);
    },
    from,
    readsOn: (index) => index <= cursor,
  });
  return around;
}

/** The innermost one starts last: a command in a substitution stands inside a word of another. */
function innermost(calls: readonly Call[]): Call | undefined {
  return calls.reduce<Call | undefined>((one, other) => (one && one.start > other.start ? one : other), undefined);
}

function takesValue(option: string): boolean {
  return globals.get(option) !== false && option !== skeletonOption;
}

function optionSlot(call: CallAtCursor, word: Word, notation: CommandNotation): Slot | undefined {
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
      present: isBefore ? presentBefore(text, notation, call) : call.present(),
      ...(isEmpty && { takesWhole: true }),
      ...(hasValue && { nameOnly: true, fits: (shape: Shape) => shape.kind !== "structure" || /[={[]/.test(value) }),
      keywords: commandKeywords(used, hasValue ? "given" : "missing"),
    },
    token,
    quote: "",
    nameOf: (member) => (member.startsWith("-") ? member : optionOf(member)),
    fill: (filling) => fillOption(hasValue ? { ...filling, value: undefined } : filling, isBefore ? " " : ""),
  };
}

function membersIn({ words }: Call): readonly string[] {
  const { node } = readCommand(words, command);
  return node?.kind === "object" ? node.members.map(({ name }) => name) : [];
}

/** The mark at the start of a word has made another of it: what that is says the text without the mark. */
function presentBefore(text: string, notation: CommandNotation, spot: Spot): readonly string[] {
  return callsAround(text, notation, spot).flatMap(membersIn);
}

/** Before the words of the command stands no option of its own. */
function isBehindCommand(words: readonly Word[], index: number): boolean {
  const [program, last] = [command.words[0], command.words.at(-1)];
  const position = words.findIndex(({ source }) => source.text === last);
  const [first] = words;
  return position >= 0 ? position < index : first === undefined || nameOf(first) !== program;
}

function fillOption({ name, value }: Filling, behind: string): Insertion {
  if (name === undefined) return { pieces: value ? wholeCommand(value) : [], edits: [] };
  const option = name.startsWith("-") ? name : optionOf(name);
  if (value === undefined) return { pieces: [option, behind], edits: [] };
  return { pieces: [`${option} `, ...optionValue(value), behind], edits: [] };
}

type Value = NonNullable<Filling["value"]>;

function optionValue(value: Value): readonly Piece[] {
  return asShellWord(value.kind === "scalar" ? [pieceOf(value)] : writeShorthandMembers(value));
}

/** A command with an option a line. */
function wholeCommand(value: Value): readonly Piece[] {
  if (value.kind !== "object") return [];
  return [
    command.words.join(" "),
    ...value.members.flatMap(([name, member]) => [` \\\n  ${optionOf(name)} `, ...optionValue(member)]),
  ];
}
