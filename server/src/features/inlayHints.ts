import { t } from "@vscode/l10n";
import type { InlayHint } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analysis";
import { type Meaning, meaningOf } from "../model/meaning";
import { memberNamed, valueOf } from "../model/read";
import { updateJob } from "../model/updateJob";
import { type Visit, walk } from "../model/walk";
import type { InlayHintKinds } from "../protocol";
import { holds, touches } from "../syntax/span";
import type { Node, Span } from "../syntax/tree";

/** What values come to, after them: times in days, criteria and rollouts as sentences, defaults of what is left out. */
export function inlayHints(analysis: Analysis, within: Span, shown: InlayHintKinds): InlayHint[] {
  const { document, tree } = analysis;
  const hints: InlayHint[] = [];

  function add(offset: number, { short, sentence }: Meaning): void {
    if (!holds(within, offset)) return;
    const position = document.positionAt(offset);
    hints.push({ position, label: short, paddingLeft: true, ...(sentence === short ? {} : { tooltip: sentence }) });
  }

  function visit(visited: Visit): void {
    const { node, shape } = visited;
    if (node === undefined || !touches(node, within)) return;
    const isSentence = node.kind !== "scalar";
    const meaning = (isSentence ? shown.sentences : shown.units) === false ? undefined : meaningOf(node, shape);
    if (meaning !== undefined) add(isSentence ? anchor(document, node) : node.end, meaning);
    if (shown.defaults !== false) for (const left of defaultsLeftOut(visited)) add(node.end, left);
  }

  for (const { node, span } of tree.roots) {
    if (node !== undefined && touches(span, within)) walk(node, updateJob, visit);
  }
  return hints;
}

/** The numbers that sentences are about. */
const subjects = ["thresholdPercentage", "incrementFactor", "numberOfRetries"];

/** After a structure of one line; in one of several lines, after the number that the sentence is about. */
function anchor(document: TextDocument, node: Node): number {
  const whole = valueOf(node, "exponentialRate") ?? node;
  if (document.positionAt(whole.start).line === document.positionAt(whole.end).line) return whole.end;
  return subjects.map((name) => valueOf(whole, name)).find((value) => value !== undefined)?.end ?? whole.end;
}

/** A rate that grows needs its maximum: there the default is no answer. */
const rollout = updateJob.members.jobExecutionsRolloutConfig.shape;

/** What the service takes where a structure is given without a member. */
function defaultsLeftOut({ node, shape }: Visit): readonly Meaning[] {
  if (node?.kind !== "object" || shape?.kind !== "structure" || shape === rollout) return [];
  if (node.open || node.members.length === 0) return [];
  return Object.entries(shape.members).flatMap(([name, { shape: left }]) => {
    if (left.kind !== "quantity" || left.default === undefined || memberNamed(node, name) !== undefined) return [];
    const sentence = t("{0} is left out: the default {1} ({2}) holds", name, left.default, t(left.unit));
    return [{ short: `${name}: ${left.default}`, sentence }];
  });
}
