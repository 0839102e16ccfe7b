import type { Span } from "../syntax/tree";

const quoted = /^(["'])[^]*\1$/;

/** A value's span without the quotes that it is written in. */
export function insideQuotes(text: string, { start, end }: Span): Span {
  // In JSON inside the double quotes of a shell, a backslash stands before each quote.
  const closing = text[start - 1] === "\\" ? 2 : 1;
  const isQuoted = end - start > closing && quoted.test(text.slice(start, end));
  return isQuoted ? { start: start + 1, end: end - closing } : { start, end };
}
