import { t } from "@vscode/l10n";
import type { Analysis } from "../../analysis";
import { nearest } from "../../model/names";
import type { Problem } from "../../model/problem";
import { updateJob } from "../../model/updateJob";
import { dashes, memberOfOption, optionOf, optionsMeant } from "../../syntax/command/optionNames";
import { shown } from "../../syntax/shown";
import type { Word } from "../../syntax/shell/shell";
import { contains } from "../../syntax/span";
import type { Root } from "../../syntax/tree";
import { command } from "../../updateJobCommand";
import type { Fix } from "./fix";
import { isOptionName, optionRemoval } from "./optionEdits";
import { sheetAt } from "./sheet";
import { optionMoves } from "./moves";
import { quoted } from "./shellWords";

/** What puts right the options and words of a command. */
export function commandFixes(analysis: Analysis, root: Root, problem: Problem): readonly Fix[] {
  return byCode[problem.code]?.(analysis, root, problem) ?? [];
}

type Fixer = (analysis: Analysis, root: Root, problem: Problem) => readonly Fix[];

const byCode: Readonly<Partial<Record<Problem["code"], Fixer>>> = {
  "shell-expansion": quotings,
  "option-prefix": (analysis, _root, problem) =>
    renamings(problem, optionsMeant(textOf(analysis, problem), command.options)),
  "unknown-option": unknownFixes,
  "missing-member": misspeltFixes,
  "repeated-option": removals,
  "overridden-member": removals,
};

function textOf({ text }: Analysis, { start, end }: Problem): string {
  return text.slice(start, end);
}

function renamings({ start, end }: Problem, names: readonly string[]): readonly Fix[] {
  return names.map((text) => ({
    title: t("Change to {0}", text),
    edits: [{ start, end, text }],
    isSure: names.length === 1,
    uncovers: true,
  }));
}

function unknownFixes(analysis: Analysis, root: Root, problem: Problem): readonly Fix[] {
  const written = textOf(analysis, problem);
  if (/^\\[ \t]+$/.test(written)) {
    return [{ title: t("Remove the space"), edits: [{ ...span(problem), text: "\\" }], isSure: true, uncovers: true }];
  }
  if (/^[\^`]$/.test(written)) return goingOn(analysis, problem);
  if (!dashes.test(written)) return strayFixes(analysis, root, problem);
  const guess = nearest(memberOfOption(written), Object.keys(updateJob.members));
  const meant = optionsMeant(written, command.options);
  const isGiven = guess !== undefined && analysis.wordsOf(root).some(({ source }) => source.text === optionOf(guess));
  const names = meant.length > 0 ? meant : guess === undefined || isGiven ? [] : [optionOf(guess)];
  const moves = optionMoves(analysis, root, problem).map((one) => ({ ...one, isSure: false, uncovers: true }));
  return [...moves, ...renamings(problem, moves.length === 0 ? names : []), ...removals(analysis, root, problem)];
}

/** An option of nearly that name is the one that is missing. */
function misspeltFixes(analysis: Analysis, root: Root, { answers = [] }: Problem): readonly Fix[] {
  const missing = answers.flatMap((answer) =>
    answer.kind === "add" && answer.to.notation === "options" ? answer.members.map(({ name }) => optionOf(name)) : [],
  );
  const unknown = analysis.problems.filter((one) => one.code === "unknown-option" && contains(root.span, one));
  return unknown
    .flatMap((one) => unknownFixes(analysis, root, one))
    .filter(({ edits }) => edits.some(({ text }) => missing.includes(text)));
}

/** What cmd or PowerShell has at the end of a line, as other shells have it. */
function goingOn({ text }: Analysis, { start, end }: Problem): readonly Fix[] {
  const [blanks] = /^[ \t]*(?=\r?\n)/.exec(text.slice(end)) ?? [];
  if (blanks === undefined) return [];
  const edits = [{ start, end: end + blanks.length, text: "\\" }];
  return [{ title: t("Change to {0}", "\\"), edits, isSure: true, uncovers: true }];
}

function span({ start, end }: Problem): Pick<Problem, "start" | "end"> {
  return { start, end };
}

function removals(analysis: Analysis, root: Root, problem: Problem): readonly Fix[] {
  const edit = optionRemoval(analysis, root, problem.start);
  return edit === undefined
    ? []
    : [
        {
          title: t("Remove {0}", shown(textOf(analysis, problem))),
          edits: [edit],
          isSure: false,
          removes: true,
          uncovers: true,
        },
      ];
}

/** As many words: more were never meant for one value. */
const longestValue = 100;

/** Words without quotes that were meant for one value: all of them, up to the next option, in one pair of quotes. */
function strayFixes(analysis: Analysis, root: Root, { start }: Problem): readonly Fix[] {
  const words = analysis.wordsOf(root);
  const index = words.findIndex((word) => word.start <= start && start < word.end);
  const [before, after] = [
    words.slice(Math.max(0, index - longestValue), index),
    words.slice(index, index + longestValue),
  ];
  const from = before.findLastIndex(isOptionName) + 1;
  const next = after.findIndex(isOptionName);
  const value = [...before.slice(from), ...(next < 0 ? after : after.slice(0, next))];
  const [first, last] = [value[0], value.at(-1)];
  if (from === 0 || first === undefined || last === undefined || value.length < 2) return [];
  if (value.some(({ unknownFrom }) => unknownFrom !== undefined)) return [];
  const written = analysis.text.slice(first.start, last.end);
  // Without quotes around it, a shell takes those of JSON away.
  const isJson = /^[[{]+\s*"/.test(written) && !/['\\]/.test(written);
  const text = quoted(isJson ? written : value.map(({ source }) => source.text).join(" "));
  const edits = [{ start: first.start, end: last.end, text }];
  return [{ title: t("Change to {0}", shown(text)), edits, isSure: isJson, uncovers: false }];
}

/** Without quotes around it, a shell takes those of JSON away. */
function wordMeant(analysis: Analysis, root: Root, word: Word): string {
  const written = analysis.text.slice(word.start, word.end);
  const isJson = sheetAt(analysis, root, word.end - 1)?.notation === "json";
  return isJson && !/['\\]/.test(written) ? written : word.source.text;
}

/** The word as it is, kept from the shell; one with a variable in it needs the shell. */
function quotings(analysis: Analysis, root: Root, problem: Problem): readonly Fix[] {
  const word = analysis.wordsOf(root).find((one) => contains(one, problem));
  if (word === undefined || word.unknownFrom !== undefined) return [];
  const edits = [{ start: word.start, end: word.end, text: quoted(wordMeant(analysis, root, word)) }];
  return [{ title: t("Put in single quotes"), edits, isSure: true, uncovers: true }];
}
