import type { Analysis } from "../../analysis";
import { optionMeant } from "../../syntax/command/optionNames";
import { isTakenForJson } from "../../syntax/command/options";
import type { Word } from "../../syntax/shell/shell";
import { holds } from "../../syntax/span";
import type { Root, Span } from "../../syntax/tree";
import { command } from "../../updateJobCommand";
import type { Edit } from "../edits";
import { editsOfWord } from "./shellWords";

/** A text as a reader reads it: a whole document, or a word of a command with its quotes taken off. Indices are its own. */
export interface Sheet {
  readonly text: string;
  /** Where it starts in the document. */
  readonly start: number;
  readonly notation: "json" | "yaml" | "shorthand" | "options";
  /** Where a span of the document stands in the text. */
  readonly place: (span: Span) => Span;
  /** What changes of the text are in the document. */
  readonly edits: (changes: readonly Edit[]) => readonly Edit[];
}

/** The text that holds what stands at an offset of the document, if it is of a payload. */
export function sheetAt(analysis: Analysis, root: Root, offset: number): Sheet | undefined {
  const { text, notation } = analysis;
  if (notation === "json" || notation === "yaml") {
    return { text, start: 0, notation, place: ({ start, end }) => ({ start, end }), edits: (changes) => changes };
  }
  const words = analysis.wordsOf(root);
  const index = words.findIndex((word) => holds(word, offset));
  const word = words[index];
  return word && sheetOfWord(text, word, words[index - 1], offset);
}

function sheetOfWord(text: string, word: Word, before: Word | undefined, offset: number): Sheet {
  const { source } = word;
  const indexOf = (target: number): number => {
    let [low, high] = [0, source.text.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (source.at(middle) < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    text: source.text,
    start: word.start,
    notation: notationIn(source.text, before?.source.text ?? "", indexOf(offset)),
    place: ({ start, end }) => ({ start: indexOf(start), end: end >= word.end ? source.text.length : indexOf(end) }),
    edits: (changes) => editsOfWord(text, word, changes),
  };
}

function notationIn(word: string, before: string, index: number): Sheet["notation"] {
  const [, own, rest = ""] = /^(--[\w-]+)=(.*)$/s.exec(word) ?? [];
  if (word.startsWith("-") && (own === undefined || index <= own.length)) return "options";
  const written = own ?? before;
  const value = own === undefined ? word : rest;
  const option = optionMeant(written, command.options) ?? "";
  if (option === "--cli-input-json") return "json";
  if (command.options.get(option)?.kind !== "structure") return "options";
  return isTakenForJson(value) ? "json" : "shorthand";
}
