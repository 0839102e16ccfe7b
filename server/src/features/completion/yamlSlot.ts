import { type Place, locate } from "../../model/locate";
import { type Shape, membersOf } from "../../model/shape";
import type { Analysis } from "../../analysis";
import { plainSource } from "../../syntax/source";
import type { Node, Span } from "../../syntax/tree";
import { parseYaml } from "../../syntax/yaml";
import type { Edit, Filling, Insertion, Slot } from "./slot";
import { wantsAtName, wantsAtValue } from "./wants";
import { type BlockStyle, writeAfterColon, writeBlock, writeFlow } from "./yamlText";
import { yamlTokenAt } from "./yamlToken";

/** A name that nobody types: it stands for whatever will be typed at the cursor. */
const mark = "\u2038";

/** What fits at the cursor in YAML, in blocks and in brackets; in broken text too. */
export function yamlSlot(
  { text, tree }: Pick<Analysis, "text" | "tree">,
  cursor: number,
  shape: Shape,
): Slot | undefined {
  const token = yamlTokenAt(text, cursor);
  const lineStart = text.lastIndexOf("\n", token.start - 1) + 1;
  const prefix = text.slice(lineStart, token.start);
  const site = { text, token, prefix, shape, after: text.slice(token.end), problems: tree.problems.length };
  return /^\s*(?:- *)*$/.test(prefix) ? (blockSlot(site) ?? lineSlot(site)) : lineSlot(site);
}

interface Site {
  readonly text: string;
  readonly token: Span;
  /** The line up to the token. */
  readonly prefix: string;
  readonly shape: Shape;
  readonly after: string;
  /** How many mistakes the text has as it stands. */
  readonly problems: number;
}

/** What is tried in place of the token. */
interface Trial {
  readonly before: string;
  readonly behind: string;
}

/** Goes down to the mark, if it is read as a whole name or value and breaks nothing: where lines do not line up, anything would. */
function placeOf(site: Site, { before, behind }: Trial): Place | undefined {
  const { text, token, shape, after } = site;
  const quote = quoteOf(site);
  const marked = text.slice(0, token.start) + before + quote + mark + quote + behind + after;
  const { roots, problems } = parseYaml(plainSource(marked));
  const root = roots[0]?.node;
  if (root === undefined || problems.length > site.problems) return undefined;
  const place = locate(root, shape, token.start + before.length + 1);
  const found = place.onKey ? place.key?.name : place.node?.kind === "scalar" ? place.node.text : undefined;
  return found === mark ? place : undefined;
}

/** At the start of a line, or behind the dash of an item: a name, or an item that needs a dash. */
function blockSlot(site: Site): Slot | undefined {
  const blank = site.prefix.endsWith("-") ? " " : "";
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

function presentIn({ object }: Place): readonly string[] {
  return (object?.members ?? []).map(({ name }) => name);
}

function hasMissing(place: Place): boolean {
  const { objectShape } = place;
  if (objectShape?.kind !== "structure") return false;
  const present = presentIn(place);
  return [...membersOf(objectShape).byName.keys()].some((name) => !present.includes(name));
}

/** A colon follows, so the name has its value already. */
function isNamed(site: Site): boolean {
  return (quoteOf(site) === "" ? /^[ \t]*:(?:\s|$)/ : /^[ \t]*:/).test(site.after);
}

function nameSlot(site: Site, place: Place, blank: string): Slot | undefined {
  const { text, token, prefix } = site;
  const quote = quoteOf(site);
  const hasValue = place.node !== undefined && !isNothing(place.node);
  const wants = wantsAtName(place, { token, quote }, isNamed(site) || hasValue ? "given" : "missing");
  const style = styleAt(text, prefix + blank);
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
  const style = styleAt(text, `${prefix}${blank}- `);
  return {
    wants: { kind: "value", shape, path },
    token,
    quote: "",
    fill: ({ value }) => ({ pieces: [`${blank}- `, ...(value ? writeBlock(value, style) : [])], edits: [] }),
  };
}

/** Later lines are indented by the editor as the first is; what stands before the block there comes on top. */
function styleAt(text: string, prefix: string): BlockStyle {
  const leading = /^\s*/.exec(prefix)?.[0].length ?? 0;
  return { pad: " ".repeat(prefix.length - leading), indent: /^( +)(?=[^\s#-])/m.exec(text)?.[1] ?? "  " };
}

function quoteOf({ text, token }: Site): string {
  const first = text.charAt(token.start);
  return token.end > token.start && /["']/.test(first) ? first : "";
}

/** Behind a colon, or in brackets: there the comma before or behind may be missing. */
function lineSlot(site: Site): Slot | undefined {
  const { prefix, after } = site;
  const blank = /[:,]$/.test(prefix) ? " " : "";
  const behinds = /^[ \t]*(?:["']?[\w-]+["']?[ \t]*:|\{)/.test(after) ? ["", /^\s/.test(after) ? "," : ", "] : [""];
  for (const before of [blank, ", "]) {
    for (const behind of behinds) {
      const place = placeOf(site, { before, behind });
      if (place === undefined) continue;
      if (isInBrackets(place, site)) return flowSlot(site, place, before, behind);
      return before === blank && behind === "" ? valueSlot(site, place, blank) : undefined;
    }
  }
  return undefined;
}

function isInBrackets({ list, object }: Place, { text, token }: Site): boolean {
  const start = (list ?? object)?.start ?? token.start;
  return start < token.start && /[{[]/.test(text.charAt(start));
}

function flowSlot(site: Site, place: Place, before: string, behind: string): Slot | undefined {
  const { text, token } = site;
  const quote = quoteOf(site);
  const last = text.slice(0, token.start).trimEnd().length;
  const edits: readonly Edit[] = before === ", " ? [{ start: last, end: last, text: "," }] : [];
  const blank = before === " " ? before : "";
  if (place.onKey) {
    const wants = wantsAtName(place, { token, quote }, isNamed(site) ? "given" : "missing");
    const fill = ({ name, value }: Filling): Insertion => {
      if (name === undefined) return { pieces: value ? writeFlow(value).slice(1, -1) : [], edits };
      const written = `${blank}${quote}${name}${quote}`;
      if (isNamed(site)) return { pieces: [written], edits };
      return { pieces: [`${written}: `, ...(value ? writeFlow(value) : []), behind], edits };
    };
    return wants && { wants, token, quote, fill };
  }
  const wants = wantsAtValue(place);
  const fill = ({ value }: Filling): Insertion => ({
    pieces: [blank, ...(value ? writeFlow(value) : []), behind],
    edits,
  });
  return wants && { wants, token, quote, fill };
}

function valueSlot(site: Site, place: Place, blank: string): Slot | undefined {
  const { text, token, prefix } = site;
  const { key, shape, path } = place;
  if (key === undefined || shape === undefined || place.onKey) return undefined;
  const lineStart = token.start - prefix.length;
  const column = key.start - lineStart;
  const isBlock = shape.kind === "structure" || shape.kind === "list";
  if (isBlock && column < 0) return undefined;
  const style = styleAt(text, prefix.slice(0, Math.max(column, 0)));
  const colon = lineStart + prefix.trimEnd().length;
  const edits: readonly Edit[] = isBlock && colon < token.start ? [{ start: colon, end: token.start, text: "" }] : [];
  const fill = ({ value }: Filling): Insertion => {
    if (value === undefined) return { pieces: [], edits: [] };
    const pieces = isBlock ? writeAfterColon(value, style) : [blank, ...writeBlock(value, style)];
    return { pieces, edits };
  };
  return { wants: { kind: "value", shape, path }, token, quote: quoteOf(site), fill };
}
