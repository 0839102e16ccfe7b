import { t } from "@vscode/l10n";
import { interner } from "./interner";
import { type Doubt, openless, scanString, unclosedStringEnd } from "./jsonString";
import { literalMend, literalMessage, literalType, missingClosers, plainNumberEnd } from "./jsonLiteral";
import type { Source } from "./source";
import { stack } from "./stack";
import type { ListNode, Member, Mend, Node, ObjectNode, ScalarType, SyntaxProblem, SyntaxTree } from "./tree";

/** UpdateJob nests five deep; Python, and with it the AWS CLI, gives up at about a thousand. */
const maximumDepth = 200;

const comment = /\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)|#[^\n\r]*/y;
const otherQuoted = /'[^'\n\r]*'?|[“”„‟][^“”„‟"\n\r]*[“”]|[‘’‚][^‘’"\n\r]*[‘’]|`[^`\n\r]*`/y;
const otherQuotes = /^['“”„‟‘’‚`]|['“”‘’`]$/g;
/** More words without quotes, up to what ends a value. */
const moreWords = /[^",:{}[\]\n\r/#]*[^\s",:{}[\]/#]/y;
/** What can be nothing but a name and its colon. */
const nameAndColon = /(?:"(?:[^"\\\n\r]|\\.)*"|[^\s",:{}[\]]+"?)\s*:/y;
const itemEnd = /[,}\]\n\r]|$/g;
/** What other languages write between a name and its value. */
const otherColon = /=>|:?=|::+|;/y;

/**
 * Reads strict JSON (RFC 8259) and goes on behind every mistake. Never throws.
 *
 * Numbers keep their source text: `1.10000000000000000001` is not 1.1 here.
 */
export function parseJson(source: Source): SyntaxTree {
  const { isUnclosed, ...tree } = readJson(source, "trusting");
  if (!isUnclosed) return tree;
  // A quote too few turns inside out what stands behind it: once more, asking of each string whether it can be one.
  const { roots, problems } = readJson(source, "doubting");
  return { roots, problems };
}

interface Read extends SyntaxTree {
  readonly isUnclosed: boolean;
}

// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
function readJson(source: Source, strings: "trusting" | "doubting"): Read {
  const { text } = source;
  const { at } = source;
  const interned = interner(text);
  const problems: SyntaxProblem[] = [];
  const members = stack<Member>();
  const items = stack<Node>();
  let index = 0;
  let depth = 0;
  const reported = { unclosed: false };
  let isUnclosed = false;

  /** `mend` stands by its indices in the text, too; without any it takes the place of what is reported. */
  function report(start: number, end: number, message: string, mend?: Partial<Mend>): void {
    const span = { start: at(start), end: at(end) };
    const mends = mend && [{ text: "", ...mend, start: at(mend.start ?? start), end: at(mend.end ?? end) }];
    problems.push({ code: "syntax", message, ...span, ...(mends && { mends }) });
  }

  function match(pattern: RegExp): string {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0] ?? "";
  }

  function skipBlanks(): void {
    for (;;) {
      const code = text.charCodeAt(index);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) index++;
      else if (code !== 0x2f && code !== 0x23) return;
      else if (!skipComment()) return;
    }
  }

  function skipComment(): boolean {
    const start = index;
    const length = match(comment).length;
    if (length === 0) return false;
    index += length;
    report(start, index, t("JSON has no comments; the AWS CLI refuses this text. Remove the comment."), {});
    return true;
  }

  function broken(start: number): Node {
    return { kind: "unknown", notation: "json", reason: "broken", start: at(start), end: at(index) };
  }

  function value(): Node | undefined {
    const start = index;
    const code = text.charCodeAt(index);
    if (code === 0x22) return string();
    if (code === 0x7b) return nested(object);
    if (code === 0x5b) return nested(list);
    if (code === 0x27 || code === 0x60 || (code >= 0x2018 && code <= 0x201f)) {
      if (match(otherQuoted) !== "") return quoted();
    }
    const plain = plainNumberEnd(text, start);
    if (plain !== undefined) {
      index = plain;
      return scalar("number", interned.slice(start, plain), start);
    }
    const unopened = withoutOpening();
    if (unopened !== undefined) return scalar("string", unopened, start);
    if (wordEnd(text, start) > start) return literal(start);
    report(start, Math.min(start + 1, text.length), t("A value is missing here."));
    return undefined;
  }

  function literal(start: number): Node {
    index = wordEnd(text, start);
    const word = text.slice(start, index);
    const type = literalType(word);
    if (type !== undefined) return scalar(type, word, start);
    index += word.endsWith('"') ? 0 : match(moreWords).length;
    const all = text.slice(start, index);
    report(start, index, literalMessage(all), literalMend(all));
    return broken(start);
  }

  function scalar(type: ScalarType, value: string, start: number): Node {
    return { kind: "scalar", notation: "json", type, text: value, start: at(start), end: at(index) };
  }

  function quoted(): Node {
    const start = index;
    const token = match(otherQuoted);
    index += token.length;
    const text = JSON.stringify(token.replace(otherQuotes, ""));
    const message = token.startsWith("'")
      ? t("JSON strings stand in double quotes, not single quotes.")
      : t("JSON strings stand in straight double quotes, not in {0}.", token.charAt(0));
    report(start, index, message, { text, sure: true });
    return broken(start);
  }

  function string(): Node {
    const start = index;
    const value = stringToken("value");
    return value === undefined ? broken(start) : scalar("string", value, start);
  }

  /** The value of the string that starts here, if it can be told; goes behind it. */
  function stringToken(role: Doubt): string | undefined {
    const start = index;
    const cut = strings === "doubting" ? unclosedStringEnd(text, start, role) : undefined;
    if (cut !== undefined) {
      index = cut;
      report(start, cut, t("The closing quote is missing."), { text: '"', start: cut, end: cut, sure: true });
      return text.slice(start + 1, cut);
    }
    const plain = interned.plainString(start);
    if (plain !== undefined) {
      index = start + plain.length + 2;
      return plain;
    }
    const { end, text: value, faults, isClosed } = scanString(text, start);
    index = end;
    isUnclosed ||= !isClosed;
    for (const fault of faults) report(fault.start, fault.end, fault.message, fault.mend);
    return faults.length > 0 && isClosed ? undefined : value;
  }

  /** What ends in a quote without having started with one. */
  function withoutOpening(): string | undefined {
    const start = index;
    const word = strings === "doubting" ? match(openless) : "";
    if (word === "") return undefined;
    index += word.length;
    report(start, index, t("The opening quote is missing."), { text: '"', start, end: start, sure: true });
    return word.slice(0, -1);
  }

  function nested(read: () => ObjectNode | ListNode): Node {
    if (depth < maximumDepth) {
      depth++;
      const node = read();
      depth--;
      return node;
    }
    const message = t("Nested more than {0} levels deep; the rest is not read.", maximumDepth);
    const hides = { start: at(0), end: at(text.length) };
    problems.push({ code: "too-deep", message, start: at(index), end: at(index + 1), hides });
    const start = index;
    index = text.length;
    reported.unclosed = true;
    return broken(start);
  }

  /** Goes to the next item between brackets; each comma that is too many or too few is reported. False at the end. */
  function goToItem(open: number, close: number, place: "first" | "later"): boolean {
    let comma = -1;
    let needsComma = place === "later";
    const last = index;
    for (;;) {
      skipBlanks();
      const code = text.charCodeAt(index);
      if (code === close) {
        if (comma >= 0) report(comma, comma + 1, t("Remove this comma: nothing follows it."), { sure: true });
        index++;
        return false;
      }
      if (index >= text.length || code === 0x7d || code === 0x5d) {
        unclosed(open, close, index);
        return false;
      }
      if (code !== 0x2c) {
        if (needsComma) withoutComma(last, close);
        return true;
      }
      if (!needsComma) report(index, index + 1, t("Remove this comma: no value stands before it."), { sure: true });
      comma = index++;
      needsComma = false;
    }
  }

  /** What is read of something that is no member is not judged, up to where the next may start. */
  function withoutComma(last: number, close: number): void {
    const mends = [{ text: ",", start: at(last), end: at(last), sure: true }] as const;
    const end = tokenEnd();
    const isItem = close === 0x5d || match(nameAndColon) !== "";
    itemEnd.lastIndex = end;
    const hides = isItem ? undefined : { start: at(index), end: at(itemEnd.exec(text)?.index ?? text.length) };
    const message = t("A comma is missing before this.");
    problems.push({ code: "syntax", message, start: at(index), end: at(end), ...(hides ? { hides } : { mends }) });
  }

  function unclosed(open: number, close: number, end: number): void {
    const missing = String.fromCharCode(close);
    if (end < text.length) {
      const mend = { text: missing, start: end, end };
      report(end, end + 1, t("Expected {0}, found {1}.", missing, text.charAt(end)), mend);
      // The bracket that stands here closes an outer one, unless there is none of its kind open.
      if (depth === 1) index++;
    } else if (!reported.unclosed) {
      const last = text.trimEnd().length;
      const mend = { text: missingClosers(text), start: last, end: last, sure: true } as const;
      report(open, open + 1, t("{0} is never closed; {1} is missing.", text.charAt(open), missing), mend);
    }
    reported.unclosed = true;
  }

  function tokenEnd(): number {
    const code = text.charCodeAt(index);
    if (code === 0x22) return scanString(text, index).end;
    return Math.max(wordEnd(text, index), index + 1);
  }

  function object(): ObjectNode {
    const start = index++;
    const first = members.count();
    for (let place: "first" | "later" = "first"; goToItem(start, 0x7d, place); place = "later") member();
    return { kind: "object", notation: "json", members: members.take(first), start: at(start), end: at(index) };
  }

  function member(): void {
    const start = index;
    const name = memberName();
    if (name === undefined) return;
    const end = at(index);
    members.push({ name, start: at(start), end, value: memberValue() });
  }

  function memberName(): string | undefined {
    const start = index;
    if (text.charCodeAt(index) === 0x22) return stringToken("name") ?? "";
    const unopened = withoutOpening();
    if (unopened !== undefined) return unopened;
    const length = match(otherQuoted).length || wordEnd(text, start) - start;
    if (length === 0) {
      const start = index;
      value();
      report(start, start + 1, t("Expected a member name in double quotes."));
      if (index === start) index++;
      return undefined;
    }
    index += length;
    const name = text.slice(start, index).replace(otherQuotes, "");
    report(start, index, t("Put the member name in double quotes."), { text: JSON.stringify(name), sure: true });
    return name;
  }

  function memberValue(): Node | undefined {
    const keyEnd = index;
    skipBlanks();
    const code = text.charCodeAt(index);
    if (code === 0x3a && text.charCodeAt(index + 1) !== 0x3a && text.charCodeAt(index + 1) !== 0x3d) index++;
    else if (match(otherColon) !== "") {
      const found = match(otherColon);
      index += found.length;
      const message = t("Expected {0}, found {1}.", ":", found);
      report(index - found.length, index, message, { text: ":", sure: true });
    } else if (code === 0x2c || code === 0x7d || index >= text.length) {
      report(keyEnd - 1, keyEnd, t("A colon and a value are missing after this name."));
      return undefined;
    } else
      report(index, tokenEnd(), t("A colon is missing before this."), {
        text: ":",
        start: keyEnd,
        end: keyEnd,
        sure: true,
      });
    skipBlanks();
    const next = text.charCodeAt(index);
    if (next !== 0x2c && next !== 0x7d && next !== 0x5d && index < text.length) return value();
    report(index - 1, index, t("A value is missing after this."));
    return undefined;
  }

  function list(): ListNode {
    const start = index++;
    const first = items.count();
    for (let place: "first" | "later" = "first"; goToItem(start, 0x5d, place); place = "later") {
      const before = index;
      const item = value();
      if (item !== undefined) items.push(item);
      if (index === before) index++;
    }
    return { kind: "list", notation: "json", items: items.take(first), start: at(start), end: at(index) };
  }

  skipBlanks();
  const node = index < text.length ? value() : undefined;
  skipBlanks();
  if (node !== undefined && index < text.length && !reported.unclosed) {
    report(index, tokenEnd(), t("Nothing may follow the payload; one file holds one payload."));
  }
  return { roots: [{ notation: "json", span: { start: at(0), end: at(text.length) }, node }], problems, isUnclosed };
}

/** Behind the run of characters that is neither blank nor punctuation. */
function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsWord(text.charCodeAt(end))) end++;
  return end;
}

function endsWord(code: number): boolean {
  if (code <= 0x20 || code >= 0x7f) return /\s/.test(String.fromCharCode(code));
  return (
    code === 0x2c || code === 0x3a || code === 0x22 || code === 0x7b || code === 0x7d || code === 0x5b || code === 0x5d
  );
}
