import { type Place, locate } from "../../../model/locate";
import type { Shape } from "../../../model/shape";
import { isEscaped } from "../../../syntax/json/escaped";
import { brokenLines } from "../../../syntax/json/faults";
import { parseJson } from "../../../syntax/json/json";
import type { Member, Node, Span, SyntaxTree } from "../../../syntax/tree";
import type { Edit } from "../../edits";
import { lookAtMarked, mark, placeOfMark } from "../mark";
import type { Piece } from "../pieces";
import type { Filling, Insertion, Slot } from "../slot";
import type { Template } from "../template";
import { wantsAtName, wantsAtValue } from "../wants";
import { jsonTokenAt } from "./token";
import { type JsonStyle, writeJson, writeJsonMembers } from "./write";

/** A text, with its tree where that is known: little of it is read again then. */
interface Known {
  readonly text: string;
  readonly tree?: SyntaxTree | undefined;
}

/** What fits at the cursor in a JSON text that is to be of a shape; in broken text too. */
export function jsonSlot(known: Known, cursor: number, shape: Shape, style: JsonStyle): Slot | undefined {
  const { text } = known;
  const token = jsonTokenAt(text, cursor);
  // Quotes without the backslashes that all others have would be none.
  if (isEscaped(text) || isInBrokenLines(text, token)) return undefined;
  const place = placeIn(known, token, shape);
  if (place === undefined) return undefined;
  const site = { text, token, place, style: styleAt(place, token, text, style) };
  const quote = text[token.start] === '"' && token.end > token.start ? '"' : "";
  if (place.onName) {
    // A word before a colon outside of all brackets may belong to another notation.
    if (text[place.object?.start ?? 0] !== "{" || isAfterStray(site)) return undefined;
    const isGiven = isNamed(site) || startsValue(site);
    const wants = wantsAtName(place, { token, quote }, isGiven ? "given" : "missing");
    return wants && { wants, token, quote, fill: (filling) => fillMember(site, filling) };
  }
  const wants = hasValue(site) ? undefined : wantsAtValue(place);
  return wants && { wants, token, quote, fill: (filling) => fillValue(site, filling) };
}

/** A string with a line break in it starts here, or goes on. */
function isInBrokenLines(text: string, { start }: Span): boolean {
  const before = brokenLines(text, Math.max(0, text.lastIndexOf('"', start - 1)));
  return brokenLines(text, start) !== undefined || (before !== undefined && start < before.end);
}

/** Goes down to the token, or reads the text with the mark in place of it. */
function placeIn(known: Known, token: Span, shape: Shape): Place | undefined {
  return (
    standingPlaceIn(known, token, shape) ?? scalarPlaceIn(known, token, shape) ?? wholePlaceIn(known, token, shape)
  );
}

/** A value that stands in a text without mistakes has its place already. */
function standingPlaceIn({ tree }: Known, token: Span, shape: Shape): Place | undefined {
  const root = tree?.problems.length === 0 ? tree.roots[0]?.node : undefined;
  const place = root && locate(root, shape, token.start);
  const isToken = place?.onName === false && place.node?.start === token.start && place.node.end === token.end;
  return isToken && place.node.kind === "scalar" && mayBeScalar(place) ? place : undefined;
}

/** Elsewhere brackets are offered, for which it matters what follows. */
function mayBeScalar({ shape }: Place): boolean {
  return shape?.kind !== "structure" && shape?.kind !== "list";
}

/** After a colon, whatever follows makes no difference to a value without brackets: it need not be read. */
function scalarPlaceIn({ text, tree }: Known, token: Span, shape: Shape): Place | undefined {
  const before = text.slice(0, token.start);
  const isBehindColon = /:\s*$/.test(before.slice(-80));
  const place = isBehindColon ? placeOf({ text: before, tree }, token, shape, `"${mark}"`) : undefined;
  return place && mayBeScalar(place) ? place : undefined;
}

function wholePlaceIn(known: Known, token: Span, shape: Shape): Place | undefined {
  const { text } = known;
  const place = placeOf(known, token, shape, `"${mark}"`);
  const next = text.charAt(firstSolid(text, token.end));
  // After a name without colon a string would be read as its value, though it opens the next member.
  return place?.onName && next === '"' ? placeOf(known, token, shape, `"${mark}":0,`) : place;
}

function placeOf({ text, tree }: Known, { start, end }: Span, shape: Shape, marked: string): Place | undefined {
  const changed = text.slice(0, start) + marked + text.slice(end);
  return lookAtMarked(changed, tree, parseJson, (read) => placeOfMark(read, shape, start + 1));
}

