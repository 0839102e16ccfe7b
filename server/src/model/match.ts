import { t } from "@vscode/l10n";
import type { ListNode, Member, Node, ObjectNode, ScalarNode, Span, UnknownNode } from "../syntax/tree";
import { shown } from "../syntax/shown";
import { gluedName, misplaced, nearest, sameLetters } from "./names";
import type { Findings, Report } from "./findings";
import type { Answer } from "./problem";
import { matchQuantity, numbersMeant } from "./quantity";
import { checkRules } from "./rules";
import { matchText } from "./text";
import { type Choice, type List, type Shape, type Structure, memberOf, membersOf } from "./shape";

/** Holds a value against a shape, and reports all that the service would refuse. `owner` is the key that the value belongs to. */
export function match(node: Node, shape: Shape, owner: Span, findings: Findings): void {
  const { report } = findings;
  if (node.kind === "unknown") {
    if (isTextOfFile(node, shape)) report(node, "type", textOfFile(shape));
    return;
  }
  if (shape.kind === "structure" && node.kind === "object")
    findings.inObject(node, shape, () => matchStructure(node, shape, owner, findings));
  else if (shape.kind === "list" && node.kind === "list") matchList(node, shape, owner, findings);
  else if (shape.kind === "text" && isScalar(node, "string")) matchText(node, shape, report);
  else if (shape.kind === "choice" && isScalar(node, "string")) matchChoice(node, shape, report);
  else if (shape.kind === "quantity" && isScalar(node, "number")) matchQuantity(node, shape, report);
  else wrongType(node, shape, report);
}

/** A bare scalar is whatever its shape wants it to be. */
function isScalar(node: Node, type: "string" | "number"): node is ScalarNode {
  return node.kind === "scalar" && (node.type === type || node.type === "bare");
}

function matchStructure(node: ObjectNode, shape: Structure, owner: Span, findings: Findings): void {
  const { report } = findings;
  const { members } = node;
  const { byName, requiredBits } = membersOf(shape);
  let seen = 0;
  let mayRepeat = false;
  let unknown = 0;
  for (const member of members) {
    const known = byName.get(member.name);
    mayRepeat ||= known === undefined || (seen & known.bit) !== 0;
    seen |= known?.bit ?? 0;
    // Of a name that is half typed something is said already.
    if (member.value === undefined) continue;
    if (known === undefined && ++unknown > mostGuessed) reportOneMore(member, shape, report);
    else if (known === undefined) reportUnknown(member, node, shape, report);
    else match(member.value, known.member.shape, member, findings);
  }
  if (mayRepeat) reportRepeated(node, report);
  if (!node.open && (seen & requiredBits) !== requiredBits) reportMissing(node, shape, owner, report);
  checkRules(node, shape, owner, report);
}

/** Each name once. From the end on: of one that stands between two others it is said that it is lost. */
function reportRepeated({ members, notation }: ObjectNode, report: Report): void {
  const found = notation === "yaml" ? reportRefusedDuplicate : reportDuplicate;
  const seen = new Map<string, Member>();
  for (const member of [...members].reverse()) {
    const later = seen.get(member.name);
    if (later !== undefined) found(member, later, report);
    seen.set(member.name, member);
  }
}

function reportMissing(node: ObjectNode, shape: Structure, owner: Span, report: Report): void {
  const missing = membersOf(shape).required.filter((name) => !has(node.members, name));
  const members = missing.map((name) => ({ name, json: memberOf(shape, name)?.shape.example ?? "" }));
  const answers = missing.flatMap((name) => renaming(node, name, shape));
  report(owner, "missing-member", missingMessage(missing), [
    ...enlisted(node, shape),
    ...answers,
    { kind: "add", to: node, members },
  ]);
}

/** An object that is the item of the list that belongs into it. */
function enlisted(node: ObjectNode, { members }: Structure): readonly Answer[] {
  return Object.entries(members).flatMap(([name, { shape }]) =>
    shape.kind === "list" && isMadeOf(node, shape.item) ? [{ kind: "enlist", name, part: node } as const] : [],
  );
}

function isMadeOf({ members }: ObjectNode, shape: Shape): boolean {
  const isMember = ({ name }: Member): boolean => shape.kind === "structure" && memberOf(shape, name) !== undefined;
  return members.length > 0 && members.every(isMember);
}

/** A member of nearly that name is the one that is missing. */
function renaming({ members, notation }: ObjectNode, name: string, shape: Structure): readonly Answer[] {
  const known = Object.keys(shape.members);
  const unknown = members.slice(0, mostGuessed).filter((one) => memberOf(shape, one.name) === undefined);
  const glued = notation === "yaml" ? unknown.find((one) => gluedName(one.name, known) === name) : undefined;
  if (glued !== undefined) return [separation(glued)];
  // Without a value, the name of shorthand may well be both.
  const member = unknown.find(
    (one) => nearest(one.name, known) === name && (notation !== "shorthand" || one.value !== undefined),
  );
  return member === undefined ? [] : [{ kind: "name", name, member, sure: true }];
}

