import type { Place } from "../../../model/locate";
import type { Shape } from "../../../model/shape";
import type { Span, SyntaxTree } from "../../../syntax/tree";
import { parseYaml } from "../../../syntax/yaml/yaml";
import { lookAtMarked, mark, placeOfMark } from "../mark";
import type { BlockStyle } from "./write";

/** The text as it stands, and the word of it that is replaced. */
export interface Site {
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly token: Span;
  /** The line up to the token. */
  readonly prefix: string;
  readonly shape: Shape;
  readonly after: string;
}

/** What is tried in place of the token. */
interface Trial {
  readonly before: string;
  readonly behind: string;
}

/** Goes down to the mark, if it is read as a whole name or value and breaks nothing: where lines do not line up, anything would. */
export function placeOf(site: Site, { before, behind }: Trial): Place | undefined {
  const { text, tree, token, shape, after } = site;
  const quote = quoteOf(site);
  const marked = text.slice(0, token.start) + before + quote + mark + quote + behind + after;
  return lookAtMarked(marked, tree, parseYaml, (read) =>
    read.problems.length <= tree.problems.length
      ? placeOfMark(read, shape, token.start + before.length + 1)
      : undefined,
  );
}

/** A colon follows, so the name has its value already. */
export function isNamed(site: Site): boolean {
  return (quoteOf(site) === "" ? /^[ \t]*:(?:\s|$)/ : /^[ \t]*:/).test(site.after);
}

/** The quotes that the word stands in, if it does. */
export function quoteOf({ text, token }: Site): string {
  const first = text.charAt(token.start);
  return token.end > token.start && /["']/.test(first) ? first : "";
}

/** The object or list around the place is written in brackets. */
export function isInBrackets({ list, object }: Place, { text, token }: Site): boolean {
  const start = (list ?? object)?.start ?? token.start;
  return start < token.start && /[{[]/.test(text.charAt(start));
}

/** Later lines are indented by the editor as the first is; what stands before the block there, or is `added`, comes on top. */
export function styleAt(text: string, prefix: string, added = ""): BlockStyle {
  const leading = /^\s*/.exec(prefix)?.[0].length ?? 0;
  return {
    pad: " ".repeat(prefix.length - leading + added.length),
    indent: /^( +)(?=[^\s#-])/m.exec(text)?.[1] ?? "  ",
  };
}
