import type { Place } from "../../../model/locate";
import { type Shape, membersOf } from "../../../model/shape";
import type { Node } from "../../../syntax/tree";
import type { Filling, Insertion, Slot } from "../slot";
import { presentIn, wantsAtName } from "../wants";
import { lineSlot } from "./lineSlot";
import { type Site, isInBrackets, isNamed, placeOf, quoteOf, styleAt } from "./place";
import { writeAfterColon, writeBlock } from "./write";

/** At the start of a line, or after the dash of an item: a name, or an item that needs a dash. */
export function blockSlot(site: Site): Slot | undefined {
  const missing = missingIndent(site);
  const deeper = missing === "" ? undefined : slotBehind(site, missing);
  const isInBlock = missing !== "" && site.tree.problems.length === 0;
  return deeper ?? (isInBlock ? undefined : slotBehind(site, site.prefix.endsWith("-") ? " " : ""));
}

/**
 * What it takes on a blank line to stand as deep as the next: the lines that part the members of a block are mostly empty.
 * Above all others it is the name of the next that is missing.
 */
function missingIndent({ text, prefix, token, after }: Site): string {
  if (prefix.trim() !== "" || token.end > token.start || text.slice(0, token.start).trim() === "") return "";
  const [, next = ""] = /^[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( +)(?=[^\s#])/.exec(after) ?? [];
  return next.slice(prefix.length);
}

/** What fits behind some blanks that come before it. */
function slotBehind(site: Site, blank: string): Slot | undefined {
  const behind = isNamed(site) ? "" : ":";
  const name = placeOf(site, { before: blank, behind });
  if (name !== undefined && isInBrackets(name, site)) return lineSlot(site);
  const list = name?.objectShape?.kind === "list" && isAlone(name) ? name.objectShape : undefined;
  if (name !== undefined && list !== undefined) return itemSlot(site, list.item, name.path.slice(0, -1), blank);
  if (name?.objectShape?.kind === "structure" && (isNamed(site) || hasMissing(name))) {
    return nameSlot(site, name, blank);
  }
  const item = placeOf(site, { before: `${blank}- `, behind });
  if (item?.objectShape === undefined || !isAlone(item)) return undefined;
  return itemSlot(site, item.objectShape, item.path.slice(0, -1), blank);
}

function isAlone({ object }: Place): boolean {
  return object?.members.length === 1;
}

function hasMissing(place: Place): boolean {
  const { objectShape } = place;
  if (objectShape?.kind !== "structure") return false;
  const present = presentIn(place);
  return [...membersOf(objectShape).byName.keys()].some((name) => !present.includes(name));
}

function nameSlot(site: Site, place: Place, blank: string): Slot | undefined {
  const { text, token, prefix } = site;
  const quote = quoteOf(site);
  const hasValue = place.node !== undefined && !isNothing(place.node);
  const wants = wantsAtName(place, { token, quote }, isNamed(site) || hasValue ? "given" : "missing");
  const style = styleAt(text, prefix, blank);
  const fill = ({ name, value }: Filling): Insertion => {
    if (name === undefined) return { pieces: value ? [blank, ...writeBlock(value, style)] : [], edits: [] };
    const written = `${blank}${quote}${name}${quote}`;
    if (isNamed(site)) return { pieces: [written], edits: [] };
    if (hasValue || value === undefined) return { pieces: [`${written}:`], edits: [] };
    return { pieces: [`${written}:`, ...writeAfterColon(value, style)], edits: [] };
  };
  return wants && { wants, token, quote, fill };
}

/** A name without a value has null for one, without a text. */
function isNothing(node: Node): boolean {
  return node.kind === "scalar" && node.type === "null" && node.text === "";
}

function itemSlot({ text, token, prefix }: Site, shape: Shape, path: readonly string[], blank: string): Slot {
  const style = styleAt(text, prefix, `${blank}- `);
  return {
    wants: { kind: "value", shape, path },
    token,
    quote: "",
    fill: ({ value }) => ({ pieces: [`${blank}- `, ...(value ? writeBlock(value, style) : [])], edits: [] }),
  };
}