function has(members: readonly Member[], name: string): boolean {
  for (const member of members) if (member.name === name) return true;
  return false;
}

function reportDuplicate(earlier: Member, later: Member, report: Report): void {
  // Two of which nothing could be read, `{"a":1,"b":2}` in shorthand, are not one.
  if (later.name === "" && later.value === undefined) return;
  const name = shown(later.name);
  report(earlier, "duplicate-member", t("{0} comes again in this object; this value is lost.", name), removal(earlier));
  report(later, "duplicate-member", t("{0} has come before; the AWS CLI sends this last value.", name), removal(later));
}

function reportRefusedDuplicate(earlier: Member, later: Member, report: Report): void {
  const message = t("{0} stands here twice; the AWS CLI refuses this.", shown(earlier.name));
  report(earlier, "duplicate-member", message, removal(earlier));
  report(later, "duplicate-member", message, removal(later));
}

function removal(part: Member): readonly Answer[] {
  return [{ kind: "remove", part }];
}

function missingMessage(missing: readonly string[]): string {
  return missing.length === 1
    ? t("The required member {0} is missing.", missing[0] ?? "")
    : t("The required members {0} are missing.", missing.join(", "));
}

/** Of so many unknown members nobody reads what each may be meant for. */
const mostGuessed = 100;

function reportOneMore(member: Member, shape: Structure, report: Report): void {
  report(member, "unknown-member", notAMember(member, shape), removal(member));
}

function notAMember({ name }: Member, { members }: Structure): string {
  return t("{0} is not a member here. Expected one of {1}.", shown(name), Object.keys(members).join(", "));
}

function reportUnknown(member: Member, node: ObjectNode, shape: Structure, report: Report): void {
  const name = shown(member.name);
  const known = Object.keys(shape.members);
  const guess = nearest(member.name, known);
  const hint = misplaced(member.name, shape);
  const remove = { kind: "remove", part: member } as const;
  const say = (message: string, ...answers: readonly Answer[]): void =>
    report(member, "unknown-member", message, [...answers, remove]);
  if (node.notation === "yaml" && gluedName(member.name, known) !== undefined) say(spaceMissing(), separation(member));
  else if (hint?.isOneOut) say(hint.message, { kind: "moveOut", member });
  else if (hint !== undefined) {
    const moves = (hint.ways ?? []).map((way): Answer => ({ kind: "move", member, ...way }));
    say(hint.message, ...enlisted(node, shape), ...moves);
  } else if (name === "") say(t("The member name is empty. Expected one of {0}.", known.join(", ")));
  else if (guess === undefined) say(notAMember(member, shape));
  else if (has(node.members, guess)) say(t("{0} is not a member here. Did you mean {1}?", name, guess));
  else
    say(t("{0} is not a member here. Did you mean {1}?", name, guess), {
      kind: "name",
      name: guess,
      member,
      sure: true,
    });
}

const spaceMissing = (): string => t("A space is missing after the colon.");

function separation(part: Span): Answer {
  return { kind: "separate", part, sure: true };
}

function matchList(node: ListNode, shape: List, owner: Span, findings: Findings): void {
  const { report } = findings;
  if (isLoose(node, shape)) {
    reportLoose(node.items, report);
    return;
  }
  const count = node.items.length;
  const { minimum, maximum = Number.POSITIVE_INFINITY } = shape;
  if (count < minimum)
    report(node, "length", t("Expected at least {0} item, found none.", minimum), [
      { kind: "append", to: node, json: shape.item.example },
    ]);
  if (count > maximum) report(owner, "length", t("Expected at most {0} items, found {1}.", maximum, count));
  for (const item of node.items) match(item, shape.item, { start: item.start, end: item.start + 1 }, findings);
}

/** `[failureType=ALL,action=CANCEL]`: to the AWS CLI, a list of texts. */
function isLoose({ items }: ListNode, { item }: List): boolean {
  return items.length > 0 && items.every((one) => isLooseMember(one, item));
}

function isLooseMember(node: Node, shape: Shape): boolean {
  if (node.kind !== "scalar" || node.notation !== "shorthand" || shape.kind !== "structure") return false;
  const [name = "", ...values] = node.text.split("=");
  return values.length > 0 && memberOf(shape, name.trim()) !== undefined;
}

function reportLoose(nodes: readonly Node[], report: Report): void {
  const part = { start: nodes[0]?.start ?? 0, end: nodes.at(-1)?.end ?? 0 };
  // After one alone, more may follow that belong in there.
  const sure = nodes.length > 1 ? { sure: true as const } : {};
  report(part, "type", t("Put these members in { }."), [{ kind: "embrace", part, ...sure }]);
}

