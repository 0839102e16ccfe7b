import { t } from "@vscode/l10n";
import type { Hover } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { type Place, locate, rootAround } from "../model/locate";
import { type Meaning, meaningOf, meaningsOf } from "../model/meaning";
import type { Shape } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { holds } from "../syntax/span";
import type { Node, Span } from "../syntax/tree";
import { commandWord } from "./commandWord";
import { documentation } from "./documentation";
import { exampleOf } from "./example";
import { rangeOf } from "./ranges";

/** What the member or value under the pointer is, and what it comes to with those around it. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const root = rootAround(analysis.tree, offset);
  if (root?.node === undefined) return undefined;
  const command = commandWord(root, analysis.text);
  if (command !== undefined && holds(command, offset)) {
    return shown(analysis, command, [...sentences(meaningsOf(root.node, updateJob)), t(updateJob.documentation)]);
  }
  const place = locate(root.node, updateJob, offset);
  if (place.member === undefined || place.memberShape === undefined) return undefined;
  if (place.onName) return shown(analysis, place.member, [...meaningOfMember(place), story(place)]);
  if (place.node?.kind !== "scalar" || place.shape === undefined) return undefined;
  return shown(analysis, place.node, [...meaningOfValue(place), story(place)]);
}

function shown({ document }: Analysis, span: Span, parts: readonly string[]): Hover {
  return { contents: { kind: "markdown", value: parts.join("\n\n---\n\n") }, range: rangeOf(document, span) };
}

function story(place: Place): string {
  const { member, memberShape, object, objectShape } = place;
  if (member === undefined || memberShape === undefined) return "";
  const structure = objectShape?.kind === "structure" ? objectShape : updateJob;
  const example = object && exampleOf(member.name, memberShape.shape, object.notation);
  return documentation(member.name, memberShape, { structure, reach: reachAround(place), example });
}

/** What is said of a member holds for all in it. */
function reachAround(place: Place): string | undefined {
  return place.memberShape?.reach ?? (place.outer && reachAround(place.outer));
}

function meaningOfMember(place: Place): readonly string[] {
  const near = meaningsAt(place);
  return sentences(near.length > 0 ? near : meaningsOf(place.node, place.shape));
}

function meaningOfValue(place: Place): readonly string[] {
  return [...meaningOfChoice(place.node, place.shape), ...sentences(meaningsAt(place))];
}

/** The value's own, and that of the criterion or the rollout that it has its part in. */
function meaningsAt(place: Place): readonly Meaning[] {
  const own = meaningOf(place.node, place.shape);
  return [...(own ? [own] : []), ...around(place)];
}

function meaningOfChoice(node: Node | undefined, shape: Shape | undefined): readonly string[] {
  if (node?.kind !== "scalar" || shape?.kind !== "choice" || !Object.hasOwn(shape.values, node.text)) return [];
  return [`**${node.text}**: ${t(shape.values[node.text] ?? "")}`];
}

function around({ outer }: Place): readonly Meaning[] {
  if (outer === undefined) return [];
  const meaning = meaningOf(outer.node, outer.shape);
  return meaning === undefined ? around(outer) : [meaning];
}

function sentences(meanings: readonly Meaning[]): readonly string[] {
  const lines = meanings.map(({ sentence }) => sentence.charAt(0).toUpperCase() + sentence.slice(1));
  return lines.length > 1 ? [lines.map((line) => `- ${line}`).join("\n")] : lines;
}
