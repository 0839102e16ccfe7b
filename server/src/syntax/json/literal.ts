import { t } from "@vscode/l10n";
import { shown } from "../shown";
import { codeAt } from "../source";
import type { Mend, ScalarType } from "../tree";
import { notANumber } from "./faults";

const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** What other languages call null. */
const unset = /^(?:none|nil|undefined)$/i;

/** What a word without quotes is; `undefined` for one that JSON does not have. */
export function literalType(word: string): ScalarType | undefined {
  if (number.test(word)) return "number";
  if (word === "true" || word === "false") return "boolean";
  return word === "null" ? "null" : undefined;
}

/** What to say of such a word. */
export function literalMessage(text: string): string {
  if (/^[+-]?(nan|inf|infinity)$/i.test(text))
    return t("{0} is not JSON, and AWS IoT takes finite numbers only.", text);
  if (/^(true|false|null)$/i.test(text)) return t("JSON spells this {0}, in lower case.", text.toLowerCase());
  if (unset.test(text)) return t("JSON spells this {0}.", "null");
  if (/^[-+\s]*\.?\p{Nd}/u.test(text)) return notANumber(text);
  return t("{0} is not a value in JSON. Text stands in double quotes.", shown(text));
}

const almostNumber = /^\+?(-?)(?=\.?[0-9])([0-9]+(?:_[0-9]+)*)?(\.[0-9]*)?(%?)$/;

/** The value that was meant by a word that JSON does not have. */
export function literalMend(word: string): Partial<Mend> | undefined {
  // Text may be meant as well.
  if (/^(?:true|false|null)$/i.test(word)) return { text: word.toLowerCase() };
  if (unset.test(word)) return { text: "null" };
  if (/^0x[0-9a-f]{1,12}$/i.test(word)) return { text: String(Number(word)), sure: true };
  const [found, sign = "", whole = "", fraction = "", percent] = almostNumber.exec(word) ?? [];
  if (found !== undefined) {
    const digits = whole.replaceAll("_", "").replace(/^0+(?=[0-9])/, "") || "0";
    return { text: `${sign}${digits}${fraction === "." ? "" : fraction}`, ...(percent === "" && { sure: true }) };
  }
  return /^[A-Za-z][\w.-]*$/.test(word) && !/^(?:nan|inf|infinity)$/i.test(word)
    ? { text: JSON.stringify(word), sure: true }
    : undefined;
}

/** After digits, perhaps with a point between them, and a blank, comma or bracket after: most numbers. */
export function plainNumberEnd(text: string, start: number): number | undefined {
  let end = digitsEnd(text, start);
  if (end === start || (end > start + 1 && codeAt(text, start) === 0x30)) return undefined;
  if (codeAt(text, end) === 0x2e) {
    const fraction = end + 1;
    end = digitsEnd(text, fraction);
    if (end === fraction) return undefined;
  }
  const next = codeAt(text, end);
  return next === 0x2c || next === 0x7d || next === 0x20 || next === 0x0a || next === 0x5d || next === 0x0d
    ? end
    : undefined;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (codeAt(text, end) >= 0x30 && codeAt(text, end) <= 0x39) end++;
  return end;
}

/** After the run of characters that is neither blank nor punctuation. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsWord(text.charCodeAt(end))) end++;
  return end;
}

const words = /[^",:{}[\]\n\r/#]*[^\s",:{}[\]/#]/y;

/** After a word, more of them without quotes, up to what ends a value. */
export function moreWords(text: string, start: number): string {
  words.lastIndex = start;
  return words.exec(text)?.[0] ?? "";
}

function endsWord(code: number): boolean {
  if (code <= 0x20 || code >= 0x7f) return /\s/.test(String.fromCharCode(code));
  return (
    code === 0x2c || code === 0x3a || code === 0x22 || code === 0x7b || code === 0x7d || code === 0x5b || code === 0x5d
  );
}
