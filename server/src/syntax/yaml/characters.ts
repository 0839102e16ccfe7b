import { t } from "@vscode/l10n";
import type { CST } from "yaml";
import { append } from "../append";
import { codePointOf } from "../shown";
import { type Source, lineStart } from "../source";
import type { Mend, Span, SyntaxProblem } from "../tree";
import { childrenOf } from "./tokens";

/** What the AWS CLI's reader refuses in any place, comments included. */
const unprintable =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** What the AWS CLI's reader takes for the end of a line, and other readers for a character. */
const oddBreak = /[\x85\u2028\u2029]|\r(?!\n)/g;
/** In quotes these two stay as they are, unless what is around them is folded or ends the document. */
const keptBreak = /(?<![\s\\])[\u2028\u2029](?!\s|---|\.\.\.)/g;

/** The characters that the AWS CLI does not take where they stand, or for something else than it seems. */
export function strangeCharacters(tokens: readonly CST.Token[], source: Source): readonly SyntaxProblem[] {
  const { text, at } = source;
  const problems: SyntaxProblem[] = [...tabProblems(tabsIn(tokens, text), source)];
  const odd = oddBreakIn(tokens, text);
  if (odd !== undefined) {
    const message = t("The AWS CLI ends the line at {0}. Write it as an escape in double quotes.", codePointOf(odd[0]));
    const span = spanIn(source, odd.index, odd.index + 1);
    const end = text.indexOf("\n", odd.index);
    const hides = spanIn(source, lineStart(text, odd.index), end < 0 ? text.length : end);
    problems.push({ code: "syntax", message, ...span, hides });
  }
  const stranger = unprintable.exec(text);
  if (stranger !== null) {
    const span = { start: at(stranger.index), end: at(stranger.index + 1) };
    const message = t("YAML takes no character {0}.", codePointOf(stranger[0]));
    problems.push({ code: "syntax", message, ...span, hides: span });
  }
  return problems;
}

function oddBreakIn(tokens: readonly CST.Token[], text: string): RegExpExecArray | undefined {
  const found = Array.from(text.matchAll(oddBreak));
  const kept = found.length === 0 ? new Set() : keptBreaksIn(tokens);
  return found.find(({ index }) => !kept.has(index));
}

function keptBreaksIn(tokens: readonly CST.Token[]): ReadonlySet<number> {
  const kept = new Set<number>();
  const rest: CST.Token[] = [...tokens];
  for (let token = rest.pop(); token !== undefined; token = rest.pop()) {
    if (token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar") {
      for (const { index } of token.source.matchAll(keptBreak)) kept.add(token.offset + index);
    }
    append(rest, childrenOf(token));
  }
  return kept;
}

function spanIn({ at }: Source, start: number, end: number): Span {
  return { start: at(start), end: at(end) };
}

/** Nobody can tell how deep a tab indents, nor what the lines mean without: the first one speaks for all of the text. */
function tabProblems(tabs: readonly number[], source: Source): readonly SyntaxProblem[] {
  const { text } = source;
  const indents = indentsIn(text);
  const first = tabs.find((tab) => indents.has(tab));
  if (first !== undefined) {
    const hides = spanIn(source, 0, text.length);
    const message = t("YAML indents with spaces, not tabs.");
    return [
      {
        code: "syntax",
        message,
        ...spanIn(source, first, endOfTabs(first, text)),
        hides,
        mends: [blanks(tabs, indents, source)],
      },
    ];
  }
  return tabs
    .filter((tab) => text[tab - 1] !== "\t")
    .map((tab) => {
      const span = spanIn(source, tab, endOfTabs(tab, text));
      const message = t("The AWS CLI takes no tab here. Use spaces.");
      return { code: "syntax", message, ...span, mends: [{ ...span, text: " ", sure: true }] };
    });
}

/** The tabs with nothing but blanks before them on their lines. */
function indentsIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!text.includes("\t")) return found;
  for (const { index, 0: run } of text.matchAll(/^[ \t]*\t/gm)) {
    for (let tab = 0; tab < run.length; tab++) if (run[tab] === "\t") found.add(index + tab);
  }
  return found;
}

function endOfTabs(tab: number, text: string): number {
  let end = tab;
  while (text[end] === "\t") end++;
  return end;
}

/** The text from the first to the last tab, with blanks instead: as many for a level as other lines have. */
function blanks(tabs: readonly number[], indents: ReadonlySet<number>, source: Source): Mend {
  const { text } = source;
  const [start = 0] = tabs;
  const end = (tabs.at(-1) ?? 0) + 1;
  const level = /^( +)(?=[^\s#-])/m.exec(text)?.[1] ?? "  ";
  let written = "";
  let from = start;
  for (const tab of tabs) {
    written += text.slice(from, tab) + (indents.has(tab) ? level : " ");
    from = tab + 1;
  }
  return { ...spanIn(source, start, end), text: written, sure: true };
}

/** Where the AWS CLI's reader meets a tab: anywhere but in quotes, in blocks of text and in comments. */
function tabsIn(tokens: readonly CST.Token[], text: string): readonly number[] {
  if (!text.includes("\t")) return [];
  const found: number[] = [];
  const rest: CST.Token[] = [...tokens];
  for (let token = rest.pop(); token !== undefined; token = rest.pop()) {
    if ((token.type === "space" || token.type === "scalar") && token.source.includes("\t")) {
      for (const match of token.source.matchAll(/\t/g)) found.push(token.offset + match.index);
    }
    append(rest, [...childrenOf(token), ...sourcesOf(token)]);
  }
  return found.sort((a, b) => a - b);
}

/** The blanks, dashes, colons and comments around the values. */
function sourcesOf(token: CST.Token): readonly CST.Token[] {
  const { start = [], end = [] } = { start: undefined, end: undefined, ...token };
  const own = [start, end].flat();
  const between = "items" in token ? token.items.flatMap(({ start, sep }) => [...start, ...(sep ?? [])]) : [];
  return [...own, ...between];
}
