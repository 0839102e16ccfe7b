import type { Answer } from "../../model/problem";
import { lineStart } from "../../syntax/source";
import { contains, extentOf } from "../../syntax/span";
import type { ListNode, Member, Node, ObjectNode, Span } from "../../syntax/tree";
import type { Edit } from "../edits";
import type { Place } from "./places";
import type { Sheet } from "./sheet";
import { pair, spelledJson } from "./spelling";

/** Takes a member or an item out of what holds it, with the comma or the line that goes with it. Indices are the sheet's. */
export function removal(sheet: Sheet, { container, part, siblings }: Place): Edit {
  const { start, end: ownEnd } = sheet.place(extentOf(part));
  const end = ownEnd + commentAfter(sheet, ownEnd).length;
  const index = siblings.indexOf(part);
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  if (after !== undefined) {
    const next = sheet.place(extentOf(after)).start;
    return { start, end: "kind" in part ? next : withoutOwnLines(sheet, end, next), text: "" };
  }
  if (before !== undefined) return { start: lastStart(sheet, sheet.place(extentOf(before)).end, start), end, text: "" };
  const outer = sheet.place(container);
  if (isBracketed(sheet, outer.start)) {
    const all = inside(sheet, outer);
    // What could not be read stays.
    const others = sheet.text.slice(all.start, start) + sheet.text.slice(end, all.end);
    return { ...(/[^\s,]/.test(others) ? { start, end } : all), text: "" };
  }
  return { ...outer, end: Math.max(outer.end, end), text: container.kind === "list" ? "[]" : "{}" };
}

/** The comment that follows on the line of a member of YAML, with the blanks before it. */
export function commentAfter({ text, notation }: Sheet, end: number): string {
  if (notation !== "yaml") return "";
  const [, comment = ""] = /^[^\n]([ \t]+#[^\r\n]*)/.exec(text.slice(end - 1)) ?? [];
  return comment;
}

/** Comments on lines of their own before the next member stay: where they begin, or that member. */
function withoutOwnLines({ text, notation }: Sheet, end: number, next: number): number {
  const [gap] = /^[ \t]*\r?\n\s*(?=#)/.exec(text.slice(end, next)) ?? [];
  return gap === undefined || notation !== "yaml" ? next : end + gap.length;
}

/** What parts the last of several from the one before; a comment after that one stays. */
function lastStart({ text, notation }: Sheet, before: number, start: number): number {
  const line = text.lastIndexOf("\n", start);
  const isOwnLine = notation === "yaml" && line >= before && /^[\s-]*$/.test(text.slice(line, start));
  return isOwnLine ? line : before;
}

function isBracketed({ text }: Sheet, start: number): boolean {
  return text[start] === "{" || text[start] === "[";
}

/** What stands between the brackets, of which the closing one may be missing. */
function inside({ text }: Sheet, { start, end }: Span): Span {
  return { start: start + 1, end: /^[}\]]$/.test(text.charAt(end - 1)) ? end - 1 : end };
}

/** Puts a member after the others; `value` is spelled in the notation. */
export function addition(sheet: Sheet, object: ObjectNode, name: string, value: string): Edit {
  const isQuoted = sheet.notation === "yaml" && /^\{\s*"/.test(sheet.text.slice(sheet.place(object).start));
  const written = pair(name, value, isQuoted ? "json" : sheet.notation);
  return afterLast(sheet, object, object.members, written);
}

/** Takes a member out of what holds it and puts it into another object, with the comment that follows on its line. */
export function relocation(sheet: Sheet, place: Place, object: ObjectNode, member: Spelled): readonly Edit[] {
  const comment = commentAfter(sheet, sheet.place(extentOf(place.part)).end);
  const { start, end } = sheet.place(object);
  const isIntoBlock = isBlock(sheet, start);
  const written = addition(sheet, object, member.name, isIntoBlock ? member.value + comment : member.value);
  const moved = [removal(sheet, place), written];
  const [rest] = /^[ \t}\],]*(?:#[^\r\n]*)?(?=\r?\n|$)/.exec(sheet.text.slice(end)) ?? [];
  // Nothing of brackets may follow a comment.
  return comment === "" || isIntoBlock || rest === undefined
    ? moved
    : [...moved, insertion(end + rest.length, comment)];
}

interface Spelled {
  readonly name: string;
  /** As the notation spells it. */
  readonly value: string;
}

