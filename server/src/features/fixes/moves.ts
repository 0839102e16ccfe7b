import { t } from "@vscode/l10n";
import type { Analysis } from "../../analysis";
import type { Answer, Problem } from "../../model/problem";
import { misplaced } from "../../model/names";
import { memberNamed } from "../../model/read";
import { updateJob } from "../../model/updateJob";
import { memberOfOption, optionOf } from "../../syntax/command/optionNames";
import { extentOf } from "../../syntax/span";
import type { Member, Node, ObjectNode, Root, ScalarNode, Span } from "../../syntax/tree";
import { shorthandWord } from "../../syntax/write";
import type { Edit } from "../edits";
import type { Fix } from "./fix";
import { isOptionName, optionRemoval } from "./optionEdits";
import { type Place, pathTo } from "./places";
import { type Sheet, sheetAt } from "./sheet";
import { quoted } from "./shellWords";
import { pair } from "./spelling";
import {
  addition,
  columnOf,
  commentAfter,
  deeper,
  endOfLine,
  insertion,
  isBlock,
  relocation,
  removal,
  step,
} from "./structure";

type Move = Extract<Answer, { kind: "move" }>;

/** Takes a member to where it belongs; the objects that are to hold it are made where they are not there. */
export function moving(analysis: Analysis, root: Root, { member, path, from }: Move): Pick<Fix, "title" | "edits"> {
  const place = root.node && pathTo(root.node, member).at(-1);
  const sheet = sheetAt(analysis, root, member.start);
  const top = from === "payload" ? root.node : place?.container;
  const title = path.length === 0 ? t("Move {0} to the payload", member.name) : t("Put into {0}", path.join("."));
  if (place === undefined || sheet === undefined || top?.kind !== "object") return { title, edits: [] };
  const target = targetIn(top, path);
  if (target.object === place.container && target.empty === undefined) {
    return { title, edits: sheet.edits(nestingMember(sheet, place, target.missing)) };
  }
  // What stands in another option, or is to become one, may have to be written in another notation.
  const isElsewhere =
    target.object.notation === "options" || sheetAt(analysis, root, target.object.start)?.start !== sheet.start;
  return { title, edits: isElsewhere ? [] : sheet.edits(moved(sheet, member, place, target)) };
}

/** The same of an option that there is not: its value goes into the option of the object that holds such a member. */
export function optionMoves(
  analysis: Analysis,
  root: Root,
  { start }: Problem,
): readonly Pick<Fix, "title" | "edits">[] {
  const words = analysis.wordsOf(root);
  const index = words.findIndex((word) => word.start === start);
  const [option, value] = [words[index], words[index + 1]];
  if (option === undefined || value?.unknownFrom !== undefined || isOptionName(value)) return [];
  const name = memberOfOption(option.source.text);
  const text = value && shorthandWord(value.source.text);
  if (text === undefined) return [];
  const ways = misplaced(name, updateJob)?.ways ?? [];
  return ways.flatMap(({ path: [outer = "", ...path] }) => {
    const title = t("Put into {0}", optionOf(outer));
    const there = root.node?.kind === "object" ? memberNamed(root.node, outer) : undefined;
    if (there === undefined) {
      const written = nested([...path, name], text, "shorthand");
      const edit = { start, end: value?.end ?? start, text: `${optionOf(outer)} ${quoted(written)}` };
      return [{ title, edits: [edit] }];
    }
    const removal = optionRemoval(analysis, root, start);
    const sheet = there.value && sheetAt(analysis, root, there.value.start);
    if (removal === undefined || sheet?.notation !== "shorthand" || there.value?.kind !== "object") return [];
    const { object, missing } = targetIn(there.value, path);
    const [first, ...inner] = [...missing, name];
    const written = missing.length === 0 ? text : `{${nested(inner, text, "shorthand")}}`;
    return [{ title, edits: [removal, ...sheet.edits([addition(sheet, object, first, written)])] }];
  });
}

/** A value as that of the last of these members, each in the object of the one before; without braces around the first. */
function nested([name = "", ...inner]: readonly string[], value: string, notation: Sheet["notation"]): string {
  return pair(name, inner.length === 0 ? value : `{${nested(inner, value, notation)}}`, notation);
}

