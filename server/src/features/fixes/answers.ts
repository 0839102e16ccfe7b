import { t } from "@vscode/l10n";
import type { Analysis } from "../../analysis";
import type { Answer, Problem } from "../../model/problem";
import { textOf, valueOf } from "../../model/read";
import { optionOf } from "../../syntax/command/optionNames";
import { shown } from "../../syntax/shown";
import type { Member, Node, Root, Span } from "../../syntax/tree";
import type { Edit } from "../edits";
import type { Fix } from "./fix";
import { optionAddition, optionRemoval } from "./optionEdits";
import { moving } from "./moves";
import { type Place, pathTo } from "./places";
import { type Sheet, sheetAt } from "./sheet";
import { spelledJson, spelledMember, spelledName, spelledValue } from "./spelling";
import {
  addition,
  appending,
  embracing,
  enlisting,
  insertion,
  nesting,
  relocation,
  removal,
  unwrapping,
  wrapping,
} from "./structure";

/** An answer of the model, written as the text around it is; `undefined` where that cannot be done. */
export function fixOfAnswer(analysis: Analysis, root: Root, problem: Problem, answer: Answer): Fix | undefined {
  const written = write({ analysis, root, problem }, answer);
  const uncovers = !["value", "remove", "add", "append", "moveOut"].includes(answer.kind);
  const removes = answer.kind === "remove";
  const isSure = answer.sure === true && !(removes && isLastOfAll(root, answer.part));
  return written?.edits.length ? { ...written, isSure, removes, uncovers } : undefined;
}

/** Without it, an empty object or list would be left, which means something else than nothing. */
function isLastOfAll({ node }: Root, part: Member | Node): boolean {
  const path = node === undefined ? [] : pathTo(node, part);
  return path.length > 1 && path.at(-1)?.siblings.length === 1;
}

interface Context {
  readonly analysis: Analysis;
  readonly root: Root;
  readonly problem: Problem;
}

type Written = Pick<Fix, "title" | "edits">;

function write(context: Context, answer: Answer): Written | undefined {
  switch (answer.kind) {
    case "value":
      return change(context, answer);
    case "name":
      return rename(context, answer);
    case "separate":
      return separate(context, answer.part);
    case "remove":
      return remove(context, answer.part);
    case "add":
      return add(context, answer);
    case "append":
      return edited(context, answer.to.start, t("Add an item"), (sheet) => [appending(sheet, answer.to, answer.json)]);
    case "moveOut":
      return moveOut(context, answer.member);
    case "nest":
      return edited(context, answer.part.start, t("Put into {0}", answer.name), (sheet) => nesting(sheet, answer));
    case "move":
      return moving(context.analysis, context.root, answer);
    case "enlist":
      return edited(context, answer.part.start, t("Put into {0}", answer.name), (sheet) =>
        enlisting(sheet, answer.part, answer.name),
      );
    case "wrap":
      return edited(context, answer.node.start, t("Put in [ ]"), (sheet) => wrapping(sheet, answer.node));
    case "embrace":
      return edited(context, answer.part.start, t("Put in { }"), (sheet) => embracing(sheet, answer.part));
    case "unwrap":
      return edited(context, answer.node.start, t("Take out of [ ]"), (sheet) => unwrapping(sheet, answer.node));
  }
}

function edited(
  { analysis, root }: Context,
  offset: number,
  title: string,
  changes: (sheet: Sheet) => readonly Edit[],
): Written | undefined {
  const sheet = sheetAt(analysis, root, offset);
  return sheet && { title, edits: sheet.edits(changes(sheet)) };
}

function change(context: Context, { text, type }: Extract<Answer, { kind: "value" }>): Written | undefined {
  return inPlace(context, context.problem, (sheet, there) => {
    const written = spelledValue(text, type, sheet.notation, there);
    return { title: t("Change to {0}", shown(written)), written };
  });
}

function rename(context: Context, { name, member }: Extract<Answer, { kind: "name" }>): Written | undefined {
  return inPlace(context, member, (sheet, there) => {
    const written = spelledName(name, sheet.notation, there);
    return { title: t("Change to {0}", sheet.notation === "options" ? written : name), written };
  });
}

