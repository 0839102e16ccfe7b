import type { Span } from "../tree";
import { isAssignment, nameOf } from "./runners";
import type { Part, Word } from "./shell";

/** What a script gives a variable. Its span is where commands have it from it. */
export interface Assignment extends Span {
  readonly name: string;
  /** The value stands in this word from that index on; absent where the variable is taken away. */
  readonly value: { readonly word: Word; readonly from: number } | undefined;
}

/** What sets variables for all that follows. */
const declaring = new Set(["declare", "export", "local", "readonly", "typeset"]);

/** The variables that a command of a part gives values: for itself if it runs a program, or else for all after it in that part. */
export function assignmentsIn(words: readonly Word[], part: Part): readonly Assignment[] {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const program = nameOf(first);
  const stays = declaring.has(program) || words.every(isAssignment);
  const end = stays || program === "unset" ? part.source.at(part.end) : last.end;
  if (program === "unset") {
    return words.slice(1).map((word) => ({ name: word.source.text, value: undefined, start: word.end, end }));
  }
  return [...words.filter(isAssignment).map((word) => assignmentOf(word, end)), ...vaultProfile(words, end)];
}

function assignmentOf(word: Word, end: number): Assignment {
  const { text } = word.source;
  const equals = text.indexOf("=");
  return { name: text.slice(0, equals), value: { word, from: equals + 1 }, start: word.end, end };
}

/** `aws-vault exec prod -- …` runs a command with that profile. */
function vaultProfile(words: readonly Word[], end: number): readonly Assignment[] {
  const vault = words.findIndex((word) => nameOf(word) === "aws-vault");
  const [run, ...others] = vault < 0 ? [] : words.slice(vault + 1);
  const word = run?.source.text === "exec" ? others.find(({ source }) => !source.text.startsWith("-")) : undefined;
  return word === undefined ? [] : [{ name: "AWS_PROFILE", value: { word, from: 0 }, start: word.end, end }];
}
