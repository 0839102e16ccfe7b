import type { ErrorCode } from "yaml";
import { lineStart } from "../source";
import type { Mend } from "../tree";

/** What the YAML library says of a mistake: a code, and a sentence that alone says which character is missing. */
export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  /** Where it starts and ends in the text. */
  readonly pos: readonly [number, number];
}

/** Texts that would put right what the YAML library refuses; each may fail, and is tried before it is offered. Indices are of `text`. */
export function mendsOf({ code, message, pos }: Fault, text: string): readonly Mend[] {
  const [start] = pos;
  if (isMissing({ code, message })) return missing(message, start, text);
  if (code === "BAD_DQ_ESCAPE") return [{ start, end: start, text: "\\" }];
  if (code === "BAD_DIRECTIVE") return [{ ...run(text, text.lastIndexOf("\n", start) + 1, /[^\n]*\n?/y), text: "" }];
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "BAD_SCALAR_START") return inQuotes(text, start);
  return [];
}

/** Whether a character is missing. */
export function isMissing({ code, message }: Pick<Fault, "code" | "message">): boolean {
  return code === "MISSING_CHAR" || isUnclosedBracket({ message });
}

/** The library calls it a wrong indentation where the line after the bracket starts too far to the left. */
export function isUnclosedBracket({ message }: Pick<Fault, "message">): boolean {
  return message.includes("end with a");
}

/** In brackets a value ends before what closes them, or before the next member. */
const valueInBrackets = /^[^]*?(?=\s*(?:[}\]]\s*[,}\]]|,\s*["']?[\w-]+["']?\s*:\s|[,}\]\s]*(?:\s#[^]*)?$))/;
/** So much of a line is looked through. */
const longestValue = 1000;

/** Where a quote that is never closed ends what was meant to stand in it: at the end of its line, if not before. */
export function quoteEnd(text: string, start: number): number {
  const line = run(text, start, /[^\r\n]*/y);
  const rest = text.slice(start, line.end).trimEnd();
  const before = text.slice(lineStart(text, start), start).replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
  const depth = before.split(/[{[]/).length - before.split(/[}\]]/).length;
  const value = depth > 0 && rest.length < longestValue ? valueInBrackets.exec(rest)?.[0] : undefined;
  return start + (value ?? rest).length;
}

function missing(sentence: string, start: number, text: string): readonly Mend[] {
  const [, bracket] = /end with a (.)/.exec(sentence) ?? [];
  if (bracket !== undefined) {
    const end = text.slice(0, start).trimEnd().length;
    return [{ start: end, end, text: bracket, sure: true }];
  }
  const lacks = [
    ["Missing , ", ","],
    ["space after :", " "],
    ["Comments must", " "],
  ].find(([part = ""]) => sentence.includes(part));
  const [, character] = lacks ?? [];
  if (character === undefined) return [];
  const index = character === "," ? text.slice(0, start).trimEnd().length : start;
  // Right after a quote, it may be the quote that is one too many.
  const isDoubtful = character === "," && index === start && /["']/.test(text.charAt(index - 1));
  return [index, index + 1].map((place) => {
    return { start: place, end: place, text: character, ...(!isDoubtful && { sure: true as const }) };
  });
}

/** The value of the line in quotes. */
function inQuotes(text: string, start: number): readonly Mend[] {
  const line = run(text, lineStart(text, start), /[^\r\n]*/y);
  const written = text.slice(line.start, line.end).trimEnd();
  const [lead = ""] = /^\s*(?:- )?(?:[^:]*: +)?/.exec(written) ?? [];
  const value = written.slice(lead.length);
  if (value === "") return [];
  const from = line.start + lead.length;
  return [{ start: from, end: from + value.length, text: `"${value.replace(/["\\]/g, "\\$&")}"` }];
}

function run(text: string, start: number, pattern: RegExp): { readonly start: number; readonly end: number } {
  pattern.lastIndex = start;
  return { start, end: start + (pattern.exec(text)?.[0].length ?? 0) };
}