/** Puts an item after the others of a list in brackets. */
export function appending(sheet: Sheet, list: ListNode, json: string): Edit {
  return afterLast(sheet, list, list.items, spelledJson(json, sheet.notation));
}

function afterLast(
  sheet: Sheet,
  container: ObjectNode | ListNode,
  parts: readonly (Member | Node)[],
  written: string,
): Edit {
  const outer = sheet.place(container);
  const last = parts.findLast((part) => contains(container, part));
  if (last === undefined) {
    return isBracketed(sheet, outer.start) ? { ...inside(sheet, outer), text: written } : { ...outer, text: written };
  }
  const { start, end } = sheet.place(extentOf(last));
  const indent = indentOf(sheet.text, start);
  if (isBlock(sheet, outer.start)) {
    const column = columnOf(sheet, start);
    return insertion(endOfLine(sheet.text, end), `\n${" ".repeat(column)}${written}`);
  }
  if (sheet.notation === "shorthand") return insertion(end, `,${written}`);
  return insertion(end, indent === undefined ? `, ${written}` : `,\n${indent}${written}`);
}

export function insertion(index: number, text: string): Edit {
  return { start: index, end: index, text };
}

/** The blanks before what begins a line; `undefined` where something else does. */
function indentOf(text: string, start: number): string | undefined {
  return /(?:^|\n)([ \t]*)$/.exec(text.slice(0, start))?.[1];
}

export function endOfLine(text: string, index: number): number {
  const [rest = ""] = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(index)) ?? [];
  return index + rest.length;
}

/** Puts a value into an object of its own. A block of YAML would have to be written anew. */
export function nesting(sheet: Sheet, { part, name }: Extract<Answer, { kind: "nest" }>): readonly Edit[] {
  const { start, end } = sheet.place(part);
  if ((part.kind !== "scalar" && isBlock(sheet, start)) || sheet.notation === "options") return [];
  return [insertion(start, `{${pair(name, "", sheet.notation)}`), insertion(end, "}")];
}

/** Puts a value into a list of its own, in an object of its own, as the member of that name. */
export function enlisting(sheet: Sheet, node: ObjectNode, name: string): readonly Edit[] {
  const { start, end } = sheet.place(node);
  if (isBlock(sheet, start)) {
    const dash = " ".repeat(columnOf(sheet, start) + step);
    return [{ start, end, text: `${name}:\n${dash}- ${deeper(sheet.text.slice(start, end), 2 * step)}` }];
  }
  const [before, behind] = isBracketed(sheet, start) ? ["{", "]}"] : ["", "}]"];
  const list = pair(name, before === "" ? "[{" : "[", sheet.notation);
  return [insertion(start, before + list), insertion(end, behind)];
}

/** How much deeper a block of YAML stands in another. */
export const step = 2;

export function columnOf({ text }: Sheet, index: number): number {
  return index - lineStart(text, index);
}

/** Lines of a block, all but the first so many blanks farther to the right. */
export function deeper(text: string, by: number): string {
  return text.replace(/\n(?=[^\r\n])/g, `\n${" ".repeat(Math.max(0, by))}`);
}

export function isBlock(sheet: Sheet, start: number): boolean {
  return sheet.notation === "yaml" && !isBracketed(sheet, start);
}

/** Makes a value the only item of a list. */
export function wrapping(sheet: Sheet, node: Node): readonly Edit[] {
  const { start, end } = sheet.place(node);
  if (node.kind !== "object" || !isBlock(sheet, start)) return [insertion(start, "["), insertion(end, "]")];
  return [{ start, end, text: `- ${deeper(sheet.text.slice(start, end), step)}` }];
}

/** Puts braces around members. */
export function embracing(sheet: Sheet, part: Span): readonly Edit[] {
  const { start, end } = sheet.place(part);
  return [insertion(start, "{"), insertion(end, "}")];
}

/** The only item of a list in its place. */
export function unwrapping(sheet: Sheet, list: ListNode): readonly Edit[] {
  const [item] = list.items;
  if (item === undefined) return [];
  const [outer, inner] = [sheet.place(list), sheet.place(item)];
  const isFlow = isBracketed(sheet, outer.start);
  return [
    { start: outer.start, end: inner.start, text: isFlow ? "" : " ".repeat(inner.start - outer.start) },
    { start: inner.end, end: outer.end, text: "" },
  ];
}
