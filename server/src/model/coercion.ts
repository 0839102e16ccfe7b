import { pythonBlank } from "../syntax/pythonBlank";
import type { ScalarNode } from "../syntax/tree";
import type { Quantity } from "./shape";

const digits = "[0-9]+(?:_[0-9]+)*";
const whole = new RegExp(`^([+-]?)(${digits})$`);
const decimal = new RegExp(
  `^([+-]?)((?:(?:${digits})\\.?(?:${digits})?|\\.(?:${digits}))(?:[eE][+-]?(?:${digits}))?)$`,
);
const infinite = /^[+-]?(?:inf|infinity|nan)$/i;

/**
 * The number that the AWS CLI makes of a bare word, spelled with ASCII digits alone; `undefined` where it refuses. It
 * calls Python's `int()` for whole numbers and `float()` for others, so that `+3`, `007`, `1_000` and `٣` pass.
 */
export function coerce(text: string, type: Quantity["type"]): string | undefined {
  const plain = asciiDigits(trimmed(text));
  if (type === "double" && infinite.test(plain)) return plain;
  const match = (type === "double" ? decimal : whole).exec(plain);
  const [, sign = "", number = ""] = match ?? [];
  return match === null ? undefined : `${sign === "-" ? "-" : ""}${number.replaceAll("_", "")}`;
}

/** A number's source text, read as its notation reads it; `undefined` where the AWS CLI makes no number of it. */
export function numberText(node: ScalarNode, type: Quantity["type"]): string | undefined {
  if (node.type === "bare") return coerce(node.text, type);
  return node.type === "number" ? node.text : undefined;
}

function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && pythonBlank.test(text.charAt(start))) start++;
  while (end > start && pythonBlank.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Unicode keeps the ten digits of a script together, zero first. */
function digitValue(codePoint: number): number {
  let start = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start--;
  return (codePoint - start) % 10;
}
