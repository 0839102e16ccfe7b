import { t } from "@vscode/l10n";
import type { Mend, Span } from "../tree";

interface Fault extends Span {
  readonly message: string;
  readonly mend?: Partial<Mend>;
}

/** A string token of JSON, whole or broken. Indices are those of the text read. */
export interface StringToken {
  /** After the closing quote, or where the line ends when there is none. */
  readonly end: number;
  /** The value, escapes taken off. */
  readonly text: string;
  readonly faults: readonly Fault[];
  readonly isClosed: boolean;
}

/** Reads the JSON string whose opening quote stands at `start`, whatever is in it. */
export function scanString(text: string, start: number): StringToken {
  const faults: Fault[] = [];
  let value = "";
  let index = start + 1;
  let run = index;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return { end: index + 1, text: value + text.slice(run, index), faults, isClosed: true };
    if (code === 0x0a || (code === 0x0d && !goesOn(text, index))) break;
    if (code === 0x5c) {
      value += text.slice(run, index);
      const escape = readEscape(text, index);
      if (escape.value === undefined)
        faults.push({
          start: index,
          end: escape.end,
          message: t("JSON has no such escape."),
          mend: { text: "\\", start: index, end: index },
        });
      value += escape.value ?? text.slice(index, escape.end);
      index = run = escape.end;
    } else {
      if (code < 0x20) faults.push(controlCharacter(code, index));
      index++;
    }
  }
  const end = unclosedEnd(text, start, index);
  faults.push({
    start,
    end,
    message: t("The closing quote is missing."),
    mend: { text: '"', start: end, end, sure: true },
  });
  return { end, text: run < end ? value + text.slice(run, end) : value, faults, isClosed: false };
}

/** A string that is never closed ends with its line, less the commas and brackets that would have come after it. */
export function unclosedEnd(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start + 1 && /[\s,}\]]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Text and a quote, and what may stand after a string: the carriage return before it is one of the string. */
const restOfString = /[^":{}[\]\n]{0,1000}"(?=\s*(?:[,}\]]|$))/y;

function goesOn(text: string, carriageReturn: number): boolean {
  restOfString.lastIndex = carriageReturn + 1;
  return restOfString.test(text);
}

const shortEscapes = new Map([
  [0x09, "\\t"],
  [0x0d, "\\r"],
]);

function controlCharacter(code: number, index: number): Fault {
  const escape = shortEscapes.get(code) ?? `\\u${code.toString(16).padStart(4, "0")}`;
  return {
    start: index,
    end: index + 1,
    message: t("A control character in a string is written {0} in JSON.", escape),
    mend: { text: escape, sure: true },
  };
}

const simpleEscapes = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
const unicodeEscape = /\\u([0-9a-fA-F]{4})/y;

function readEscape(text: string, index: number): { readonly value: string | undefined; readonly end: number } {
  const simple = simpleEscapes.get(text.charAt(index + 1));
  if (simple !== undefined) return { value: simple, end: index + 2 };
  unicodeEscape.lastIndex = index;
  const digits = unicodeEscape.exec(text)?.[1];
  if (digits !== undefined) return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: index + 6 };
  const next = text.charCodeAt(index + 1);
  return { value: undefined, end: next < 0x20 || Number.isNaN(next) ? index + 1 : index + 2 };
}
