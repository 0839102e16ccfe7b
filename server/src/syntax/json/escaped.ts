import { t } from "@vscode/l10n";
import { reportAt } from "../fault";
import { type Source, excerptOf } from "../source";
import type { SyntaxTree } from "../tree";

const start = /^\s*[{[](?:\s|\\[nrt])*\\"/;
const bareQuote = /(?<!\\)"/;
const blanks: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Whether a text is JSON with a backslash before each of its quotes. */
export function isEscaped(text: string): boolean {
  return start.test(text) && !bareQuote.test(text);
}

/**
 * JSON with the backslashes that it has inside of a string, or of double quotes of a shell: copied out of there, or put into
 * single quotes. `undefined` for any other text.
 */
export function parseEscaped(source: Source, parse: (own: Source) => SyntaxTree): SyntaxTree | undefined {
  const { text, at } = source;
  if (!isEscaped(text)) return undefined;
  const own = unescaped(source);
  const first = text.indexOf("\\");
  const message = t("Remove the backslashes before the quotes; nothing takes them away here.");
  const { problems, report } = reportAt(at);
  report(first, first + 1, message, { start: 0, end: text.length, text: own.text, sure: true });
  const read = parse(own);
  return { ...read, problems: [...problems, ...read.problems] };
}

function unescaped(source: Source): Source {
  const { text } = source;
  const own = excerptOf(source);
  let from = 0;
  for (const { index, 1: character = "" } of text.matchAll(/\\(["\\nrt])/g)) {
    const blank = blanks[character];
    own.keep(from, index);
    if (blank === undefined) own.keep(index + 1, index + 2);
    else own.put(blank, index, index + 2);
    from = index + 2;
  }
  own.keep(from, text.length);
  return own.source(0);
}
