import type { Analysis } from "../../analysis";
import { type Edit, applied, overlaps } from "./fix";
import { analysisOf, candidates, fixesOf, isStillText } from "./fixes";

/** A fix may uncover another problem; nothing needs more rounds than this. */
const maximumRounds = 10;

/**
 * Puts right all that has one answer, again and again until nothing is left of it: edits of the document, or none.
 */
export function fixAll(analysis: Analysis): readonly Edit[] {
  const first = sureEdits(analysis);
  const seen = new Set([analysis.text]);
  let current = afterEdits(analysis, first);
  let rounds = 1;
  // Edits that lead back to where they began put nothing right.
  while (rounds < maximumRounds && !seen.has(current.text)) {
    seen.add(current.text);
    const edits = sureEdits(current);
    if (edits.length === 0) break;
    current = afterEdits(current, edits);
    rounds++;
  }
  if (current.text === analysis.text) return [];
  return rounds === 1 ? first : [difference(analysis.text, current.text)];
}

function afterEdits(analysis: Analysis, edits: readonly Edit[]): Analysis {
  return edits.length === 0 ? analysis : analysisOf(analysis, applied(analysis.text, edits));
}

/** Looking at what each fix leads to costs a reading of the text: of more than these, only what all lead to is looked at. */
const few = 50;

/** The edits of this round, which do not touch one another and make the text better. */
function sureEdits(analysis: Analysis): readonly Edit[] {
  if (analysis.problems.length <= few) return chosen(analysis, fixesOf);
  const edits = chosen(analysis, candidates);
  const after = afterEdits(analysis, edits);
  return isStillText(analysis, after) && after.problems.length < analysis.problems.length ? edits : [];
}

function chosen(analysis: Analysis, fixes: typeof fixesOf): readonly Edit[] {
  const edits: Edit[] = [];
  for (const problem of analysis.problems) {
    const fix = fixes(analysis, problem).find(({ isSure }) => isSure);
    if (fix !== undefined && !fix.edits.some((edit) => edits.some((other) => overlaps(edit, other))))
      edits.push(...fix.edits);
  }
  return edits;
}

/** One edit that turns one text into the other. */
function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
