import { t } from "@vscode/l10n";
import type { Fault } from "../fault";
import { brokenLines } from "./faults";
import { scanString, unclosedEnd } from "./string";

/** What a string is for, and so what cannot be a part of it where its closing quote is in doubt. */
export type Doubt = "name" | "value";

/** A string with a quote too few, or one too many. */
interface Doubtful {
  readonly end: number;
  /** Absent where it cannot be told. */
  readonly text?: string;
  readonly fault: Fault;
}

/** What the string that starts here seems to be, where a quote in the text is missing; `undefined` if it is as it stands. */
export function doubtfulString(text: string, start: number, role: Doubt): Doubtful | undefined {
  const broken = role === "value" ? brokenLines(text, start) : undefined;
  if (broken !== undefined) return { end: broken.end, fault: broken };
  const end = unclosedStringEnd(text, start, role);
  return quoteTooMany(text, start, role) ?? (end === undefined ? undefined : quoteTooFew(text, start, end));
}

function quoteTooFew(text: string, start: number, end: number): Doubtful {
  const mend = { text: '"', start: end, end, sure: true } as const;
  const fault = { start, end, message: t("The closing quote is missing."), mends: [mend] };
  return { end, text: text.slice(start + 1, end), fault };
}

const withThreeQuotes = {
  name: /"([^"\\\n\r:,{}[\]]*)"([^"\\\s:,{}[\]]*)"(?=\s*:)/y,
  value: /"([^"\\\n\r:,{}[\]]*)"([^"\\\n\r:,{}[\]]*)"(?=\s*(?:[,}\]]|$))/y,
} as const;

/** `""jobId"`, `"jobId""` and `"jo"bId"`; in a value it may be meant to be there. */
function quoteTooMany(text: string, start: number, role: Doubt): Doubtful | undefined {
  const pattern = withThreeQuotes[role];
  pattern.lastIndex = start;
  const [token, before = "", after = ""] = pattern.exec(text) ?? [];
  if (token === undefined || before + after === "") return undefined;
  const span = { start: start + 1 + before.length, end: start + 2 + before.length };
  const removed = { ...span, text: "" };
  const escaped = { ...span, text: '\\"' };
  const isText = role === "value" && /\s/.test(before + after);
  const mends = isText ? [escaped, removed] : [{ ...removed, sure: true as const }];
  const message = t("A quote too many; inside a string it is written {0}.", '\\"');
  return { end: start + token.length, text: before + after, fault: { ...span, message, mends } };
}

const solid = /\s*(\S|$)/y;
/** What may stand after a string; a quote, because a comma is forgotten as easily as a quote. */
const afterString = /^[,:{}[\]"/#]?$/;
const stops = { name: /[:,{}[\]]/g, value: /[,}\]]/g } as const;

/** Text that a quote and then punctuation ends, without a quote before it. Sticky. */
export const openless = /[^\s",:{}[\]][^"\n\r,:{}[\]]*"(?=\s*(?:[,:}\]]|$))/y;

/**
 * Where the string that starts here should have been closed; `undefined` where it is closed. The quote that comes next is
 * the opening one of another string if no punctuation follows it.
 */
function unclosedStringEnd(text: string, start: number, role: Doubt): number | undefined {
  const { end, isClosed } = scanString(text, start);
  solid.lastIndex = end;
  if (isClosed && afterString.test(solid.exec(text)?.[1] ?? "")) return undefined;
  const stop = stops[role];
  stop.lastIndex = start + 1;
  const found = isClosed || role === "name" ? stop.exec(text)?.index : undefined;
  const cut = found !== undefined && found < end ? found : isClosed ? end - 1 : end;
  return unclosedEnd(text, start, cut);
}
