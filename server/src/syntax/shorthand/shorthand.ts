import { t } from "@vscode/l10n";
import { bracketsOf, maximumDepth } from "../brackets";
import { reportAt, tooDeep } from "../fault";
import { missingClosers } from "../json/faults";
import { pythonBlank } from "../pythonBlank";
import { nothingToReuse } from "../reuse";
import { shown } from "../shown";
import { type Source, codeAt } from "../source";
import { stack } from "../stack";
import type { Member, Mend, Node, SyntaxTree } from "../tree";
import { bracketsMend, equalsMend } from "./mends";

// The classes are Python's: its blanks are wider than JavaScript's, and what lies above U+FFFF is refused unquoted.
const first =
  /(?:\\,|[!#-&(-+\--<>-Z\\-z|-\ud7ff\ue000-\uffff])(?:\\,|[\t-\r\x1c-\x20!#-&(-+\--\\^-|~-\ud7ff\ue000-\uffff])*/y;
const second =
  /(?:\\,|[!#-&(-+\--<>-Z\\-z|-\ud7ff\ue000-\uffff])(?:\\,|[\t-\r\x1c-\x20!#-&(-+\--<>-\ud7ff\ue000-\uffff])*/y;
const keyCharacters = /[a-zA-Z0-9\-_.#/:]*/y;
const blanks = /[ \t\n\r\v\f]*/y;
const nextHash = /[ \t\n\r\v\f]*,[ \t\n\r\v\f]*(?=\{)/y;
/** Brackets in there close nothing; those in double quotes are passed over as in JSON. */
const singleQuoted = /'(?:\\'|[^'])*'/g;

/**
 * Reads AWS CLI shorthand by the grammar of the AWS CLI's own parser, backtracking included: the first problem stands at
 * the index at which that parser gives up. After it the reader goes on at the next comma. Never throws.
 */
// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
export function parseShorthand(source: Source, reuse = nothingToReuse()): SyntaxTree {
  const { text, at } = source;
  const { problems, add } = reportAt(at);
  const { strings } = reuse;
  const brackets = bracketsOf(source, { reuse, notation: "shorthand", limit: maximumDepth });
  const items = stack<Node>();
  const members = stack<Member>();
  let index = 0;
  /** Set by the first mistake: every function then returns, with what it has. */
  let failed = false;

  function fail(message: string, where = index, end = where + 1, mend?: Mend): void {
    if (!failed && problems.length === 0) {
      const span = { start: where, end: Math.min(Math.max(end, where), text.length) };
      const hides = { start: Math.max(0, where - 1), end: span.end };
      add({ message, ...span, hides, ...(mend && { mends: [mend] }) });
    }
    failed = true;
  }

  /** Goes past what matches here; false where nothing does. */
  function pass(pattern: RegExp): boolean {
    pattern.lastIndex = index;
    if (!pattern.test(text)) return false;
    index = pattern.lastIndex;
    return true;
  }

  function skipBlanks(): void {
    if (codeAt(text, index) <= 0x20) pass(blanks);
  }

  function found(): string {
    return index < text.length ? shown(String.fromCodePoint(text.codePointAt(index) ?? 0)) : t("the end");
  }

  function accept(character: string): boolean {
    if (text[index] !== character) return false;
    index++;
    return true;
  }

  function expect(character: string, mendOf = closersMissing): void {
    if (failed || accept(character)) return;
    fail(t("Expected {0}, found {1}.", character, found()), index, index + 1, mendOf());
  }

  function closersMissing(): Mend | undefined {
    const end = text.length;
    return index < end ? undefined : { start: end, end, text: missingClosers(text.replace(singleQuoted, "")) };
  }

  function scalar(value: string, start: number): Node {
    return { kind: "scalar", notation: "shorthand", type: "bare", text: value, start: at(start), end: at(index) };
  }

  function word(pattern: RegExp): Node | undefined {
    const start = index;
    if (!pass(pattern)) return undefined;
    let end = index;
    while (end > start && pythonBlank.test(text.charAt(end - 1))) end--;
    const written = strings.slice(text, start, end);
    const value = written.includes("\\,") ? written.replaceAll("\\,", ",") : written;
    return { kind: "scalar", notation: "shorthand", type: "bare", text: value, start: at(start), end: at(end) };
  }

  function quoted(): Node | undefined {
    const start = index;
    const quote = text.charAt(start);
    const close = closingQuote(text, start);
    if (close === undefined) {
      const end = start + 1 + text.slice(start + 1).search(/[,\]}]|$/);
      fail(t("The closing quote {0} is missing.", quote), index, index + 1, { start: end, end, text: quote });
      return undefined;
    }
    index = close + 1;
    return scalar(
      text
        .slice(start + 1, close)
        .replaceAll(`\\${quote}`, quote)
        .replaceAll("\\\\", "\\"),
      start,
    );
  }

  function isQuote(): boolean {
    return text[index] === "'" || text[index] === '"';
  }

  function firstValue(): Node | undefined {
    return isQuote() ? quoted() : (word(first) ?? scalar("", index));
  }

  function secondValue(): Node | undefined {
    return isQuote() ? quotedOrNothing() : word(second);
  }

  /** After a comma a quote that is never closed may yet belong to nothing: only the caller knows whether it is a mistake. */
  function quotedOrNothing(): Node | undefined {
    return closingQuote(text, index) === undefined ? undefined : quoted();
  }

  /** `a,b,c`, as long as it is no `a,b,key=value`: then the last comma parts two members. */
  function csv(): Node | undefined {
    const start = index;
    const head = firstValue();
    if (failed || head === undefined) return head;
    const values = [head];
    skipBlanks();
    while (text[index] === ",") {
      const comma = index++;
      skipBlanks();
      const item = secondValue();
      const stop = index;
      if (item !== undefined) skipBlanks();
      if (item !== undefined && (index >= text.length || text[index] === ",")) values.push(item);
      else return afterLastItem(values, start, item === undefined ? stop : index, comma);
    }
    return listOf(values, start);
  }

  function afterLastItem(items: readonly Node[], start: number, stop: number, comma: number): Node | undefined {
    index = stop;
    if (stop >= text.length) fail(t("A value is missing after this comma."), index, index + 1);
    else index = text.lastIndexOf(",", stop) < comma ? comma : text.lastIndexOf(",", stop);
    return listOf(items, start);
  }

  function listOf(items: readonly Node[], start: number): Node | undefined {
    const end = items.at(-1)?.end ?? at(index);
    return items.length === 1 ? items[0] : { kind: "list", notation: "shorthand", items, start: at(start), end };
  }

  function nested(read: () => Node): Node | undefined {
    const known = brackets.takeOver(index);
    if (known !== undefined) {
      index += known.end - known.start;
      return known;
    }
    if (brackets.depth() >= maximumDepth) {
      if (problems.length === 0) add(tooDeep(text, index));
      failed = true;
      return undefined;
    }
    return brackets.within(read);
  }

  /** Where a quote follows a backslash, the text after tells whether it closes. */
  function heightIfWhole(start: number): number | undefined {
    const isSure = problems.length === 0 && !text.slice(start, index).includes("\\");
    return isSure ? brackets.height(start, index) : undefined;
  }

  function item(): Node | undefined {
    if (text[index] === "[") return nested(list);
    return text[index] === "{" ? nested(hash) : firstValue();
  }

  function list(): Node {
    const start = index++;
    const first = items.count();
    skipBlanks();
    while (!accept("]")) {
      const value = item();
      if (value !== undefined) items.push(value);
      separator("]");
      if (failed && !goOnInside("]")) break;
    }
    return {
      kind: "list",
      notation: "shorthand",
      items: items.take(first),
      start: at(start),
      end: at(index),
      height: heightIfWhole(start),
    };
  }

  function hash(): Node {
    const start = index++;
    const first = members.count();
    skipBlanks();
    while (!accept("}")) {
      members.push(keyAndValue(item));
      separator("}");
      if (failed && !goOnInside("}")) break;
    }
    return {
      kind: "object",
      notation: "shorthand",
      members: members.take(first),
      start: at(start),
      end: at(index),
      height: heightIfWhole(start),
      fits: undefined,
    };
  }

  function separator(close: string): void {
    if (failed) return;
    skipBlanks();
    if (text[index] === close) return;
    expect(",");
    skipBlanks();
  }

  /** After a mistake in brackets, at their next item or their end; false where that is not to be found. */
  function goOnInside(close: string): boolean {
    failed = false;
    for (let level = 0; index < text.length; index++) {
      const character = text.charAt(index);
      if (character === "," && level === 0) {
        index++;
        skipBlanks();
        return true;
      }
      if (character === "[" || character === "{") level++;
      else if ((character === "]" || character === "}") && level-- === 0) return character === close;
    }
    return false;
  }

  function keyAndValue(read: () => Node | undefined): Member {
    const start = index;
    pass(keyCharacters);
    const name = strings.slice(text, start, index);
    const span = { start: at(start), end: at(index) };
    skipBlanks();
    const fromFile = accept("@");
    if (fromFile) skipBlanks();
    expect("=", () => equalsMend(text, start, index) ?? closersMissing());
    if (failed) return { name, ...span, value: undefined };
    skipBlanks();
    const value = read();
    const isFile = fromFile && value?.kind === "scalar" && /^fileb?:\/\//.test(value.text);
    return { name, ...span, value: isFile ? unknownFile(value) : value };
  }

  function unknownFile({ start, end }: Node): Node {
    return { kind: "unknown", notation: "shorthand", reason: "file", start, end };
  }

  function value(): Node | undefined {
    if (index >= text.length) return scalar("", index);
    if (text[index] === "[") return nested(list);
    return text[index] === "{" ? hashes() : csv();
  }

  /** One, or the items of a list without its brackets, which are read on as such. */
  function hashes(): Node | undefined {
    const start = index;
    const head = nested(hash);
    if (failed || head === undefined || !pass(nextHash)) return head;
    fail(t("Put the items of a list in [ ]."), index, index + 1, bracketsMend(text, start));
    const items = [head];
    do {
      failed = false;
      const item = nested(hash);
      if (item !== undefined) items.push(item);
    } while (goesOn());
    return listOf(items, start);
  }

  function goesOn(): boolean {
    return !failed && pass(nextHash);
  }

  function topLevel(): Node {
    const seen = new Set<string>();
    let last = -1;
    for (;;) {
      const member = keyAndValue(value);
      if (!failed && seen.has(member.name)) fail(t("{0} stands here twice.", member.name), last + 1);
      seen.add(member.name);
      members.push(member);
      if (failed) goOn();
      if (index >= text.length) break;
      last = index;
      skipBlanks();
      if (!accept(",")) fail(t("Expected {0}, found {1}.", ",", found()));
      if (failed && !goOn()) break;
      skipBlanks();
    }
    return {
      kind: "object",
      notation: "shorthand",
      members: members.take(0),
      start: at(0),
      end: at(text.length),
      fits: undefined,
    };
  }

  /** After a mistake, at the next comma; false where there is none. */
  function goOn(): boolean {
    const comma = text.indexOf(",", index);
    index = comma < 0 ? text.length : comma + 1;
    failed = false;
    return comma >= 0;
  }

  const node = topLevel();
  const isNothing = /^\s*$/.test(text);
  const span = { start: at(0), end: at(text.length) };
  return { roots: [{ notation: "shorthand", span, node: isNothing ? undefined : node }], problems };
}

/** The first quote of its kind without a backslash before it; if there is none, the last with one. */
function closingQuote(text: string, open: number): number | undefined {
  const quote = text.charAt(open);
  let last: number | undefined;
  for (let index = text.indexOf(quote, open + 1); index >= 0; index = text.indexOf(quote, index + 1)) {
    if (text[index - 1] !== "\\" || index - 1 === open) return index;
    last = index;
  }
  return last;
}