function separate(context: Context, part: Span): Written | undefined {
  return edited(context, part.start, t("Write a space here"), (sheet) => {
    const { start, end } = sheet.place(part);
    const [name] = /^[A-Za-z]+:/.exec(sheet.text.slice(start, end)) ?? [];
    return name === undefined ? [] : [insertion(start + name.length, " ")];
  });
}

function inPlace(
  { analysis, root }: Context,
  part: Span,
  spell: (sheet: Sheet, there: string) => { readonly title: string; readonly written: string },
): Written | undefined {
  const sheet = sheetAt(analysis, root, part.start);
  if (sheet === undefined) return undefined;
  const span = sheet.place(part);
  const { title, written } = spell(sheet, sheet.text.slice(span.start, span.end));
  return { title, edits: sheet.edits([{ ...span, text: written }]) };
}

function remove(context: Context, part: Member | Node): Written | undefined {
  const { analysis, root } = context;
  const place = root.node && pathTo(root.node, part).at(-1);
  if (place === undefined) return undefined;
  const title = t("Remove {0}", shown(nameOf(context, place)));
  if (isWrittenAsOption(analysis, place)) {
    const edit = optionRemoval(analysis, root, place.part.start);
    return edit && { title, edits: [edit] };
  }
  return edited(context, place.part.start, title, (sheet) => [removal(sheet, ownSiblings(analysis, place))]);
}

/** Members of `--cli-input-json` have the options for siblings, which stand elsewhere. */
function ownSiblings(analysis: Analysis, place: Place): Place {
  return { ...place, siblings: place.siblings.filter((part) => !isWrittenAsOption(analysis, { ...place, part })) };
}

function isWrittenAsOption({ text }: Analysis, { container, part }: Place): boolean {
  return container.notation === "options" && !("kind" in part) && text.startsWith("--", part.start);
}

function nameOf({ analysis }: Context, place: Place): string {
  if ("kind" in place.part) {
    const type = textOf(valueOf(place.part, "failureType"));
    return type === undefined ? t("this item") : t("the item for {0}", type);
  }
  const { name } = place.part;
  return isWrittenAsOption(analysis, place) ? optionOf(name) : name === "" ? '""' : name;
}

function add(context: Context, { to, members }: Extract<Answer, { kind: "add" }>): Written | undefined {
  const { analysis, root } = context;
  const names = members.map(({ name }) => (to.notation === "options" ? optionOf(name) : name));
  const title = t("Add {0}", names.join(", "));
  if (to.notation === "options") {
    const written = members.map(({ name, json }) => spelledMember(name, json, "options")).join(" ");
    const edit = optionAddition(analysis, root, written);
    return edit && { title, edits: [edit] };
  }
  const sheet = sheetAt(analysis, root, to.start);
  const [first, ...others] = members;
  if (sheet === undefined || first === undefined) return undefined;
  const start = addition(sheet, to, first.name, spelledJson(first.json, sheet.notation));
  const rest = others.map(({ name, json }) => addition(sheet, to, name, spelledJson(json, sheet.notation)).text);
  const separator = to.members.length > 0 ? "" : sheet.notation === "shorthand" ? "," : ", ";
  return { title, edits: sheet.edits([{ ...start, text: [start.text, ...rest].join(separator) }]) };
}

function moveOut(context: Context, member: Member): Written | undefined {
  const { root } = context;
  const path = root.node === undefined ? [] : pathTo(root.node, member);
  const [outer, inner] = path.slice(-2);
  if (outer === undefined || inner === undefined || member.value === undefined) return undefined;
  if (outer.container.kind !== "object" || outer.container.notation === "options") return undefined;
  const around = outer.container;
  return edited(context, member.start, t("Move {0} one level up", member.name), (sheet) => {
    const { start, end } = sheet.place(member.value ?? member);
    return relocation(sheet, inner, around, { name: member.name, value: sheet.text.slice(start, end) });
  });
}