interface Target {
  /** The innermost object that is there. */
  readonly object: ObjectNode;
  /** The names of those that it lacks. */
  readonly missing: readonly string[];
  /** What stands in the place of the first of these: nothing, or null. */
  readonly empty: Member | undefined;
}

function targetIn(object: ObjectNode, [name, ...rest]: readonly string[]): Target {
  if (name === undefined) return { object, missing: [], empty: undefined };
  const member = memberNamed(object, name);
  if (member?.value?.kind === "object") return targetIn(member.value, rest);
  return { object, missing: [name, ...rest], empty: member !== undefined && isNull(member.value) ? member : undefined };
}

function isNull(node: Node | undefined): node is ScalarNode {
  return node?.kind === "scalar" && node.type === "null";
}

function moved(sheet: Sheet, member: Member, place: Place, { object, missing, empty }: Target): readonly Edit[] {
  const [first, ...inner] = missing;
  if (empty !== undefined) {
    const filling = isBlock(sheet, sheet.place(object).start) ? fillingOfBlock : fillingInBrackets;
    const edits = filling(sheet, member, empty, inner);
    return edits.length === 0 ? [] : [removal(sheet, place), ...edits];
  }
  const value = member.value && valueText(sheet, member.value);
  if (value === undefined) return [];
  const written = first === undefined ? value : `{${nested([...inner, member.name], value, sheet.notation)}}`;
  return relocation(sheet, place, object, { name: first ?? member.name, value: written });
}

/** A block of YAML would have to be indented anew. */
function valueText(sheet: Sheet, value: Node): string | undefined {
  const { start, end } = sheet.place(value);
  const text = sheet.text.slice(start, end);
  return isBlock(sheet, start) && text.includes("\n") ? undefined : text;
}

/** Puts a member into objects of these names, one in the other, which stand in its place. */
function nestingMember(sheet: Sheet, { container, part }: Place, names: readonly string[]): readonly Edit[] {
  const { start, end } = sheet.place(extentOf(part));
  if (isBlock(sheet, sheet.place(container).start)) {
    const column = columnOf(sheet, start);
    const lead = names.map((name, depth) => `${name}:\n${" ".repeat(column + step * (depth + 1))}`).join("");
    return [{ start, end, text: lead + deeper(sheet.text.slice(start, end), step * names.length) }];
  }
  const lead = names.map((name) => pair(name, "{", sheet.notation)).join("");
  return [insertion(start, lead), insertion(end, "}".repeat(names.length))];
}

/** A member of another place as the value of one that has none, or null; in objects of the names in `inner`. */
function fillingOfBlock(sheet: Sheet, member: Member, empty: Member, inner: readonly string[]): readonly Edit[] {
  const { start, end } = sheet.place(extentOf(member));
  const column = columnOf(sheet, sheet.place(empty).start) + step;
  const whole = sheet.text.slice(start, end) + commentAfter(sheet, end);
  const text = deeper(whole, column + step * inner.length - columnOf(sheet, start));
  const lines = [...inner.map((name) => `${name}:`), text];
  const written = lines.map((line, depth) => `\n${" ".repeat(column + step * depth)}${line}`).join("");
  const colon = sheet.text.indexOf(":", sheet.place(empty).end) + 1;
  const place = writtenNull(sheet, empty);
  const after = insertion(endOfLine(sheet.text, place?.end ?? colon), written);
  return place === undefined ? [after] : [{ start: colon, end: place.end, text: "" }, after];
}

function fillingInBrackets(sheet: Sheet, member: Member, empty: Member, inner: readonly string[]): readonly Edit[] {
  const { start, end } = sheet.place(extentOf(member));
  const place = writtenNull(sheet, empty);
  const lead = inner.map((name) => pair(name, "{", sheet.notation)).join("");
  const text = `{${lead}${sheet.text.slice(start, end)}${"}".repeat(inner.length + 1)}`;
  return place === undefined ? [] : [{ ...place, text }];
}

function writtenNull(sheet: Sheet, { value }: Member): Span | undefined {
  return isNull(value) && value.text !== "" ? sheet.place(value) : undefined;
}
