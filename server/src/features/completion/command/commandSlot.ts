import type { Analysis } from "../../../analysis";
import type { Shape } from "../../../model/shape";
import { updateJob } from "../../../model/updateJob";
import { globals, optionMeant, optionOf, skeletonOption } from "../../../syntax/command/optionNames";
import { type Call, readCommand } from "../../../syntax/command/options";
import { eachCallIn } from "../../../syntax/parse";
import { nameOf } from "../../../syntax/shell/runners";
import type { Part, Word } from "../../../syntax/shell/shell";
import { holds } from "../../../syntax/span";
import { command } from "../../../updateJobCommand";
import { mark, withoutMark } from "../mark";
import { type Piece, pieceOf } from "../pieces";
import { writeShorthandMembers } from "../shorthand/write";
import type { Filling, Insertion, Slot } from "../slot";
import { argumentSlot } from "./argumentSlot";
import { commandKeywords } from "./keywords";
import type { Section } from "../../../syntax/shell/section";
import { type Around, asShellWord, inShell, indexOfMark, scriptValue } from "./shellWord";

type CommandNotation = "options" | "script";

interface Spot {
  /** The text with a mark at the cursor. */
  readonly marked: string;
  readonly cursor: number;
  /** Where the reading starts. */
  readonly from: number;
  /** What is put around a value that needs quotes. */
  readonly around: Around;
}

interface CallAtCursor extends Spot {
  /** The names of the members that the command has already. */
  readonly present: () => readonly string[];
  readonly words: readonly Word[];
  /** Which of the words holds the mark. */
  readonly index: number;
  readonly isFilled: boolean;
}

/** What fits at the cursor in the options of a command: a file of them, or a script with such commands. */
export function commandSlot(analysis: Analysis, notation: CommandNotation, cursor: number): Slot | undefined {
  const { text } = analysis;
  const marked = text.slice(0, cursor) + mark + text.slice(cursor);
  const lineStarts = notation === "script" ? analysis.tree.lineStarts : undefined;
  const from = lineStarts?.findLast((start) => start <= cursor) ?? 0;
  const slot = slotIn({ marked, cursor, from, around: "'" }, notation);
  // An editor replaces text of one line only.
  return slot && !text.slice(slot.token.start, slot.token.end).includes("\n") ? slot : undefined;
}

function slotIn(spot: Spot, notation: CommandNotation): Slot | undefined {
  const call = innermost(callsAround(spot, notation));
  if (call?.within !== undefined) return slotWithin(call.within, spot);
  const found = call && callAt(call, spot);
  return found && slotOf(found, notation);
}

/** The script that a shell gets is looked at as one of its own, and what is written there spelled for what that stands in. */
function slotWithin(part: Part, { marked, cursor, around }: Spot): Slot | undefined {
  const value = scriptValue(marked, cursor, part);
  if (value === undefined) return undefined;
  const inner = { marked: part.source.text, cursor: value.cursor, from: 0, around: aroundIn(value.section) };
  const slot = slotIn(inner, "script");
  return slot && inShell(slot, value, around);
}

/** The quotes that stand for themselves in there. */
function aroundIn({ quote }: Section): Around {
  return quote === "'" || quote === "$'" ? '"' : "'";
}

function slotOf(call: CallAtCursor, notation: CommandNotation): Slot | undefined {
  const { cursor, index } = call;
  const word = call.words[index];
  if (word === undefined) return undefined;
  const { text: written } = word.source;
  const argument = { ...call, word };
  const equals = written.indexOf("=");
  if (written.startsWith("--") && equals >= 0 && equals < indexOfMark(word, cursor)) {
    return argumentSlot(argument, optionMeant(written.slice(0, equals), command.options), equals + 1);
  }
  const previous = call.words[index - 1];
  const option = previous && optionMeant(previous.source.text, command.options);
  if (option !== undefined && takesValue(option) && !written.startsWith("-")) return argumentSlot(argument, option, 0);
  return optionSlot(call, word, notation);
}

function callAt(call: Call, spot: Spot): CallAtCursor | undefined {
  const { words, problems } = call;
  const index = words.findIndex((word) => indexOfMark(word, spot.cursor) >= 0);
  const start = words[index]?.start ?? 0;
  // A quote that is never closed is taken to end with its line; what is written below may well stand in it.
  const isQuoted = problems.some((problem) => problem.code === "syntax" && problem.start < start);
  if (index < 0 || isQuoted) return undefined;
  const { isFilled = false, joiner } = call;
  return {
    ...spot,
    ...(joiner !== undefined && { around: "" }),
    present: () => membersIn(call),
    words,
    index,
    isFilled,
  };
}

