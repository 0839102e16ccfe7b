import { t } from "@vscode/l10n";
import { CompletionItemKind } from "vscode-languageserver-types";
import { type MemberShape, type Shape, type Structure, memberOf } from "../../model/shape";
import { fullExample } from "../../model/skeleton";
import { updateJob } from "../../model/updateJob";
import { typeName } from "../documentation";
import { rolloutRecipes } from "./recipes";
import type { Filling, Keyword, Slot, Wants } from "./slot";
import { exampleTemplate, finalNumber, finalText, templateOf } from "./template";

/** One row of the list, whatever the notation. */
export interface Offer {
  readonly label: string;
  /** What typed text is held against, if that is not the label. */
  readonly lookedFor?: string;
  readonly kind: CompletionItemKind;
  readonly detail: string;
  readonly filling: Filling;
  /** Names of the members that lead to the one that it is about. */
  readonly path: readonly string[];
  /** What a whole rollout comes to, to be said when the row is asked about. */
  readonly recipe?: string;
  /** What the client does when the row is accepted. */
  readonly command?: string;
}

/** What the session knows beside the text. */
export interface Known {
  readonly jobIds: () => readonly string[];
  readonly roleArns: () => readonly string[];
}

/** What fits, in the order in which it is shown: required members first. */
export function offersFor(slot: Slot, known: Known): readonly Offer[] {
  const { wants } = slot;
  const own = wants.kind === "member" ? memberOffers(slot, wants) : valueOffers(wants, known);
  return [...own, ...(wants.keywords ?? []).map(keywordOffer)];
}

function keywordOffer({ label, detail, filling }: Keyword): Offer {
  return { label, kind: CompletionItemKind.Keyword, detail, filling, path: [] };
}

type MemberWants = Extract<Wants, { kind: "member" }>;
type ValueWants = Extract<Wants, { kind: "value" }>;

function memberOffers(
  { nameOf }: Slot,
  { structure, path, present, takesWhole, nameOnly, fits }: MemberWants,
): readonly Offer[] {
  if (structure.takesOne && present.some((name) => memberOf(structure, name) !== undefined)) return [];
  const missing = Object.entries(structure.members).filter(
    ([name, { shape }]) => !present.includes(name) && fits?.(shape) !== false,
  );
  const required = missing.filter(([, { required }]) => required);
  const optional = missing.filter(([, { required }]) => !required);
  const whole = takesWhole ? structures(structure, path) : [];
  const members = [...required, ...optional].flatMap(([name, member]) => {
    const label = nameOf?.(name) ?? name;
    const offer = memberOffer(name, member, label, path);
    return nameOnly ? [offer] : [offer, ...recipes(name, member.shape, [...path, name], label)];
  });
  return [...whole, ...members];
}

function memberOffer(name: string, member: MemberShape, label: string, path: readonly string[]): Offer {
  return {
    label,
    kind: CompletionItemKind.Property,
    detail: `${typeName(member.shape)}${member.required ? ` (${t("required")})` : ""}`,
    filling: { name, value: exampleTemplate(member.shape) },
    path: [...path, name],
  };
}

/** Whole rollouts, as values or with the name of the member that they belong to: it is what a user looks for. */
function recipes(name: string | undefined, shape: Shape, path: readonly string[], shownAs = ""): readonly Offer[] {
  if (shape !== updateJob.members.jobExecutionsRolloutConfig.shape) return [];
  return rolloutRecipes().map((recipe) => ({
    recipe: recipe.id,
    label: recipe.name,
    lookedFor: `${shownAs} ${recipe.name}`.trim(),
    kind: CompletionItemKind.Snippet,
    detail: recipe.summary,
    filling: { ...(name !== undefined && { name }), value: templateOf(recipe.rollout, shape) },
    path,
  }));
}

function valueOffers({ shape, path }: ValueWants, known: Known): readonly Offer[] {
  switch (shape.kind) {
    case "structure":
      return structures(shape, path);
    case "list":
      return [snippet("[ … ]", t("with one item"), { value: exampleTemplate(shape) }, path)];
    case "text":
      return texts(shape, path, known);
    case "choice":
      return Object.entries(shape.values).map(([value, meaning]) => ({
        label: value,
        kind: CompletionItemKind.EnumMember,
        detail: t(meaning),
        filling: { value: finalText(value) },
        path,
      }));
    case "quantity":
      return Object.entries(shape.useful).map(([value, note]) => ({
        label: value,
        kind: CompletionItemKind.Value,
        detail: t(note),
        filling: { value: finalNumber(value) },
        path,
      }));
  }
}

function snippet(label: string, detail: string, filling: Filling, path: readonly string[]): Offer {
  return { label, kind: CompletionItemKind.Snippet, detail, filling, path };
}

function structures(shape: Structure, path: readonly string[]): readonly Offer[] {
  if (shape !== updateJob) {
    const example = snippet("{ … }", t("with its members"), { value: exampleTemplate(shape) }, path);
    return [example, ...recipes(undefined, shape, path)];
  }
  const full = { value: templateOf(JSON.parse(fullExample()), shape) };
  return [
    snippet(t("UpdateJob payload"), t("job and timeout"), { value: exampleTemplate(shape) }, path),
    snippet(t("UpdateJob payload, all members"), t("each once"), full, path),
  ];
}

/** Known texts, or where none is known an example. */
function texts(shape: Shape, path: readonly string[], known: Known): readonly Offer[] {
  const found = knownTexts(shape, known);
  if (found.length === 0) return [snippet(t("example"), shape.example, { value: exampleTemplate(shape) }, path)];
  return found.map((text) => ({
    label: text,
    kind: CompletionItemKind.Value,
    detail: shape === updateJob.members.jobId.shape ? t("a job of this account") : t("in an open payload"),
    filling: { value: finalText(text) },
    path,
  }));
}

function knownTexts(shape: Shape, known: Known): readonly string[] {
  if (shape === updateJob.members.jobId.shape) return known.jobIds();
  return shape === updateJob.members.presignedUrlConfig.shape.members.roleArn.shape ? known.roleArns() : [];
}

/** A member, the structure that it belongs to, and the member around it. */
export interface MemberPlace {
  readonly name: string;
  readonly member: MemberShape;
  readonly structure: Structure;
  readonly outer: MemberPlace | undefined;
}

/** The member that a path leads to; a list's members are those of its items. */
export function memberAt(path: readonly string[]): MemberPlace | undefined {
  let shape: Shape = updateJob;
  let place: MemberPlace | undefined;
  for (const name of path) {
    const structure: Shape = shape.kind === "list" ? shape.item : shape;
    const member: MemberShape | undefined = structure.kind === "structure" ? memberOf(structure, name) : undefined;
    if (structure.kind !== "structure" || member === undefined) return undefined;
    place = { name, member, structure, outer: place };
    shape = member.shape;
  }
  return place;
}
