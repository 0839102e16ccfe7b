import type { Excerpt } from "../source";

const escape = /\\(?:([abeEfnrtv\\'"?])|x([\dA-Fa-f]{1,2})|([0-7]{1,3})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8})|(c[^]))/y;
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "\x07",
    b: "\b",
    e: "\x1b",
    E: "\x1b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
  }),
);

/** After what spells one character inside `$'…'`. */
export function ansiEnd(text: string, index: number): number {
  escape.lastIndex = index;
  return escape.test(text) ? escape.lastIndex : index + 1;
}

/**
 * Takes the inside of `$'…'` into a word as Bash reads it. Gives the index in the word from which on nothing is known:
 * the bytes of `\xe9` are text only together with others, and nobody hands on `\0`.
 */
export function keepAnsi(word: Excerpt, text: string, start: number, end: number): number | undefined {
  let unknownFrom: number | undefined;
  for (let index = start; index < end;) {
    const backslash = text.indexOf("\\", index);
    const stop = backslash < 0 ? end : Math.min(backslash, end);
    if (stop > index) word.keep(index, stop);
    index = stop;
    if (index >= end) break;
    escape.lastIndex = index;
    const found = escape.exec(text);
    const next = found === null ? index + 1 : escape.lastIndex;
    const character = found === null ? "\\" : characterOf(found);
    if (character === undefined) unknownFrom ??= word.length();
    word.put(character ?? text.slice(index, next), index, next);
    index = next;
  }
  return unknownFrom;
}

function characterOf([, letter, hex, octal, short, long]: RegExpExecArray): string | undefined {
  if (letter !== undefined) return letters.get(letter) ?? letter;
  const byte = hex === undefined ? octal && Number.parseInt(octal, 8) : Number.parseInt(hex, 16);
  if (typeof byte === "number") return byte > 0 && byte < 0x80 ? String.fromCharCode(byte) : undefined;
  const code = Number.parseInt(short ?? long ?? "", 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
