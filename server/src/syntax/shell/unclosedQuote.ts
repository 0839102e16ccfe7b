import { t } from "@vscode/l10n";
import { type Source, lineEnd } from "../source";
import type { SyntaxProblem } from "../tree";

/** What to say of a quote of a shell that nothing closes: close it at the end of its line, or take it away. */
export function unclosedQuote({ text, at }: Source, open: number): SyntaxProblem {
  const quote = text.charAt(open);
  const line = text.slice(open, lineEnd(text, open)).replace(/\\$/, "").trimEnd();
  const [start, after, end] = [at(open), at(open + 1), at(open + line.length)];
  return {
    code: "syntax",
    message: t("The closing quote {0} is missing.", quote),
    start,
    end: after,
    // Which quote of the line is too many, or too few, cannot be told: what was read of the others may be inside out.
    hides: { start: at(text.lastIndexOf("\n", open) + 1), end: at(lineEnd(text, open)) },
    mends: [
      { start: end, end, text: quote, literal: true },
      { start, end: after, text: "", literal: true },
    ],
  };
}
