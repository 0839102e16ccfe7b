import { t } from "@vscode/l10n";
import type { ErrorCode } from "yaml";
import { shown } from "../shown";
import { type Source, lineStart } from "../source";
import type { Mend, Span, SyntaxProblem } from "../tree";
import { linesAsDeep, underItem } from "./indents";
import { type Fault, isMissing, isUnclosedBracket, mendsOf } from "./mends";

/** What the YAML library found wrong with a text whose value starts at the index `root`. Tabs are judged elsewhere. */
export function faultsOf(faults: readonly Fault[], root: number, source: Source): readonly SyntaxProblem[] {
  const { text } = source;
  const nested = new Set(faults.filter(({ code }) => code === "BLOCK_AS_IMPLICIT_KEY").map(({ pos }) => pos[0]));
  const overLines = new Set(faults.filter(({ code }) => code === "MULTILINE_IMPLICIT_KEY").map(({ pos }) => pos[0]));
  return faults.flatMap((fault) => {
    const { code, pos } = fault;
    // A line is read as part of the value above it, and has a colon.
    const isDeeper = nested.has(pos[0]) && overLines.has(pos[0]);
    if (code === "TAB_AS_INDENT" || isHarmless(fault, text)) return [];
    if (isDeeper) return code === "MULTILINE_IMPLICIT_KEY" ? notInLine(lineStart(text, pos[1]), pos, source) : [];
    if (code === "BAD_INDENT" && !isUnclosedBracket(fault)) return [indented(fault, source)];
    const isShallower = code === "UNEXPECTED_TOKEN" && columnOf(pos[0], text) < columnOf(root, text);
    return isShallower ? notInLine(pos[0], [0, text.length], source) : problemOf(fault, source);
  });
}

