import { t } from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import { type Place, locate } from "../model/locate";
import type { MemberShape, Shape, Structure } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { parseJson } from "../syntax/json";
import { plainSource } from "../syntax/source";
import type { Span } from "../syntax/tree";
import { rangeOf } from "./diagnostics";
import { documentation, typeName } from "./documentation";
import { type Gap, gapAround, tokenAt } from "./gap";
import { plainText, snippetOf } from "./snippet";

export interface CompletionOptions {
  /** The editor knows tab stops. */
  readonly snippets: boolean;
}

/** A key that nobody types: it stands for whatever will be typed at the cursor. */
const marker = '"\u2038"';

interface Site {
  readonly analysis: Analysis;
  readonly token: Span;
  readonly gap: Gap;
  readonly options: CompletionOptions;
}

/** Members and values that fit at `offset`, in broken text too: the text is read with a marker in place of the word there. */
export function completion(analysis: Analysis, offset: number, options: CompletionOptions): CompletionItem[] {
  const { text, notation } = analysis;
  if (notation !== "json") return [];
  const token = tokenAt(text, offset);
  const marked = text.slice(0, token.start) + marker + text.slice(token.end);
  const root = parseJson(plainSource(marked)).roots[0]?.node;
  if (root === undefined) return [];
  const site = { analysis, token, gap: gapAround(text, token), options };
  const place = locate(root, updateJob, token.start + 1);
  if (place.onKey) return memberItems(place, site);
  return place.shape === undefined ? [] : valueItems(place.shape, site);
}

function memberItems({ object, objectShape }: Place, site: Site): CompletionItem[] {
  if (objectShape?.kind !== "structure") return [];
  const present = new Set(object?.members.map(({ name }) => name));
  return Object.entries(objectShape.members)
    .filter(([name]) => !present.has(name))
    .map(([name, member], order) => memberItem(name, member, order, site));
}

function memberItem(name: string, member: MemberShape, order: number, site: Site): CompletionItem {
  const key = JSON.stringify(name);
  const value = site.gap.hasColon ? "" : `: ${snippetOf(member.shape)}`;
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: `${typeName(member.shape)}${member.required ? ` (${t("required")})` : ""}`,
    documentation: { kind: "markdown", value: documentation(name, member) },
    sortText: `${member.required ? "0" : "1"}${String(order).padStart(2, "0")}`,
    filterText: site.gap.quoted ? key : name,
    ...edit(site, `${key}${value}`),
  };
}

function valueItems(shape: Shape, site: Site): CompletionItem[] {
  return values(shape).map(({ label, snippet, note }, order) => ({
    label,
    kind: shape.kind === "choice" ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
    detail: note,
    documentation: { kind: "markdown", value: t(shape.documentation) },
    sortText: String(order).padStart(2, "0"),
    filterText: site.gap.quoted ? `"${label}"` : label,
    ...edit(site, snippet),
  }));
}

interface Value {
  readonly label: string;
  readonly snippet: string;
  readonly note: string;
}

function values(shape: Shape): readonly Value[] {
  switch (shape.kind) {
    case "structure":
      return shape === updateJob
        ? skeletons()
        : [{ label: "{ … }", snippet: snippetOf(shape), note: t("with its members") }];
    case "list":
      return [{ label: "[ … ]", snippet: snippetOf(shape), note: t("with one item") }];
    case "text":
      return [{ label: t("example"), snippet: snippetOf(shape), note: shape.example }];
    case "choice":
      return Object.entries(shape.values).map(([value, meaning]) => ({
        label: value,
        snippet: JSON.stringify(value),
        note: t(meaning),
      }));
    case "quantity":
      return Object.entries(shape.useful).map(([value, note]) => ({ label: value, snippet: value, note: t(note) }));
  }
}

/** What an empty file offers. */
function skeletons(): readonly Value[] {
  const { jobId, ...others } = updateJob.members;
  const full: Structure = { ...updateJob, example: fullExample({ jobId, ...others }) };
  return [
    { label: t("UpdateJob payload"), snippet: snippetOf(updateJob), note: t("job and timeout") },
    { label: t("UpdateJob payload, all members"), snippet: snippetOf(full), note: t("every member once") },
  ];
}

function fullExample(members: Readonly<Record<string, MemberShape>>): string {
  return `{${Object.entries(members)
    .map(([name, { shape }]) => `"${name}": ${shape.example}`)
    .join(", ")}}`;
}

function edit({ analysis, token, gap, options }: Site, snippet: string): Partial<CompletionItem> {
  const written = `${gap.before}${snippet}${gap.after}`;
  const range = rangeOf(analysis.document, token);
  const comma = gap.commaAt === undefined ? undefined : analysis.document.positionAt(gap.commaAt);
  return {
    insertTextFormat: options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: options.snippets ? written : plainText(written) },
    ...(comma && { additionalTextEdits: [{ range: { start: comma, end: comma }, newText: "," }] }),
  };
}
