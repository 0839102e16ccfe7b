import type { Analysis } from "../../analysis";
import { append } from "../../syntax/append";
import { changeBetween } from "../../syntax/reuse";
import { touches } from "../../syntax/span";
import { type Edit, applied } from "../edits";
import { candidates, fixesOf, isStillText } from "./fixes";

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
  return edits.length === 0 ? analysis : analysis.tried(applied(analysis.text, edits));
}

/** Looking at what each fix leads to costs a reading of the text: of more than these, only what all lead to is looked at. */
const few = 50;

/** Of still more, these come first: whoever has them asks again. */
const maximumAtOnce = 500;

/** The edits of this round, which do not touch one another and make the text better. */
function sureEdits(analysis: Analysis): readonly Edit[] {
  if (analysis.problems.length <= few) return together(analysis);
  const edits = chosen(analysis, candidates);
  const after = afterEdits(analysis, edits);
  return isStillText(analysis, after) && after.problems.length < analysis.problems.length ? edits : [];
}

/** Each by itself makes the text better; two of them may still give two members one name. */
function together(analysis: Analysis): readonly Edit[] {
  const edits = chosen(analysis, fixesOf);
  return isStillText(analysis, afterEdits(analysis, edits)) ? edits : chosen(analysis, fixesOf, 1);
}

function chosen(analysis: Analysis, fixes: typeof fixesOf, most = Number.POSITIVE_INFINITY): readonly Edit[] {
  const edits: Edit[] = [];
  let count = 0;
  for (const problem of analysis.problems.slice(0, maximumAtOnce)) {
    if (count >= most) break;
    const fix = fixes(analysis, problem).find(({ isSure }) => isSure);
    if (fix === undefined || fix.edits.some((edit) => edits.some((other) => touches(edit, other)))) continue;
    append(edits, fix.edits);
    count++;
  }
  return edits;
}

/** One edit that turns one text into the other. */
function difference(before: string, after: string): Edit {
  const { start, end, by } = changeBetween(before, after);
  return { start, end, text: after.slice(start, end + by) };
}
