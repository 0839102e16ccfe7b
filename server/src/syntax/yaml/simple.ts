import { bracketsOf } from "../brackets";
import { nothingToReuse } from "../reuse";
import { type Source, codeAt, lineEnd } from "../source";
import type { Member, Node, ScalarType } from "../tree";
import { plainNumber, typeOfPlain } from "./scalar";

/** Deeper than any payload, and far from where recursion ends the process. */
const maximumSimpleDepth = 50;
/** Names end within 1024 characters; the library counts. */
const longestName = 1000;

/** Tabs, odd line breaks, and what is allowed nowhere. */
const strange = /[^\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|\r(?!\n)/u;

const quoted = /"[^"\\\n\r]*"|'(?:[^'\n\r]|'')*'/y;
/** Numbers, and what starts with no character that means something. */
const wordStart = /-?\.?[0-9]|[^-\s"#%&'*,.:<=>?@[\]`{|}!]/y;
/** How a name and its colon are written, and up to where a word goes on for sure. */
const inBlock = {
  name: /(?:[A-Za-z_\x80-\uffff][\w.\x80-\uffff-]*|"[^"\\\n\r]*"|'(?:[^'\n\r]|'')*') *:(?=[ \n\r]|$)/y,
  word: /[^:#\n\r]*/y,
  afterColon: /[^ \n\r]/y,
} as const;
const inFlow = {
  name: /(?:[A-Za-z_\x80-\uffff][\w.\x80-\uffff-]* *:(?=[ \n\r])|(?:"[^"\\\n\r]*"|'(?:[^'\n\r]|'')*') *:)/y,
  word: /[^:#\n\r,[\]{}]*/y,
  afterColon: /[^ \n\r,[\]{}]/y,
} as const;
type Style = typeof inBlock | typeof inFlow;

/**
 * Reads the YAML that people write most: blocks, brackets, words, quotes on one line, comments. `undefined` for whatever
 * else a text holds, mistakes included: the YAML library reads that, at many times the cost. In brackets, a line may start
 * as far to the left as the AWS CLI lets it; the library is stricter there.
 */
// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
export function readSimpleYaml(source: Source, reuse = nothingToReuse()): Node | undefined {
  const { text, at } = source;
  const { strings } = reuse;
  const levels = bracketsOf(source, { reuse, notation: "yaml", limit: maximumSimpleDepth });
  let index = 0;
  let lineStart = 0;
  /** Where the last value ends. What was taken over does not know yet where it stands. */
  let valueEnd = 0;

  function document(): Node | undefined {
    // What was read without the library has nothing strange in it.
    const lines = reuse.changed();
    if (strange.test(text.slice(lines?.start, lines?.end))) return undefined;
    skip();
    if (index === lineStart && text.startsWith("---", index)) {
      index += "---".length;
      if (skip() === "on this line") return undefined;
    }
    const root = block(-1);
    return index >= text.length ? root : undefined;
  }

  /** Goes on to the next text, after blanks, line breaks and comments. */
  function skip(): "on this line" | "below" | "at the end" {
    const before = lineStart;
    for (;;) {
      const code = codeAt(text, index);
      if (code === 0x0a) lineStart = ++index;
      else if (code === 0x20 || code === 0x0d) index++;
      else if (code === 0x23 && (index === lineStart || codeAt(text, index - 1) === 0x20)) index = lineEnd(text, index);
      else if (index >= text.length) return "at the end";
      else return lineStart === before ? "on this line" : "below";
    }
  }

  function column(): number {
    return index - lineStart;
  }

  function isAtDash(): boolean {
    return codeAt(text, index) === 0x2d && /[ \n\r]|^$/.test(text.charAt(index + 1));
  }

  function match(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : from;
  }

  /** What stands further to the right than `outer`: items or members, or one value. Ends before the next text. */
  function block(outer: number): Node | undefined {
    const own = column();
    if (own <= outer || levels.depth() === maximumSimpleDepth) return undefined;
    const known = levels.takeOver(index);
    if (known !== undefined) {
      index += known.end - known.start;
      valueEnd = at(index);
      lineStart = text.lastIndexOf("\n", index - 1) + 1;
      skip();
      return known;
    }
    return levels.within(() => {
      const start = index;
      if (isAtDash()) return list(own, start);
      const name = nameAt(inBlock);
      return name === undefined ? value(outer) : object(own, start, name);
    });
  }

  function list(own: number, start: number): Node | undefined {
    const items: Node[] = [];
    while (isAtDash() && column() === own) {
      index++;
      skip();
      const item = block(own);
      if (item === undefined) return undefined;
      items.push(item);
    }
    const height = levels.height(start, index);
    return { kind: "list", notation: "yaml", items, start: at(start), end: valueEnd, height };
  }

  function object(own: number, start: number, first: Member): Node | undefined {
    const members: Member[] = [];
    for (let name: Member | undefined = first; name; name = column() === own ? nameAt(inBlock) : undefined) {
      const node = blockValue(own);
      if (node === undefined) return undefined;
      members.push({ ...name, value: node });
    }
    return {
      kind: "object",
      notation: "yaml",
      members,
      start: at(start),
      end: valueEnd,
      height: levels.height(start, index),
      fits: undefined,
    };
  }

  /** What follows a colon: a value on the line, a block below it, or nothing, which stands at the colon. */
  function blockValue(own: number): Node | undefined {
    const colon = index - 1;
    if (skip() === "on this line") return value(own);
    if (index < text.length && column() > own) return block(own);
    if (index < text.length && column() === own && isAtDash()) return block(own - 1);
    valueEnd = at(colon + 1);
    return { kind: "scalar", notation: "yaml", type: "null", text: "", start: at(colon), end: valueEnd };
  }

  /** One value, with nothing after it that might go on with it. */
  function value(outer: number): Node | undefined {
    const node = inline(inBlock);
    valueEnd = at(index);
    return skip() === "on this line" || (index < text.length && column() > outer) ? undefined : node;
  }

  function inline(style: Style): Node | undefined {
    const start = index;
    const first = text.charAt(start);
    if (first === "{" || first === "[") return brackets(first);
    if (first === '"' || first === "'") {
      index = match(quoted, start);
      return index === start ? undefined : scalar("string", unquoted(start, index), start);
    }
    if (match(wordStart, start) === start) return undefined;
    index = wordEnd(style);
    const word = strings.slice(text, start, index);
    const type = typeOfPlain(word);
    return scalar(type, type === "number" ? plainNumber(word) : word, start);
  }

  function scalar(type: ScalarType, value: string, start: number): Node {
    return { kind: "scalar", notation: "yaml", type, text: value, start: at(start), end: at(index) };
  }

  function wordEnd({ word, afterColon }: Style): number {
    let end = match(word, index);
    for (let code = codeAt(text, end); goesOn(code); code = codeAt(text, end)) end = match(word, end + 1);
    while (codeAt(text, end - 1) === 0x20) end--;
    return end;

    function goesOn(code: number): boolean {
      if (code === 0x3a) return match(afterColon, end + 1) > end + 1;
      return code === 0x23 && codeAt(text, end - 1) !== 0x20;
    }
  }

  function unquoted(start: number, end: number): string {
    const inner = strings.slice(text, start + 1, end - 1);
    return text.charAt(start) === "'" ? inner.replaceAll("''", "'") : inner;
  }

  function brackets(opening: "{" | "["): Node | undefined {
    if (levels.depth() === maximumSimpleDepth) return undefined;
    const start = at(index++);
    return levels.within(() => (opening === "{" ? flowObject(start) : flowList(start)));
  }

  function flowObject(start: number): Node | undefined {
    const members: Member[] = [];
    while (!isClosed("}")) {
      const name = nameAt(inFlow);
      skip();
      const node = inline(inFlow);
      if (name === undefined || node === undefined || !isParted("}")) return undefined;
      members.push({ ...name, value: node });
    }
    return { kind: "object", notation: "yaml", members, start, end: at(index), fits: undefined };
  }

  function flowList(start: number): Node | undefined {
    const items: Node[] = [];
    while (!isClosed("]")) {
      const node = inline(inFlow);
      if (node === undefined || !isParted("]")) return undefined;
      items.push(node);
    }
    return { kind: "list", notation: "yaml", items, start, end: at(index) };
  }

  function isClosed(closing: string): boolean {
    skip();
    if (text.charAt(index) !== closing) return false;
    index++;
    return true;
  }

  /** Goes over the comma after an item; the last one needs none. */
  function isParted(closing: string): boolean {
    skip();
    if (text.charAt(index) !== ",") return text.charAt(index) === closing;
    index++;
    return true;
  }

  /** The name at the index, which is past its colon then. */
  function nameAt({ name }: Style): Member | undefined {
    const start = index;
    const after = match(name, start);
    if (after === start || after - start > longestName) return undefined;
    index = after;
    let end = after - 1;
    while (codeAt(text, end - 1) === 0x20) end--;
    const isQuoted = text.charAt(start) === '"' || text.charAt(start) === "'";
    const written = isQuoted ? unquoted(start, end) : strings.slice(text, start, end);
    return { name: written, start: at(start), end: at(end), value: undefined };
  }

  return document();
}
