import type { SemanticTokens } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import type { Shape } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { walk } from "../model/walk";
import { touches } from "../syntax/span";
import type { Span } from "../syntax/tree";
import { commandWord } from "./commandWord";

/** All are standard types, so that every theme has a color for them. */
export const tokenTypes = ["function", "property", "string", "number", "enumMember"] as const;

type TokenType = (typeof tokenTypes)[number];

interface Token extends Span {
  readonly type: TokenType;
}

/**
 * The colors of options, shorthand, and JSON inside a command, of which a shell's grammar sees words at most. JSON and YAML
 * files have theirs from the editor.
 */
export function semanticTokens(analysis: Analysis, within?: Span): SemanticTokens {
  const tokens: Token[] = [];
  for (const root of analysis.tree.roots) {
    const { node, notation, span } = root;
    if (node === undefined || notation !== "options") continue;
    if (within !== undefined && !touches(span, within)) continue;
    const command = commandWord(root, analysis.text);
    if (command !== undefined) tokens.push({ type: "function", start: command.start, end: command.end });
    walk(node, updateJob, ({ node: value, shape, member }) => {
      if (member !== undefined) tokens.push({ type: "property", start: member.start, end: member.end });
      if (value?.kind === "scalar") tokens.push({ type: typeOf(shape), start: value.start, end: value.end });
    });
  }
  return { data: encode(analysis, tokens) };
}

function typeOf(shape: Shape | undefined): TokenType {
  switch (shape?.kind) {
    case "quantity":
      return "number";
    case "choice":
      return "enumMember";
    case "text":
    case "list":
    case "structure":
    case undefined:
      return "string";
  }
}

/** Line and column relative to the token before, length, type, no modifiers; a token never leaves its line. */
function encode({ document, text }: Analysis, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let [line, character, end] = [0, 0, 0];
  for (const token of tokens.flatMap((one) => linesOf(text, one)).sort((a, b) => a.start - b.start)) {
    if (token.start < end) continue;
    const [from, to] = [document.positionAt(token.start), document.positionAt(token.end)];
    const column = from.line === line ? from.character - character : from.character;
    data.push(from.line - line, column, to.character - from.character, tokenTypes.indexOf(token.type), 0);
    [line, character, end] = [from.line, from.character, token.end];
  }
  return data;
}

function linesOf(text: string, { type, start, end }: Token): readonly Token[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({
    type,
    start: start + index,
    end: start + index + line.length,
  }));
}
