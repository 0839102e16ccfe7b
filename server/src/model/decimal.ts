/**
 * A number as its text says it: `digits` × 10^-`scale`, with no trailing zeros. Binary floating point is never asked, so
 * 1.10000000000000000001 has twenty digits after the point, and 10.990 and 1099e-2 have two.
 */
export interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros; empty for zero. */
  readonly digits: string;
  /** Digits after the point; negative where the number ends in zeros before it. */
  readonly scale: number;
}

const pattern = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?$/;

export const zero: Decimal = { negative: false, digits: "", scale: 0 };

/** `undefined` for text that is not a decimal number: NaN, Infinity, hexadecimal, nothing. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = stripZeros(whole + fraction);
  if (digits.text === "") return { negative: false, digits: "", scale: 0 };
  return { negative: sign === "-", digits: digits.text, scale: fraction.length - Number(exponent) - digits.trailing };
}

function stripZeros(digits: string): { readonly text: string; readonly trailing: number } {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  let start = 0;
  while (start < end && digits.charCodeAt(start) === 0x30) start++;
  return { text: digits.slice(start, end), trailing: digits.length - end };
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  return a.negative ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
}

function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.digits === "" || b.digits === "") return a.digits.length - b.digits.length;
  const order = a.digits.length - a.scale - (b.digits.length - b.scale);
  if (order !== 0) return order;
  const length = Math.max(a.digits.length, b.digits.length);
  const left = a.digits.padEnd(length, "0");
  const right = b.digits.padEnd(length, "0");
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The two numbers with at most `decimals` digits after the point that stand around `value`: below and above it. */
export function neighbours(value: Decimal, decimals: number): readonly [below: string, above: string] {
  const cut = value.scale - decimals;
  const kept = cut <= 0 ? BigInt(value.digits + "0".repeat(-cut) || "0") : BigInt(value.digits.slice(0, -cut) || "0");
  const next = cut <= 0 ? kept : kept + 1n;
  const small = spell(kept, decimals, value.negative);
  const large = spell(next, decimals, value.negative);
  return value.negative ? [large, small] : [small, large];
}

function spell(scaled: bigint, decimals: number, negative: boolean): string {
  const digits = String(scaled).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative && scaled !== 0n ? `-${text}` : text;
}

/** So many digits floating point orders as decimals are ordered. */
const longestFloat = 12;

/** The short way for the usual: the value of digits with at most one point between them; `undefined` for anything else. */
export function floatOf(text: string): number | undefined {
  if (text.length > longestFloat || text.length === 0) return undefined;
  let digits = 0;
  let scale = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x2e && scale === 0 && index > 0 && index < text.length - 1) scale = 1;
    else if (code < 0x30 || code > 0x39) return undefined;
    else {
      digits = digits * 10 + code - 0x30;
      scale *= 10;
    }
  }
  return scale === 0 ? digits : digits / scale;
}