interface Site {
  readonly text: string;
  readonly token: Span;
  readonly place: Place;
  readonly style: JsonStyle;
}

/** Where the members stand side by side, a new one stands beside them. */
function styleAt({ list, object }: Place, token: Span, text: string, style: JsonStyle): JsonStyle {
  const around = list ?? object;
  const count = list?.items.length ?? object?.members.length ?? 0;
  const isOneLine = around !== undefined && count > 1 && !text.slice(around.start, token.start).includes("\n");
  return isOneLine ? { ...style, oneLine: true } : style;
}

function fillMember(site: Site, { name, value }: Filling): Insertion {
  const { token, place, style } = site;
  if (name === undefined) return { pieces: value ? fillObject(site, value) : [], edits: [] };
  const key = JSON.stringify(name);
  if (isNamed(site)) return { pieces: [key], edits: [] };
  if (startsValue(site)) return { pieces: [`${key}:`], edits: [] };
  const before = ends(place.object?.members ?? [], token).at(-1);
  const pieces = [blankBefore(site), `${key}: `, ...(value ? writeJson(value, style) : []), commaFollowing(site)];
  return { pieces, edits: missingCommaBefore(before, site) };
}

function fillValue(site: Site, { value }: Filling): Insertion {
  const { text, token, place, style } = site;
  const written: readonly Piece[] = value ? writeJson(value, style) : [];
  const isItem = place.list !== undefined;
  const hasColon = isItem || place.member === undefined || text.slice(place.member.end, token.start).includes(":");
  const before = isItem ? ends(place.list.items, token).at(-1) : undefined;
  const pieces = [hasColon ? blankBefore(site) : ": ", ...written, commaFollowing(site)];
  return { pieces, edits: missingCommaBefore(before, site) };
}

/** A value stands there already, after the token; or a whole payload, to which nothing can be added. */
function hasValue({ text, token, place }: Site): boolean {
  if (place.object === undefined && place.list === undefined) {
    return (text.slice(0, token.start) + text.slice(token.end)).trim() !== "";
  }
  const next = firstSolid(text, token.end);
  if (place.list !== undefined || next >= text.length || /[\]},]/.test(text.charAt(next))) return false;
  return !nextMember.test(text.slice(next));
}

const nextMember = /^"(?:[^"\\\n\r]|\\.){0,4000000}"\s*:/;

/** All members of an object whose braces are there; a line of its own, where it has one, is that of the first. */
function fillObject({ text, token, place, style }: Site, value: Template): readonly Piece[] {
  const written = writeJson(value, style);
  const hasLine = text.slice(place.object?.start ?? 0, token.start).includes("\n");
  return hasLine && value.kind === "object" ? writeJsonMembers(value, style) : written.slice(1, -1);
}

/** After a bracket that belongs to no member, or right after a name alone: a member put there would not be one of its own. */
function isAfterStray({ text, token, place }: Site): boolean {
  const members = place.object?.members ?? [];
  const before = ends(members, token).at(-1) ?? (place.object?.start ?? 0) + 1;
  const isBehindName = members.some(({ end, value }) => value === undefined && end === token.start);
  return isBehindName || /[}\]]/.test(text.slice(before, token.start));
}

/** A colon follows, so the value is there already. */
function isNamed({ text, token }: Site): boolean {
  return text.charAt(firstSolid(text, token.end)) === ":";
}

/** After a name, what cannot open the next member is its value. */
function startsValue({ text, token }: Site): boolean {
  return /[-\d{[tfn]/.test(text.charAt(firstSolid(text, token.end)));
}

/** Where what stands before the token ends. */
function ends(neighbours: readonly (Member | Node)[], token: Span): readonly number[] {
  return neighbours
    .filter(({ start }) => start < token.start)
    .map((one) => ("value" in one ? (one.value?.end ?? one.end) : one.end));
}

function missingCommaBefore(before: number | undefined, { text, token }: Site): readonly Edit[] {
  if (before === undefined || text.slice(before, token.start).includes(",")) return [];
  return [{ start: before, end: before, text: "," }];
}

function blankBefore({ text, token }: Site): string {
  const left = text.charAt(token.start - 1);
  return left === ":" || left === "," ? " " : "";
}

/** A comma, where another member or item follows. */
function commaFollowing({ text, token, place }: Site): string {
  if (place.list === undefined && place.object === undefined) return "";
  const next = firstSolid(text, token.end);
  if (next >= text.length || /[\]},:]/.test(text.charAt(next))) return "";
  return next === token.end ? ", " : ",";
}

function firstSolid(text: string, offset: number): number {
  let index = offset;
  while (index < text.length && /\s/.test(text.charAt(index))) index++;
  return index;
}
