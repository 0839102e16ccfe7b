import type { Analysis } from "../../analysis";
import { isOption } from "../../syntax/command/optionPairs";
import type { Word } from "../../syntax/shell/shell";
import type { Root } from "../../syntax/tree";
import type { Edit } from "../edits";

/** Takes an option out of its command, with its value. `start` is where its name begins. */
export function optionRemoval(analysis: Analysis, root: Root, start: number): Edit | undefined {
  const words = analysis.wordsOf(root);
  const index = words.findIndex((word) => word.start === start);
  const word = words[index];
  if (word === undefined) return undefined;
  const hasOwnValue = word.source.text.includes("=") || isOptionName(words[index + 1]);
  const lastIndex = hasOwnValue ? index : index + 1;
  const last = words[lastIndex] ?? word;
  const [before, after] = [words[index - 1], words[lastIndex + 1]];
  const behind = after && analysis.text.slice(last.end, after.start);
  if (after !== undefined && behind?.includes("#") === false) return { start, end: after.start, text: "" };
  const ahead = before && analysis.text.slice(before.end, start);
  return {
    start: before !== undefined && ahead?.includes("#") === false ? before.end : start,
    end: last.end,
    text: "",
  };
}

/** An option after the others, parted from them as the last is from the word before it. `written` holds its value. */
export function optionAddition(analysis: Analysis, root: Root, written: string): Edit | undefined {
  const words = analysis.wordsOf(root);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const index = words.findLastIndex(isOptionName);
  const [option, before] = [words[index], words[index - 1]];
  const gap = option && before && analysis.text.slice(before.end, option.start);
  const usual = analysis.notation === "options" && analysis.text.includes("\n") ? "\n" : " ";
  const parting = gap !== undefined && /^\s*(?:\\\s+)?$/.test(gap) ? gap : usual;
  return { start: last.end, end: last.end, text: `${parting}${written}` };
}

/** One that is written in full: only such are made here. */
export function isOptionName(word: Word | undefined): boolean {
  return word !== undefined && isOption(word) && word.source.text.startsWith("--");
}
