import { lineStart } from "../../../syntax/source";
import type { Span } from "../../../syntax/tree";

/** A colon parts a name from its value only where a blank or the end of the line follows. */
const wordCharacter = /[^\s,:{}[\]#"'&*]|:(?=\S)/y;

/** The word of YAML that a completion at `offset` replaces: text in quotes, a plain word, or nothing. */
export function yamlTokenAt(text: string, offset: number): Span {
  const line = lineStart(text, offset);
  const quoted = quotedAt(text, line, offset);
  if (quoted !== undefined) return quoted;
  let start = offset;
  while (start > line && isWord(text, start - 1)) start--;
  while (start < offset && text[start] === ":") start++;
  let end = wordEnd(text, offset);
  // A dash by itself is no word: it starts an item.
  if (/^-+$/.test(text.slice(start, end)) && /^\s*(?:- +)*$/.test(text.slice(line, start))) start = end = offset;
  return { start, end };
}

function isWord(text: string, index: number): boolean {
  wordCharacter.lastIndex = index;
  return wordCharacter.test(text);
}

const whole = /"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\n\r]|'')*'/y;

/** Text in quotes that starts on the line and holds the offset, or ends at it. */
function quotedAt(text: string, line: number, offset: number): Span | undefined {
  const opening = /(?:^|[\s,:{[-])(["'])/g;
  opening.lastIndex = line;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const start = found.index + found[0].length - 1;
    if (start >= offset) return undefined;
    whole.lastIndex = start;
    const isWhole = whole.test(text);
    if (!isWhole || whole.lastIndex >= offset) return { start, end: isWhole ? whole.lastIndex : wordEnd(text, offset) };
    opening.lastIndex = whole.lastIndex;
  }
  return undefined;
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (isWord(text, end)) end++;
  return end;
}