function callsAround({ marked, from, cursor }: Spot, notation: CommandNotation): readonly Call[] {
  const around: Call[] = [];
  eachCallIn(marked, notation, command, {
    call(call) {
      if (holds(call, cursor)) around.push(call);
    },
    from,
    readsOn: (index) => index <= cursor,
  });
  return around;
}

/**
 * The innermost one starts last: a command in a substitution stands inside a word of another. If that word is a script, the
 * substitution is read twice; the shell that reads it first runs it.
 */
function innermost(calls: readonly Call[]): Call | undefined {
  return calls.reduce<Call | undefined>((one, other) => (one && one.start >= other.start ? one : other), undefined);
}

function takesValue(option: string): boolean {
  return globals.get(option) !== "none" && option !== skeletonOption;
}

function optionSlot(call: CallAtCursor, word: Word, notation: CommandNotation): Slot | undefined {
  const { words, index, marked, cursor, around } = call;
  const text = withoutMark(marked, cursor);
  const isBefore = word.start === cursor && word.end - 1 > cursor;
  const token = { start: word.start, end: isBefore ? cursor : word.end - 1 };
  if (word.unknownFrom !== undefined || /[\s'"\\]/.test(text.slice(token.start, token.end))) return undefined;
  if (!isAfterCommand(words, index)) return undefined;
  const used = words.map(({ source }) => source.text.replace(mark, ""));
  const isEmpty = notation === "options" && words.length === 1;
  const value = isBefore ? undefined : givenValue(call);
  const hasValue = value !== undefined;
  return {
    wants: {
      kind: "member",
      structure: updateJob,
      path: [],
      present: isBefore ? presentBefore({ ...call, marked: text }, notation) : call.present(),
      ...(isEmpty && { takesWhole: true }),
      ...(around === "" && { nameOnly: true }),
      ...(hasValue && { nameOnly: true, fits: (shape: Shape) => shape.kind !== "structure" || /[={[]/.test(value) }),
      keywords: commandKeywords(used, hasValue ? "given" : "missing"),
    },
    token,
    quote: "",
    nameOf: (member) => (member.startsWith("-") ? member : optionOf(member)),
    fill: (filling) => fillOption(hasValue ? { ...filling, value: undefined } : filling, isBefore ? " " : "", around),
  };
}

/** What stands there already as the value of the option that the word is, or will be. */
function givenValue({ words, index, isFilled }: CallAtCursor): string | undefined {
  const next = words[index + 1];
  const { text = "-" } = next?.source ?? {};
  // After the words of an array may come more; after those that xargs is given comes a value.
  const isNowhere = next?.start === next?.end && !isFilled;
  return text.startsWith("-") || isNowhere ? undefined : text;
}

function membersIn({ words }: Call): readonly string[] {
  const { node } = readCommand(words, command);
  return node?.kind === "object" ? node.members.map(({ name }) => name) : [];
}

/** The mark at the start of a word has made another of it: what that is says the text without the mark. */
function presentBefore(spot: Spot, notation: CommandNotation): readonly string[] {
  return callsAround(spot, notation).flatMap(membersIn);
}

/** Before the words of the command stands no option of its own. */
function isAfterCommand(words: readonly Word[], index: number): boolean {
  const [program, last] = [command.words[0], command.words.at(-1)];
  const position = words.findIndex(({ source }) => source.text === last);
  const [first] = words;
  return position >= 0 ? position < index : first === undefined || nameOf(first) !== program;
}

function fillOption({ name, value }: Filling, after: string, around: Around): Insertion {
  if (name === undefined) return { pieces: value ? wholeCommand(value, around) : [], edits: [] };
  const option = name.startsWith("-") ? name : optionOf(name);
  const written = value && optionValue(value, around);
  if (written === undefined) return { pieces: [option, after], edits: [] };
  return { pieces: [`${option} `, ...written, after], edits: [] };
}

type Value = NonNullable<Filling["value"]>;

function optionValue(value: Value, around: Around): readonly Piece[] | undefined {
  return asShellWord(value.kind === "scalar" ? [pieceOf(value)] : writeShorthandMembers(value), around);
}

/** A command with an option a line. */
function wholeCommand(value: Value, around: Around): readonly Piece[] {
  if (value.kind !== "object") return [];
  return [
    command.words.join(" "),
    ...value.members.flatMap(([name, member]) => [` \\\n  ${optionOf(name)} `, ...(optionValue(member, around) ?? [])]),
  ];
}
