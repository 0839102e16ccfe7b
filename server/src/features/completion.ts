import { t } from "@vscode/l10n";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { updateJob } from "../model/updateJob";
import type { Span } from "../syntax/tree";
import { commandSlot } from "./completion/command/commandSlot";
import { jsonSlot } from "./completion/json/jsonSlot";
import { lineIndent } from "./completion/lineIndent";
import { type Known, type Offer, memberAt, offersFor } from "./completion/offers";
import { type Piece, asSnippet, asText, hasStop } from "./completion/pieces";
import { stagesOfRecipe } from "./completion/recipes";
import type { Slot } from "./completion/slot";
import { yamlSlot } from "./completion/yaml/yamlSlot";
import { documentation } from "./documentation";
import { textEdits } from "./edits";
import { exampleOf } from "./example";
import { rangeOf } from "./ranges";

export interface CompletionOptions extends Known {
  /** The editor knows tab stops. */
  readonly snippets: boolean;
  /** The editor indents further lines of an insertion as the line that it goes into. */
  readonly indents: boolean;
  /** The editor shows a word on each row of the list; others show it for the chosen one alone. */
  readonly describesRows: boolean;
  /** Commands of the client that a row may name. */
  readonly commands: readonly string[];
  /** The character whose typing asked, if it was not the user. */
  readonly trigger?: string;
}

/** More rows than that nobody looks through: typing on makes the list shorter. */
const most = 200;

/** After these a value is typed; anything else offered there would take the Enter that ends the line. */
const valueTriggers = [":", "=", " "];

/** Members and values that fit at `offset`, in broken text too: the text is read with a mark in place of the word there. */
export function completion(analysis: Analysis, offset: number, options: CompletionOptions): CompletionList {
  // No cursor stands before a byte order mark, nor inside a line break of two characters.
  const isNowhere = analysis.text[offset] === "\ufeff" || analysis.text[offset - 1] === "\r";
  const slot = isNowhere ? undefined : slotAt(analysis, offset);
  if (slot === undefined || !isWanted(slot, analysis, options)) return { isIncomplete: false, items: [] };
  const typed = analysis.text.slice(slot.token.start, offset).slice(slot.quote.length).toLowerCase();
  const isEmpty = isBlankAround(analysis.text, slot.token);
  const own = offersFor(slot, options);
  const offers = isEmpty && options.commands.includes(insertJobPayload) ? withJob(own) : own;
  const shown = offers.length > most ? offers.filter(({ label }) => label.toLowerCase().includes(typed)) : offers;
  const site = { analysis, slot, options };
  return {
    isIncomplete: offers.length > most,
    items: shown.slice(0, most).flatMap((offer, order) => item(site, offer, order) ?? []),
  };
}

/** Each part for itself: of a large text a copy without the word would be made. */
function isBlankAround(text: string, { start, end }: Span): boolean {
  return text.slice(0, start).trim() === "" && text.slice(end).trim() === "";
}

function isWanted({ wants }: Slot, { notation }: Analysis, { trigger = "" }: CompletionOptions): boolean {
  if (!valueTriggers.includes(trigger)) return true;
  const isBlock = wants.kind === "value" && (wants.shape.kind === "structure" || wants.shape.kind === "list");
  // Enter after the colon opens a block in YAML.
  return wants.kind === "value" && !(notation === "yaml" && trigger === ":" && isBlock);
}

const insertJobPayload = "iotJobs.insertJobPayload";

/** After the other payloads, the one that a job has now: the client asks which job, and reads it. */
function withJob(offers: readonly Offer[]): readonly Offer[] {
  const after = offers.findLastIndex(({ path, filling }) => path.length === 0 && filling.name === undefined) + 1;
  const offer: Offer = {
    label: t("UpdateJob payload of a job…"),
    kind: CompletionItemKind.Snippet,
    detail: t("as it is now"),
    filling: {},
    path: [],
    command: insertJobPayload,
  };
  return [...offers.slice(0, after), offer, ...offers.slice(after)];
}

