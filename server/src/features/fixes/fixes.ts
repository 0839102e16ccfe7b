import { t } from "@vscode/l10n";
import type { Analysis } from "../../analysis";
import type { Problem } from "../../model/problem";
import { example } from "../../model/skeleton";
import { updateJob } from "../../model/updateJob";
import { contains } from "../../syntax/span";
import type { Root } from "../../syntax/tree";
import { write } from "../convert";
import { applied } from "../edits";
import { plainJson } from "../example";
import { pasted } from "../pasted";
import { fixOfAnswer } from "./answers";
import { commandFixes } from "./commandFixes";
import type { Fix } from "./fix";
import { fixOfMend } from "./mends";

/** Everything that would put a problem right, the likeliest first; each leaves fewer problems of its code and no new errors. */
export function fixesOf(analysis: Analysis, problem: Problem): readonly Fix[] {
  const seen = new Set<string>();
  return candidates(analysis, problem).flatMap((fix) => {
    const text = applied(analysis.text, fix.edits);
    if (seen.has(text)) return [];
    seen.add(text);
    const after = analysis.tried(text);
    if (!isBetter(analysis, after, problem, fix)) return [];
    const isDoubtful = isOfGrammar(problem.code) && (isMisfit(after, fix) || isMisplaced(analysis, after, fix));
    return isDoubtful ? { ...fix, isSure: false } : fix;
  });
}

/** A value that can be read now, and that nobody wants here: further fixes of it would end in what nobody wrote. */
function isMisfit({ problems }: Analysis, { edits: [edit, ...others] }: Fix): boolean {
  if (edit === undefined || others.length > 0) return false;
  const end = edit.start + edit.text.length;
  return problems.some(
    (one) => unwanted.has(one.code) && !isNumberInQuotes(one) && one.start < end && one.end > edit.start,
  );
}

/** The one misfit that says what was meant: `"60"` where a number is wanted. */
function isNumberInQuotes({ answers = [] }: Problem): boolean {
  return answers.some((answer) => answer.sure === true && answer.kind === "value" && answer.type === "number");
}

const unwanted: ReadonlySet<Problem["code"]> = new Set(["type", "null", "range", "length"]);

/** Blanks say in YAML what belongs where: with a new mistake, they may say it wrong. */
function isMisplaced(before: Analysis, after: Analysis, { edits }: Fix): boolean {
  return edits.every(({ text }) => /^\s+$/.test(text)) && !hasNoNewErrors(before, after);
}

/** The same without a look at what they lead to. */
export function candidates(analysis: Analysis, problem: Problem): readonly Fix[] {
  const root = rootOf(analysis, problem);
  if (root === undefined) return [];
  if (problem.code === "empty-payload") return [skeletonFix(analysis)];
  const fixes = [
    ...pastedFix(analysis, problem),
    ...(problem.mends ?? []).flatMap((mend) => fixOfMend(analysis, root, problem, mend) ?? []),
    ...commandFixes(analysis, root, problem),
    ...(problem.answers ?? []).flatMap((answer) => fixOfAnswer(analysis, root, problem, answer) ?? []),
  ];
  return root.inQuotes === true ? fixes.filter(({ edits }) => !edits.some(({ text }) => /['"`]/.test(text))) : fixes;
}

function rootOf({ tree }: Analysis, problem: Problem): Root | undefined {
  return tree.roots.find(({ span }) => contains(span, problem));
}

function isBetter(before: Analysis, after: Analysis, problem: Problem, fix: Fix): boolean {
  const isCounted = fix.uncovers && !isOfGrammar(problem.code) ? sameAs(problem) : sameCodeAs(problem);
  if (after.problems.filter(isCounted).length >= before.problems.filter(isCounted).length) return false;
  return fix.uncovers ? isStillText(before, after) : hasNoNewErrors(before, after);
}

type Test = (other: Problem) => boolean;

function sameCodeAs({ code }: Problem): Test {
  return (other) => other.code === code;
}

/** What comes to light may be of the same code: a misspelt member in a misspelt one. */
function sameAs({ code, message }: Problem): Test {
  return (other) => other.code === code && other.message === message;
}

/** No code of an error stands there more often than before. */
function hasNoNewErrors(before: Analysis, after: Analysis): boolean {
  const earlier = countsOf(before);
  return Array.from(countsOf(after)).every(
    ([code, count]) => after.rules.levelOf(code) !== "error" || count <= (earlier.get(code) ?? 0),
  );
}

/** The same of the codes that say that a text breaks its grammar. */
export function isStillText(before: Analysis, after: Analysis): boolean {
  const [earlier, later] = [countsOf(before), countsOf(after)];
  return ofGrammar.every((code) => (later.get(code) ?? 0) <= (earlier.get(code) ?? 0));
}

const ofGrammar = ["syntax", "too-deep", "encoding", "unknown-option", "duplicate-member"] as const;

function isOfGrammar(code: Problem["code"]): boolean {
  return ofGrammar.some((one) => one === code);
}

function countsOf({ problems }: Analysis): ReadonlyMap<Problem["code"], number> {
  const counts = new Map<Problem["code"], number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** What comes from elsewhere has a few members that are not ours, and those first. */
const mostForeign = 20;

/** An answer of DescribeJob, or a template: what it has of a payload. */
function pastedFix({ text, notation, problems }: Analysis, problem: Problem): readonly Fix[] {
  if (problem.code !== "unknown-member" || (notation !== "json" && notation !== "yaml")) return [];
  const foreign = problems.filter(({ code }) => code === "unknown-member");
  const found = foreign.indexOf(problem) < mostForeign ? pasted(text, notation) : undefined;
  if (found === undefined || found.losses.length > 0) return [];
  const edits = [{ start: 0, end: text.length, text: found.text }];
  return [{ title: t("Change to an UpdateJob payload"), edits, isSure: false, uncovers: true }];
}

function skeletonFix({ text, notation }: Analysis): Fix {
  const value = plainJson(example(), updateJob);
  const written = (value && write(value, notation === "script" ? "options" : notation)) ?? "";
  const start = text.trimEnd().length;
  const lead = start === 0 ? "" : "\n";
  return {
    title: t("Start with a small payload"),
    edits: [{ start, end: text.length, text: `${lead}${written}` }],
    isSure: false,
    uncovers: false,
  };
}
