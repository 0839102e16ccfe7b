import { t } from "@vscode/l10n";
import type { Fault } from "../fault";
import { shown } from "../shown";
import type { Span } from "../tree";
import { scanString } from "./string";

const blanks = /[^\S \t\n\r]+/y;

/** What looks like a blank and is none in JSON: it comes with text that is copied from web pages. */
export function otherBlanks(text: string, index: number): Fault | undefined {
  blanks.lastIndex = index;
  const found = blanks.exec(text)?.[0];
  if (found === undefined) return undefined;
  const span = { start: index, end: index + found.length };
  const message = t("{0} is no space in JSON.", shown(found));
  return { ...span, message, mends: [{ ...span, text: " ", sure: true }] };
}

const commented = /\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)|#[^\n\r]*/y;

/** What other languages take for a comment. */
export function comment(text: string, index: number): Fault | undefined {
  commented.lastIndex = index;
  const found = commented.exec(text)?.[0];
  if (found === undefined) return undefined;
  const span = { start: index, end: index + found.length };
  const message = t("JSON has no comments; the AWS CLI refuses this text. Remove the comment.");
  return { ...span, message, mends: [{ ...span, text: "" }] };
}

const groupsBefore = /(?:^|[\s:])(-?[0-9]+(?:[, ][0-9]+){0,9})[, ]$/;
const groupsAfter = /[0-9]+(?:[, ][0-9]+){0,9}(?:\.[0-9]+)?(?=\s*(?:[,}\]]|$))/y;
const thousands = /^-?[0-9]{1,3}(?:[, ][0-9]{3})+(?:\.[0-9]+)?$/;

/** A number with commas or blanks between its digits, `1,000`: `index` is where its second group starts. */
export function partedNumber(text: string, index: number): Fault | undefined {
  groupsAfter.lastIndex = index;
  const after = groupsAfter.exec(text)?.[0];
  const before = after && groupsBefore.exec(text.slice(Math.max(0, index - 40), index))?.[1];
  if (after === undefined || before === undefined) return undefined;
  const span = { start: index - before.length - 1, end: index + after.length };
  const all = text.slice(span.start, span.end);
  const texts = [
    ...(thousands.test(all) ? [all.replace(/[, ]/g, "")] : []),
    ...(/^-?[0-9]+,[0-9]+$/.test(all) ? [all.replace(",", ".")] : []),
  ];
  const mends = texts.map((number) => ({ ...span, text: number, ...(texts.length === 1 && { sure: true as const }) }));
  return { ...span, message: notANumber(all), mends, hides: span };
}

export function notANumber(text: string): string {
  return t("{0} is not a number in JSON. Write digits, at most one point between digits.", shown(text));
}

const overLines = /"(?:[^"\\\n\r]|\\.){0,4000000}(?:\r?\n[^":{}[\]\n\r]*){1,20}"(?=\s*[,}\]])/y;

/** A string that starts at `index` and has line breaks in it, if it can be nothing else. */
export function brokenLines(text: string, index: number): Fault | undefined {
  overLines.lastIndex = index;
  if (!overLines.test(text)) return undefined;
  const span = { start: index, end: overLines.lastIndex };
  const lines = text.slice(span.start, span.end).split(/[\r\n]\s*/);
  const joined = lines.map((line) => line.trimEnd()).join(" ");
  const message = t("A string of JSON ends on its line; a line break in it is written \\n.");
  return { ...span, message, mends: [{ ...span, text: joined }] };
}