function slotAt(analysis: Analysis, offset: number): Slot | undefined {
  const { text, notation } = analysis;
  switch (notation) {
    case "json":
      return jsonSlot(analysis, offset, updateJob, { indent: indentOf(text), oneLine: false });
    case "options":
    case "script":
      return commandSlot(analysis, notation, offset);
    case "yaml":
      return yamlSlot(analysis, offset, updateJob);
  }
}

/** What the text indents a level by; a tab is what editors turn into what the user has set. */
function indentOf(text: string): string {
  return /^[ \t]+(?=\S)/m.exec(text)?.[0] ?? "\t";
}

interface Site {
  readonly analysis: Analysis;
  readonly slot: Slot;
  readonly options: CompletionOptions;
}

/** Before `$`: VS Code's own JSON support offers `$schema` in every object, which UpdateJob refuses. */
const first = "!";

function item(site: Site, offer: Offer, order: number): CompletionItem | undefined {
  const { label, lookedFor = label, kind, detail, filling, path, command, recipe } = offer;
  const filled = site.slot.fill(filling);
  if (filled === undefined) return undefined;
  const { pieces, edits } = filled;
  return {
    label,
    kind,
    ...(site.options.describesRows ? { labelDetails: { description: detail } } : { detail }),
    sortText: `${first}${String(order).padStart(3, "0")}`,
    filterText: `${site.slot.quote}${lookedFor}`,
    ...insertion(site, pieces),
    ...(edits.length > 0 && { additionalTextEdits: textEdits(site.analysis.document, edits) }),
    ...(command !== undefined && { command: { title: label, command } }),
    data: { path, notation: exampleNotation(site, path), ...(recipe !== undefined && { recipe }) },
  };
}

const exampleNotations = ["json", "yaml", "shorthand", "options"] as const;

/** How an example is spelt that fits where the cursor is. In a command, JSON is what stands in double quotes. */
function exampleNotation({ analysis, slot }: Site, path: readonly string[]): (typeof exampleNotations)[number] {
  switch (analysis.notation) {
    case "json":
    case "yaml":
      return analysis.notation;
    case "options":
    case "script":
      if (path.length <= 1) return "options";
      return slot.quote.includes('"') ? "json" : "shorthand";
  }
}

function insertion({ analysis, slot, options }: Site, pieces: readonly Piece[]): Partial<CompletionItem> {
  const isSnippet = options.snippets && hasStop(pieces);
  const insertTextFormat = isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
  const text = isSnippet ? asSnippet(pieces) : asText(pieces);
  const range = rangeOf(analysis.document, slot.token);
  if (!text.includes("\n")) {
    return { insertTextFormat, textEdit: { range, newText: text } };
  }
  if (options.indents && slot.indent === undefined) {
    return { insertTextFormat, insertTextMode: InsertTextMode.adjustIndentation, textEdit: { range, newText: text } };
  }
  const newText = text.replaceAll("\n", `\n${slot.indent ?? lineIndent(analysis.text, slot.token.start)}`);
  return { insertTextFormat, insertTextMode: InsertTextMode.asIs, textEdit: { range, newText } };
}

/** Adds what the list left out to stay small: the documentation of the member, and of the one that it belongs to. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const path = textsIn(dataOf(item.data, "path"));
  if (path === undefined) return item;
  const place = memberAt(path);
  if (place === undefined) return path.length > 0 ? item : { ...item, documentation: t(updateJob.documentation) };
  const { name, member, structure, outer } = place;
  const recipe = dataOf(item.data, "recipe");
  const notation = exampleNotations.find((one) => one === dataOf(item.data, "notation")) ?? "json";
  const example = exampleOf(name, member.shape, notation);
  const value = [
    typeof recipe === "string" ? stagesOfRecipe(recipe) : undefined,
    documentation(name, member, { structure, reach: outer?.member.reach, example }),
    outer && `${t("In **{0}**:", outer.name)} ${t(outer.member.shape.documentation)}`,
  ];
  return { ...item, documentation: { kind: "markdown", value: value.filter(Boolean).join("\n\n---\n\n") } };
}

/** What the list sent along comes back from the client, if it is as it was. */
function dataOf(data: unknown, name: "path" | "recipe" | "notation"): unknown {
  if (typeof data !== "object" || data === null) return undefined;
  const members: Readonly<Record<string, unknown>> = { ...data };
  return members[name];
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}
