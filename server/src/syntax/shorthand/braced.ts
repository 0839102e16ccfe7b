import { t } from "@vscode/l10n";
import type { Source } from "../source";
import type { SyntaxTree } from "../tree";
import { parseShorthand } from "./shorthand";

/** Whether a value starts as shorthand in braces: neither JSON nor shorthand can go on from there. */
export function isBraced(text: string): boolean {
  return /^\s*\{\s*[A-Za-z]+\s*=/.test(text);
}

/**
 * Shorthand in braces of its own, a common slip: the AWS CLI takes what starts with a brace for JSON. `undefined` for any
 * other text, that without the braces would be no shorthand either.
 */
export function parseBracedShorthand({ text, at }: Source): SyntaxTree | undefined {
  if (!isBraced(text) || !text.trimEnd().endsWith("}")) return undefined;
  const [open, close] = [text.indexOf("{"), text.lastIndexOf("}")];
  const inner = text.slice(open + 1, close).trim();
  const start = text.indexOf(inner, open);
  const { roots, problems } = parseShorthand({ text: inner, at: (index) => at(start + index) });
  if (problems.length > 0) return undefined;
  const message = t("The AWS CLI reads what starts with { as JSON. Write shorthand without the braces around it.");
  const mends = [{ start: at(open), end: at(close + 1), text: inner, sure: true }] as const;
  return { roots, problems: [{ code: "syntax", message, start: at(open), end: at(open + 1), mends }] };
}