/** The AWS CLI takes a comment right after quotes and brackets. */
function isHarmless({ message, pos }: Fault, text: string): boolean {
  return message.includes("Comments must") && /["'\]}]/.test(text.charAt(pos[0] - 1));
}

function columnOf(index: number, text: string): number {
  return index - lineStart(text, index);
}

function notInLine(from: number, [first, last]: Fault["pos"], source: Source): SyntaxProblem {
  const { text } = source;
  const start = from + text.slice(from).search(/\S|$/);
  const end = start + text.slice(start).search(/[\s:]|$/);
  const message = t("This does not line up with the lines above it.");
  return { code: "syntax", message, ...spanOf(start, end, source), hides: linesOf(first, last, source) };
}

/** The line itself is what does not line up, not the one before, in which the library finds it; those below are as it is. */
function indented({ pos: [first, last] }: Fault, source: Source): SyntaxProblem {
  const { text } = source;
  const lines = linesAsDeep(text, first + text.slice(first).search(/\S|$/));
  const mends = underItem(text, lines).map((mend) => placed(mend, source));
  return {
    ...notInLine(first, [first, last], source),
    hides: linesOf(lastSolidBefore(first, text), lines.end, source),
    mends,
  };
}

function placed(mend: Mend, { at }: Source): Mend {
  return { ...mend, start: at(mend.start), end: at(mend.end) };
}

function problemOf(fault: Fault, source: Source): SyntaxProblem {
  const { text } = source;
  const [first, last] = fault.pos;
  const start = isUnclosedBracket(fault) ? lastSolidBefore(first, text) : solidAt(first, text);
  const colon = lacksColon(fault) ? colonWithoutBlank(first, text) : undefined;
  if (colon !== undefined) return blankMissing(colon, linesOf(first, last, source), source);
  const mends = mendsOf(fault, text).map((mend) => placed(mend, source));
  const message = messageOf(fault, text.charAt(start).trim());
  const hides = linesOf(Math.min(start, first), last, source);
  return { code: "syntax", message, ...spanOf(start, last, source), mends, hides };
}

function lacksColon({ code, message }: Fault): boolean {
  return code === "MULTILINE_IMPLICIT_KEY" || message.includes("followed by map values");
}

/** In `jobId:j1`, which is a word like any other: where it stands in a line that begins so. */
function colonWithoutBlank(start: number, text: string): number | undefined {
  const [name] = /^[A-Za-z]+(?=:(?:[^\s:/]|[^\S \t\r\n]))/.exec(text.slice(start, start + 100)) ?? [];
  return name === undefined ? undefined : start + name.length;
}

/** Text that is copied from web pages has other spaces, which are letters to YAML. */
function blankMissing(colon: number, hides: Span, source: Source): SyntaxProblem {
  const after = source.text.charAt(colon + 1);
  const isOther = after.trim() === "";
  const message = isOther ? t("{0} is no space in YAML.", shown(after)) : t("A space is missing after the colon.");
  const span = isOther ? spanOf(colon + 1, colon + 2, source) : spanOf(colon, colon + 1, source);
  const mends = [
    { start: source.at(colon + 1), end: source.at(colon + (isOther ? 2 : 1)), text: " ", sure: true },
  ] as const;
  return { code: "syntax", message, ...span, mends, hides };
}

/** One character at least, where there is one. */
function spanOf(start: number, end: number, { text, at }: Source): Span {
  const last = Math.min(Math.max(end, start + 1), text.length);
  return { start: at(Math.min(start, last)), end: at(last) };
}

/** What is made of the lines of a mistake makes little sense. */
function linesOf(start: number, end: number, { text, at }: Source): Span {
  const last = text.indexOf("\n", end);
  return { start: at(lineStart(text, start)), end: at(last < 0 ? text.length : last) };
}

/** What is missing at the end of a line is shown at its last word. */
function solidAt(index: number, text: string): number {
  return text[index] === "\t" || text.charAt(index).trim() !== "" ? index : lastSolidBefore(index, text);
}

export function lastSolidBefore(index: number, text: string): number {
  return Math.max(0, text.slice(0, index).trimEnd().length - 1);
}

/** What is wrong with the text, in our words. `found` is the character at the mistake, empty at a blank or the end. */
export function messageOf({ code, message }: Pick<Fault, "code" | "message">, found: string): string {
  if (isMissing({ code, message })) return missing(message);
  if (code === "BAD_SCALAR_START") return t("Text cannot start with {0}. Put it in quotes.", found);
  return messages[code]?.() ?? (found === "" ? t("The value is not complete.") : t("{0} does not belong here.", found));
}

const messages: Readonly<Partial<Record<ErrorCode, () => string>>> = {
  ALIAS_PROPS: () => t("An alias takes neither anchor nor tag."),
  BAD_ALIAS: () => t("A name is missing after & or *, or a space before the colon."),
  BAD_DIRECTIVE: () => t("Remove this line; the AWS CLI reads YAML 1.2 without directives."),
  BAD_DQ_ESCAPE: () => t("YAML has no such escape in double quotes. A backslash is written {0}.", "\\\\"),
  BAD_INDENT: () => t("This does not line up with the lines above it."),
  BAD_PROP_ORDER: () => t("Anchors and tags stand between the colon or dash and the value."),
  BLOCK_AS_IMPLICIT_KEY: () => t("A second colon on the line. Put the value in quotes, or start a line of its own."),
  BLOCK_IN_FLOW: () => t("Inside [ ] and { }, a value stands in brackets too."),
  KEY_OVER_1024_CHARS: () => t("A member name ends at its colon within 1024 characters."),
  MULTILINE_IMPLICIT_KEY: () => t("A colon and a value are missing after this name."),
  MULTIPLE_ANCHORS: () => t("A value takes one anchor."),
  MULTIPLE_TAGS: () => t("A value takes one tag."),
};

function missing(sentence: string): string {
  const [, message] = missingCharacters.find(([part]) => sentence.includes(part)) ?? [];
  return message?.() ?? t("Something is missing before this.");
}

const missingCharacters: readonly (readonly [part: string, message: () => string])[] = [
  ["end with", () => t("The closing bracket is missing.")],
  ["Missing , ", () => t("A comma is missing before this.")],
  ["space after :", () => t("A space is missing after the colon.")],
  ["Comments must", () => t("A space is missing before the #.")],
  ["Tags and anchors", () => t("A space is missing after the anchor or tag.")],
  ["Sequence item", () => t("A dash is missing before this item.")],
  ["followed by map values", () => t("A colon and a value are missing after this name.")],
];