function matchChoice(node: ScalarNode, shape: Choice, report: Report): void {
  if (Object.hasOwn(shape.values, node.text)) return;
  const values = Object.keys(shape.values);
  const guess = values.length === 1 ? undefined : nearest(node.text, values);
  const [expected, found] = [values.join(", "), quote(node.text)];
  const sorted = [...values].sort((a, b) => Number(b === guess) - Number(a === guess));
  const answers = sorted.map((text): Answer => ({
    kind: "value",
    type: "text",
    text,
    ...(sameLetters(text, node.text) && { sure: true }),
  }));
  if (guess === undefined) report(node, "enum", t("Expected {0}, found {1}.", expected, found), answers);
  else report(node, "enum", t("Expected {0}, found {1}. Did you mean {2}?", expected, found, guess), answers);
}

function quote(text: string): string {
  return `"${shown(text)}"`;
}

/** After `@=` in shorthand the AWS CLI takes the text of a file as it is, even if it is JSON. */
function isTextOfFile(node: UnknownNode, shape: Shape): boolean {
  const isNested = shape.kind === "structure" || shape.kind === "list";
  return node.notation === "shorthand" && node.reason === "file" && isNested;
}

function textOfFile(shape: Shape): string {
  return t("Expected {0}; the AWS CLI takes a file here for plain text.", shapeInWords(shape));
}

function wrongType(node: Node, shape: Shape, report: Report): void {
  const span = node.kind === "scalar" ? node : { start: node.start, end: node.start + 1 };
  if (node.kind === "scalar" && node.type === "null") {
    const remove = { kind: "remove", part: node } as const;
    // In YAML it may be half typed, or its members may lack their indentation.
    const isWritten = node.text !== "";
    report(span, "null", t("AWS IoT takes no null. What is left out keeps its value."), [
      isWritten ? { ...remove, sure: true } : remove,
    ]);
  } else if (isLooseMember(node, shape)) {
    reportLoose([node], report);
  } else if (isGluedMember(node, shape)) {
    report(span, "type", spaceMissing(), [separation(span)]);
  } else if (shape.kind === "list" && node.notation === "shorthand") {
    report(span, "type", t("Expected a list; put it in [ ]."), retyped(node, shape));
  } else if (node.kind === "scalar" && node.notation === "yaml" && isTextual(shape)) {
    report(
      span,
      "type",
      t("Expected text; YAML reads {0} here. Put it in quotes.", nodeInWords(node)),
      retyped(node, shape),
    );
  } else {
    report(span, "type", t("Expected {0}, found {1}.", shapeInWords(shape), nodeInWords(node)), retyped(node, shape));
  }
}

function isGluedMember(node: Node, shape: Shape): boolean {
  if (node.kind !== "scalar" || node.notation !== "yaml" || shape.kind !== "structure") return false;
  return gluedName(node.text, Object.keys(shape.members)) !== undefined;
}

/** The same value as its shape wants it. */
function retyped(node: Node, shape: Shape): readonly Answer[] {
  if (shape.kind === "list" && node.kind === "object") {
    const isWritten = node.members.some(({ value }) => value !== undefined);
    return [{ kind: "wrap", node, ...(isWritten && { sure: true }) }];
  }
  if (shape.kind === "structure") return restructured(node, shape);
  if (node.kind === "list" && node.items.length === 1) return [{ kind: "unwrap", node, sure: true }];
  if (node.kind !== "scalar") return [];
  if (isTextual(shape)) return [{ kind: "value", type: "text", text: node.text, sure: true }];
  return shape.kind === "quantity" ? numbersMeant(node, shape) : [];
}

/** An object out of its list; or the value of the one member that the structure has, with its name. */
function restructured(node: Node, shape: Structure): readonly Answer[] {
  const [name = "", ...others] = Object.keys(shape.members);
  const inner = others.length === 0 ? memberOf(shape, name)?.shape : undefined;
  const isInner =
    inner?.kind === "list"
      ? node.kind === "list"
      : inner?.kind === "quantity" && node.kind === "scalar" && node.type === "number";
  const [item, ...rest] = node.kind === "list" ? node.items : [];
  const isItem = rest.length === 0 && item?.kind === "object" && isMadeOf(item, shape);
  return [
    ...(node.kind === "list" && isItem ? [{ kind: "unwrap", node, sure: true } as const] : []),
    ...(isInner ? [{ kind: "nest", name, part: node } as const] : []),
  ];
}

function isTextual({ kind }: Shape): boolean {
  return kind === "text" || kind === "choice";
}

function shapeInWords(shape: Shape): string {
  switch (shape.kind) {
    case "structure":
      return t("an object");
    case "list":
      return t("a list in [ ]");
    case "text":
    case "choice":
      return t("text in quotes");
    case "quantity":
      return shape.type === "double" ? t("a number without quotes") : t("a whole number without quotes");
  }
}

function nodeInWords(node: Node): string {
  if (node.kind === "object") return t("an object");
  if (node.kind === "list") return t("a list");
  if (node.kind === "unknown") return t("an unknown value");
  switch (node.type) {
    case "string":
    case "bare":
      return t("text");
    case "number":
      return t("the number {0}", shown(node.text));
    case "boolean":
      return node.text;
    case "date":
      return t("the date {0}", shown(node.text));
    case "null":
      return "null";
  }
}
