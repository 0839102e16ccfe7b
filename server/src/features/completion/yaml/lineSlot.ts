import type { Place } from "../../../model/locate";
import type { Edit } from "../../edits";
import type { Filling, Insertion, Slot } from "../slot";
import { wantsAtName, wantsAtValue } from "../wants";
import { type Site, isInBrackets, isNamed, placeOf, quoteOf, styleAt } from "./place";
import { writeAfterColon, writeBlock, writeFlow } from "./write";

/** After a colon, or in brackets: there the comma before or after may be missing. */
export function lineSlot(site: Site): Slot | undefined {
  const { prefix, after } = site;
  const blank = /[:,]$/.test(prefix) ? " " : "";
  const behinds = /^[ \t]*(?:(["']?)[\w-]+\1[ \t]*:|\{)/.test(after) ? ["", /^\s/.test(after) ? "," : ", "] : [""];
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

function flowSlot(site: Site, place: Place, before: string, behind: string): Slot | undefined {
  const { text, token } = site;
  const quote = quoteOf(site);
  const last = text.slice(0, token.start).trimEnd().length;
  const edits: readonly Edit[] = before === ", " ? [{ start: last, end: last, text: "," }] : [];
  const blank = before === " " ? before : "";
  if (place.onName) {
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
  const { member, shape, path } = place;
  if (member === undefined || shape === undefined || place.onName) return undefined;
  const lineStart = token.start - prefix.length;
  const column = member.start - lineStart;
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
