import { t } from "@vscode/l10n";
import type { ScalarNode } from "../syntax/tree";
import { coerce } from "./coercion";
import { type Decimal, compareDecimals, floatOf, neighbours, parseDecimal, zero } from "./decimal";
import { shown } from "../syntax/shown";
import type { Report } from "./findings";
import type { Answer } from "./problem";
import type { Quantity } from "./shape";

const plainInteger = /^-?[0-9]+$/;

/** Judges a number by its source text: whole, in range, not too precise. */
export function matchQuantity(node: ScalarNode, shape: Quantity, report: Report): void {
  if (isPlainlyValid(node.text, shape)) return;
  const coerced = node.type === "bare" ? coerce(node.text, shape.type) : undefined;
  const value = parseDecimal(coerced ?? node.text);
  if (value === undefined) {
    const code = coerced === undefined ? "type" : "range";
    report(
      node,
      code,
      t("Expected {0}, found {1}.", rangeInWords(shape), node.text === "" ? '""' : shown(node.text)),
      percents(node),
    );
    return;
  }
  if (outOfRange(value, shape)) {
    const nearest = nearestValid(value, shape);
    const message = t("Expected {0}, found {1}; nearest {2}.", rangeInWords(shape), shown(node.text), nearest);
    report(node, "range", message, [number(nearest)]);
  } else if (value.scale > shape.decimals) {
    const near = validNeighbours(value, shape);
    const message = precisionMessage(shown(node.text), near.join(t(" or ")), shape.decimals);
    report(node, shape.decimals === 0 ? "integer" : "precision", message, near.map(number));
  } else if (shape.type !== "double" && !plainInteger.test(coerced ?? node.text)) {
    const [spelled] = neighbours(value, 0);
    const message = t(
      "Write the whole number {0} without point or exponent; the AWS CLI refuses {1}.",
      spelled,
      shown(node.text),
    );
    report(node, "integer", message, [{ ...number(spelled), sure: true }]);
  }
}

function number(text: string): Answer {
  return { kind: "value", type: "number", text };
}

/** The numbers that a text is meant for: the one that it looks like, or the valid ones next to it. */
export function numbersMeant(node: ScalarNode, shape: Quantity): readonly Answer[] {
  const value = parseDecimal(node.text.trim());
  if (value === undefined) return percents(node);
  if (outOfRange(value, shape)) return [number(nearestValid(value, shape))];
  const near = validNeighbours(value, shape).map(number);
  return value.scale > shape.decimals ? near : near.slice(0, 1).map((one) => ({ ...one, sure: true }));
}

/** `10%` is meant for 10. */
function percents({ text }: ScalarNode): readonly Answer[] {
  const [, digits] = /^\s*([0-9]+(?:\.[0-9]+)?)\s*%\s*$/.exec(text) ?? [];
  return digits === undefined ? [] : [number(digits)];
}

/** The short way for the usual. */
function isPlainlyValid(text: string, shape: Quantity): boolean {
  const value = floatOf(text);
  if (value === undefined) return false;
  const { rough } = limits(shape);
  if (value < rough.minimum || value > rough.maximum || (shape.excludesMinimum && value === rough.minimum))
    return false;
  const point = text.indexOf(".");
  return point < 0 || text.length - point - 1 <= shape.decimals;
}

function outOfRange(value: Decimal, shape: Quantity): boolean {
  const { minimum, maximum } = limits(shape);
  const order = compareDecimals(value, minimum);
  return (
    order < 0 ||
    (order === 0 && shape.excludesMinimum === true) ||
    (maximum !== undefined && compareDecimals(value, maximum) > 0)
  );
}

interface Limits {
  readonly minimum: Decimal;
  readonly maximum: Decimal | undefined;
  /** In floating point. */
  readonly rough: { readonly minimum: number; readonly maximum: number };
}

const indexed = new WeakMap<Quantity, Limits>();

/** Of a constant shape, read once. */
function limits(shape: Quantity): Limits {
  const known = indexed.get(shape);
  if (known !== undefined) return known;
  const made = {
    minimum: parseDecimal(shape.minimum) ?? zero,
    maximum: shape.maximum === undefined ? undefined : parseDecimal(shape.maximum),
    rough: { minimum: Number(shape.minimum), maximum: Number(shape.maximum ?? "Infinity") },
  };
  indexed.set(shape, made);
  return made;
}

/** The smallest number that the shape takes. */
function smallest(shape: Quantity): string {
  return shape.excludesMinimum ? `0.${"1".padStart(shape.decimals, "0")}` : shape.minimum;
}

function nearestValid(value: Decimal, shape: Quantity): string {
  const { minimum, maximum } = limits(shape);
  return maximum !== undefined && compareDecimals(value, minimum) > 0 ? (shape.maximum ?? "") : smallest(shape);
}

/** The valid numbers below and above one that is too precise. */
function validNeighbours(value: Decimal, shape: Quantity): readonly string[] {
  return neighbours(value, shape.decimals).filter((candidate) => !outOfRange(parseDecimal(candidate) ?? zero, shape));
}

function precisionMessage(text: string, near: string, decimals: number): string {
  switch (decimals) {
    case 0:
      return t("Expected a whole number, found {0}; nearest {1}.", text, near);
    case 1:
      return t("Expected at most one digit after the point, found {0}; nearest {1}.", text, near);
    default:
      return t("Expected at most {0} digits after the point, found {1}; nearest {2}.", decimals, text, near);
  }
}

/** "a whole number from 60 to 3600", "a number above 0, up to 100". */
export function rangeInWords(shape: Quantity): string {
  const { minimum, maximum } = shape;
  if (shape.type !== "double") {
    return maximum === undefined
      ? t("a whole number from {0}", minimum)
      : t("a whole number from {0} to {1}", minimum, maximum);
  }
  if (shape.excludesMinimum) return t("a number above {0}, up to {1}", minimum, maximum ?? "∞");
  return t("a number from {0} to {1}", minimum, maximum ?? "∞");
}