/** An apostrophe in a word ends no text. */
const otherQuoted =
  /'(?:[^'\\\n\r]|\\.|(?<=\p{L})'(?=\p{L})){0,4000000}'?|[\u201c\u201d\u201e\u201f][^\u201c\u201d\u201e\u201f"\n\r]*[\u201c\u201d]|[\u2018\u2019\u201a](?:[^\u2018\u2019"\n\r]|(?<=\p{L})\u2019(?=\p{L})){0,4000000}[\u2018\u2019]|`(?:[^`\\\n\r]|\\.){0,4000000}`/uy;
const otherQuotes = /^['\u201c\u201d\u201e\u201f\u2018\u2019\u201a`]|['\u201c\u201d\u2018\u2019`]$/g;

/** Text in other quotes than JSON's that starts at `index`. */
export function wrongQuotes(text: string, index: number): Fault | undefined {
  otherQuoted.lastIndex = index;
  const token = otherQuoted.exec(text)?.[0];
  if (token === undefined) return undefined;
  const span = { start: index, end: index + token.length };
  const message = token.startsWith("'")
    ? t("JSON strings stand in double quotes, not single quotes.")
    : t("JSON strings stand in straight double quotes, not in {0}.", token.charAt(0));
  const inside = token.replace(otherQuotes, "");
  const quoted = /^['`]/.test(token) ? `"${reescaped(inside)}"` : JSON.stringify(inside);
  return { ...span, message, mends: [{ ...span, text: quoted, sure: true }] };
}

/** Of escapes those that JSON has stay as they are. */
function reescaped(text: string): string {
  return text.replace(/\\(['`])|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|["\\\t]/g, (found, quote?: string) => {
    if (quote !== undefined) return quote;
    return found.length > 1 ? found : JSON.stringify(found).slice(1, -1);
  });
}

/** Text that is no JSON at all, in the place of a payload. */
export function noPayload(text: string, { start, end }: Span): Fault {
  const message = t("Expected {0}, found {1}.", "{", shown(text.slice(start, end)));
  return { start, end, message, hides: { start: 0, end: text.length } };
}

const inPlaceOfColon = /=>|:?=|::+|;/y;

/** What other languages write between a name and its value. */
export function otherColon(text: string, index: number): Fault | undefined {
  inPlaceOfColon.lastIndex = index;
  const found = inPlaceOfColon.exec(text)?.[0];
  if (found === undefined) return undefined;
  const span = { start: index, end: index + found.length };
  const message = t("Expected {0}, found {1}.", ":", found);
  return { ...span, message, mends: [{ ...span, text: ":", sure: true }] };
}

/** No colon between a name and its value. */
export function missingColon(nameEnd: number, value: Span): Fault {
  const mend = { text: ":", start: nameEnd, end: nameEnd, sure: true } as const;
  return { ...value, message: t("A colon is missing before this."), mends: [mend] };
}

const missingCommaMessage = (): string => t("A comma is missing before this.");

/** No comma between what ends at `last` and the next member or item. */
export function missingComma(last: number, next: Span): Fault {
  const mend = { text: ",", start: last, end: last, sure: true } as const;
  return { ...next, message: missingCommaMessage(), mends: [mend] };
}

const restOfItem = /[^,}\]\n\r]{0,1000}/y;

/** What stands between two members and is none: not judged, up to where the next may start. */
export function noMember(text: string, { start, end }: Span): Fault {
  restOfItem.lastIndex = end;
  const hides = { start, end: restOfItem.test(text) ? restOfItem.lastIndex : end };
  return { start, end, message: missingCommaMessage(), hides };
}

/** Members between `[` and `]`. */
export function inWrongBrackets(text: string, start: number, end: number): Fault {
  const message = t("Expected {0}, found {1}.", "{", "[");
  const mend = { start, end, text: `{${text.slice(start + 1, end - 1)}}`, sure: true } as const;
  return { start, end: start + 1, message, mends: [mend] };
}

/** Members that no bracket opens. */
export function withoutBrackets(text: string, start: number): Fault {
  const opened = `{${text.slice(start)}`;
  const closers = missingClosers(opened);
  const mend = closers === "" ? { end: start, text: "{" } : { end: text.length, text: opened + closers };
  const mends = [{ start, ...mend, sure: true }] as const;
  return { start, end: start + 1, message: t("{0} is missing before this.", "{"), mends };
}

const closerBefore = /(,\s*)?\}(\s*,)?\s*$/;

/** Members between the items of a list, of an object that no bracket opens, or one too many has closed. */
export function membersInList(text: string, start: number): Fault {
  const before = text.slice(Math.max(0, start - 1000), start);
  const [found, comma, commaAfter] = closerBefore.exec(before) ?? [];
  const closer = start - (found?.length ?? 0) + (comma?.length ?? 0);
  const joined = comma === undefined && commaAfter === undefined ? "," : "";
  const early = found === undefined ? [] : [{ start: closer, end: closer + 1, text: joined }];
  return {
    start,
    end: scanString(text, start).end,
    message: t("{0} is missing before this.", "{"),
    mends: [...early, { start, end: start, text: "{" }],
    hides: { start, end: start + 1 },
  };
}

/** The end of the text in brackets; `closers` are all that is missing, the outermost first. */
export function neverClosed(text: string, open: number, closers: readonly string[]): Fault {
  const message = t("{0} is never closed; {1} is missing.", text.charAt(open), closers.at(-1) ?? "");
  const end = text.trimEnd().length;
  const mend = { text: closers.toReversed().join(""), start: end, end, sure: true } as const;
  return { start: open, end: open + 1, message, mends: [mend] };
}

/** A bracket that closes another than the one that is open: one is missing, or it is the wrong one. */
export function wrongCloser(text: string, index: number, missing: string): Fault {
  const message = t("Expected {0}, found {1}.", missing, text.charAt(index));
  const [here, after] = [
    { start: index, end: index },
    { start: index, end: index + 1 },
  ];
  const mends = [here, after].map((span) => ({ ...span, text: missing }));
  return { ...after, message, mends };
}

/** What follows the payload from `start` on; `end` is where its first word ends. */
export function afterPayload(text: string, start: number, end: number): Fault {
  const message = t("Nothing may follow the payload; one file holds one payload.");
  const last = text.trimEnd().length;
  const isNothing = /^[\s,;}\]]*$/.test(text.slice(start, last));
  if (isNothing) return { start, end, message, mends: [{ start, end: last, text: "", sure: true }] };
  const closer = text.slice(0, start).trimEnd().length - 1;
  const isEarly = text[start] === "," && text[closer] === "}" && text[last - 1] === "}";
  return { start, end, message, ...(isEarly && { mends: [{ start: closer, end: closer + 1, text: "" }] }) };
}

/** The brackets that are open at the end, the innermost first. */
export function missingClosers(text: string): string {
  const open: string[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') index = scanString(text, index).end - 1;
    else if (character === "{") open.push("}");
    else if (character === "[") open.push("]");
    else if (character === "}" || character === "]") open.pop();
  }
  return open.reverse().join("");
}
