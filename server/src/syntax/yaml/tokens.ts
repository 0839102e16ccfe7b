import { t } from "@vscode/l10n";
import type { CST } from "yaml";
import { maximumDepth } from "../brackets";
import type { Source } from "../source";
import type { SyntaxProblem } from "../tree";
import { messageOf } from "./faults";
import { yamlLibrary } from "./library";

/** Asked of the flat tokens, which are read without recursion: the YAML library recurses over them. */
export function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const rest: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { token, depth } = next;
    if (depth > maximumDepth) return true;
    for (const child of childrenOf(token)) rest.push({ token: child, depth: depth + 1 });
  }
  return false;
}

/** Whether a text says something to its readers only. */
export function hasComments(text: string): boolean {
  if (!text.includes("#")) return false;
  const { Lexer } = yamlLibrary();
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith("#")) return true;
  }
  return false;
}

/** The parts that hold parts themselves. */
export function childrenOf(token: CST.Token): readonly CST.Token[] {
  if ("items" in token) {
    return token.items.flatMap((item) =>
      [item.key, item.value].filter((part): part is CST.Token => typeof part === "object" && part !== null),
    );
  }
  return token.type === "document" && token.value !== undefined ? [token.value] : [];
}

/** What stands beside the one document: directives, other documents. */
export function strangeTokens(tokens: readonly CST.Token[], { at, text }: Source): readonly SyntaxProblem[] {
  const [, second] = tokens.filter(({ type }) => type === "document");
  const problem = (start: number, end: number, message: string): SyntaxProblem => ({
    code: "syntax",
    message,
    start: at(start),
    end: at(end),
  });
  return tokens.flatMap((token) => {
    if (token === second) {
      const end = Math.min(token.offset + "---".length, text.length);
      return problem(token.offset, end, t("Another document starts here; one file holds one payload."));
    }
    if (token.type !== "directive" || /^%YAML +1\.2\s*$/.test(token.source)) return [];
    return problem(
      token.offset,
      token.offset + token.source.length,
      messageOf({ code: "BAD_DIRECTIVE", message: "" }, ""),
    );
  });
}
