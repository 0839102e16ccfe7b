import { t } from "@vscode/l10n";
import { shown } from "../syntax/shown";
import type { ScalarNode } from "../syntax/tree";
import type { Report } from "./findings";
import type { Answer } from "./problem";
import type { Text } from "./shape";

/** Judges a text by its length in code points, and each of its characters. */
export function matchText(node: ScalarNode, shape: Text, report: Report): void {
  const { text } = node;
  const { minimum, maximum = Number.POSITIVE_INFINITY } = shape;
  const length = text.length < 2 * minimum || text.length > maximum ? codePointsIn(text) : minimum;
  if (length === 0) report(node, "length", t("Expected text, found none."), [{ kind: "remove", part: node }]);
  else if (length < minimum) report(node, "length", t("Expected at least {0} characters, found {1}.", minimum, length));
  else if (length > maximum) report(node, "length", t("Expected at most {0} characters, found {1}.", maximum, length));
  else if (!patternOf(shape).test(text)) {
    const fits = new RegExp(`^${shape.pattern}$`, "u");
    const stranger = Array.from(text).find((character) => !fits.test(character)) ?? "";
    report(
      node,
      "pattern",
      t("Expected {0}; found {1}.", t(shape.patternInWords), visible(stranger)),
      blanked(text, shape),
    );
  }
}

const made = new WeakMap<Text, RegExp>();

/** Of a constant shape, made once: for all of a text. */
function patternOf(shape: Text): RegExp {
  const known = made.get(shape) ?? new RegExp(`^${shape.pattern}*$`, "u");
  made.set(shape, known);
  return known;
}

function codePointsIn(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) {
    const isPair = (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
    if (isPair) count--;
  }
  return count;
}

/** The text with a blank for each run of characters that it may not hold; where no blanks are allowed, without those around it. */
function blanked(text: string, shape: Text): readonly Answer[] {
  const fits = new RegExp(`^${shape.pattern}+$`, "u");
  const kept = Array.from(text, (character) => (fits.test(character) ? character : "\n")).join("");
  const clean = fits.test(" ")
    ? kept.replace(/\n+/g, " ").trim()
    : (/^arn:[^/]*:job\/([\w-]+)$/.exec(text)?.[1] ?? text.trim());
  return fits.test(clean) ? [{ kind: "value", type: "text", text: clean }] : [];
}

/** A character as a person can see it: `"é"`, or `U+200D` for one that shows nothing. */
function visible(character: string): string {
  const seen = shown(character);
  return seen === character && character !== " " ? `"${character}"` : seen === " " ? t("a space") : seen;
}
