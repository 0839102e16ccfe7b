import { t } from "@vscode/l10n";
import { scanString } from "./jsonString";
import { shown } from "./shown";
import type { Mend, ScalarType } from "./tree";

const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

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
  if (/^[+-]?[0-9.]/.test(text))
    return t("{0} is not a number in JSON. Write digits, at most one point between digits.", shown(text));
  return t("{0} is not a value in JSON. Text stands in double quotes.", shown(text));
}

/** The value that was meant by a word that JSON does not have. */
export function literalMend(word: string): Partial<Mend> | undefined {
  if (/^(?:true|false|null)$/i.test(word)) return { text: word.toLowerCase(), sure: true };
  const [, sign = "", whole = "", fraction = ""] = /^\+?(-?)0*([0-9]*)(\.[0-9]*)?$/.exec(word) ?? [];
  if (whole !== "" || /[0-9]/.test(word)) {
    return /^[+-]?[0-9.]+$/.test(word)
      ? { text: `${sign}${whole || "0"}${fraction === "." ? "" : fraction}`, sure: true }
      : undefined;
  }
  return /^[A-Za-z][\w.-]*$/.test(word) && !/^(?:nan|inf|infinity)$/i.test(word)
    ? { text: JSON.stringify(word), sure: true }
    : undefined;
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

/** Behind digits, perhaps with a point between them, and a blank, comma or bracket after: most numbers. */
export function plainNumberEnd(text: string, start: number): number | undefined {
  let end = digitsEnd(text, start);
  if (end === start || (end > start + 1 && text.charCodeAt(start) === 0x30)) return undefined;
  if (text.charCodeAt(end) === 0x2e) {
    const fraction = end + 1;
    end = digitsEnd(text, fraction);
    if (end === fraction) return undefined;
  }
  const next = text.charCodeAt(end);
  return next === 0x2c || next === 0x7d || next === 0x20 || next === 0x0a || next === 0x5d || next === 0x0d
    ? end
    : undefined;
}

function digitsEnd(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
  return end;
}
