import { t } from "@vscode/l10n";
import { bracketsOf, maximumDepth } from "../brackets";
import { type Fault, reportAt, tooDeep } from "../fault";
import { type Reuse, nothingToReuse } from "../reuse";
import { type Source, codeAt } from "../source";
import { stack } from "../stack";
import type { ListNode, Member, Node, ObjectNode, ScalarType, SyntaxTree } from "../tree";
import { parseEscaped } from "./escaped";
import { type Doubt, doubtfulString, openless } from "./doubt";
import * as faults from "./faults";
import { literalMend, literalMessage, literalType, moreWords, plainNumberEnd, wordEnd } from "./literal";
import { scanString } from "./string";

/** What can be nothing but a name and its colon. The stack on which V8 keeps each round of such a loop holds eight million. */
const nameAndColon = /(?:"(?:[^"\\\n\r]|\\.){0,4000000}"|[^\s",:{}[\]]+"?)\s*:/y;

/**
 * Reads strict JSON (RFC 8259) and goes on after every mistake, faster where an earlier version was read. Never throws.
 *
 * Numbers keep their source text: `1.10000000000000000001` is not 1.1 here.
 */
export function parseJson(source: Source, reuse = nothingToReuse()): SyntaxTree {
  const escaped = parseEscaped(source, (own) => parseJson(own, nothingToReuse(reuse.strings)));
  if (escaped !== undefined) return escaped;
  const read = readJson(source, "trusting", reuse);
  // A quote too few turns inside out what stands after it: once more, asking of each string whether it can be one.
  const { roots, problems } = read.isUnclosed ? readJson(source, "doubting", nothingToReuse(reuse.strings)) : read;
  return { roots, problems };
}

interface Read extends SyntaxTree {
  readonly isUnclosed: boolean;
}

// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over one index
function readJson(source: Source, trust: "trusting" | "doubting", reuse: Reuse): Read {
  const { text, at } = source;
  const { strings } = reuse;
  const { problems, add, report } = reportAt(at);
  const brackets = bracketsOf(source, { reuse, notation: "json", limit: maximumDepth });
  const members = stack<Member>();
  const items = stack<Node>();
  let index = 0;
  /** What closes each of the brackets that are open, the outermost first. */
  const closers: string[] = [];
  const reported = { unclosed: false };
  /** How many brackets were left open. */
  let unclosedBrackets = 0;
  let isUnclosed = false;
  /** After the last name without a value. */
  let half = -1;

  function match(pattern: RegExp): string {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0] ?? "";
  }

  function skipBlanks(): void {
    for (;;) {
      const code = codeAt(text, index);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) index++;
      else if (code !== 0x2f && code !== 0x23 && code >= 0x20 && code < 0x7f) return;
      else if (!passOver(faults.otherBlanks(text, index)) && !passOver(faults.comment(text, index))) return;
    }
  }

  function broken(start: number): Node {
    return { kind: "unknown", notation: "json", reason: "broken", start: at(start), end: at(index) };
  }

  function value(): Node | undefined {
    const start = index;
    const code = codeAt(text, index);
    if (code === 0x22) return string();
    if (code === 0x7b) return nested(object);
    if (code === 0x5b) return nested(list);
    if (code === 0x27 || code === 0x60 || (code >= 0x2018 && code <= 0x201f)) {
      if (passOver(faults.wrongQuotes(text, start))) return broken(start);
    }
    const plain = plainNumberEnd(text, start);
    if (plain !== undefined) {
      index = plain;
      return scalar("number", strings.slice(text, start, plain), start);
    }
    const unopened = withoutOpening();
    if (unopened !== undefined) return scalar("string", unopened, start);
    if (wordEnd(text, start) > start) return literal(start);
    if (brackets.depth() > 0) report(start, start + 1, t("A value is missing here."));
    else add(faults.noPayload(text, { start, end: start + 1 }));
    return undefined;
  }

  function literal(start: number): Node {
    index = wordEnd(text, start);
    const word = text.slice(start, index);
    const type = literalType(word);
    if (type !== undefined) return scalar(type, word, start);
    const all = word.endsWith('"') ? word : word + moreWords(text, index);
    index = start + all.length;
    if (brackets.depth() > 0) report(start, index, literalMessage(all), literalMend(all));
    else add(faults.noPayload(text, { start, end: index }));
    if (brackets.depth() === 0) index = text.length;
    return broken(start);
  }

  function scalar(type: ScalarType, value: string, start: number): Node {
    return { kind: "scalar", notation: "json", type, text: value, start: at(start), end: at(index) };
  }

  function string(): Node {
    const start = index;
    const value = stringToken("value");
    return value === undefined ? broken(start) : scalar("string", value, start);
  }

  /** The value of the string that starts here, if it can be told; goes past it. */
  function stringToken(role: Doubt): string | undefined {
    const start = index;
    const doubtful = trust === "doubting" ? doubtfulString(text, start, role) : undefined;
    if (doubtful !== undefined) {
      index = doubtful.end;
      add(doubtful.fault);
      return doubtful.text;
    }
    const plain = strings.plainString(text, start);
    if (plain !== undefined) {
      index = start + plain.length + 2;
      return plain;
    }
    const { end, text: value, faults: found, isClosed } = scanString(text, start);
    index = end;
    isUnclosed ||= !isClosed;
    for (const fault of found) report(fault.start, fault.end, fault.message, fault.mend);
    return found.length > 0 && isClosed ? undefined : value;
  }

  /** Reports a fault, if there is one, and goes past it. */
  function passOver(fault: Fault | undefined): boolean {
    if (fault === undefined) return false;
    add(fault);
    index = fault.end;
    return true;
  }

  /** What ends in a quote without having started with one. */
  function withoutOpening(): string | undefined {
    const start = index;
    const word = trust === "doubting" ? match(openless) : "";
    if (word === "") return undefined;
    index += word.length;
    report(start, index, t("The opening quote is missing."), { text: '"', start, end: start, sure: true });
    return word.slice(0, -1);
  }

  function nested(read: () => ObjectNode | ListNode): Node {
    const known = brackets.takeOver(index);
    if (known !== undefined) {
      index += known.end - known.start;
      return known;
    }
    if (brackets.depth() < maximumDepth) {
      closers.push(read === list ? "]" : "}");
      const node = brackets.within(read);
      closers.pop();
      return node;
    }
    const start = index;
    add(tooDeep(text, start));
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
      const code = codeAt(text, index);
      if (code === close) {
        if (comma >= 0) report(comma, comma + 1, t("Remove this comma: nothing follows it."), { sure: true });
        index++;
        return false;
      }
      if (index >= text.length || code === 0x7d || code === 0x5d) {
        unclosed(open, close);
        return false;
      }
      if (code !== 0x2c) {
        if (needsComma) withoutComma(last, close);
        return true;
      }
      if (needsComma) comma = index;
      else report(index, index + 1, t("Remove this comma: no value stands before it."), { sure: true });
      index++;
      needsComma = false;
    }
  }

  /** What is read of something that is no member is not judged, up to where the next may start. */
  function withoutComma(last: number, close: number): void {
    if (last === half || (close === 0x7d && faults.partedNumber(text, index) !== undefined)) return;
    const isItem = close === 0x5d || match(nameAndColon) !== "";
    const found = { start: index, end: tokenEnd() };
    add(isItem ? faults.missingComma(last, found) : faults.noMember(text, found));
  }

  function unclosed(open: number, close: number): void {
    unclosedBrackets++;
    if (index < text.length) add(faults.wrongCloser(text, index, String.fromCharCode(close)));
    else if (!reported.unclosed) add(faults.neverClosed(text, open, closers));
    // The bracket that stands here closes an outer one, unless there is none of its kind open.
    const isOuters = closers.includes(text.charAt(index));
    if (index < text.length && !isOuters) index++;
    else reported.unclosed = true;
  }

  function tokenEnd(): number {
    const code = codeAt(text, index);
    if (code === 0x22) return scanString(text, index).end;
    return Math.max(wordEnd(text, index), index + 1);
  }

  /** An end without brackets is reported once for all that are open, so each of them counts as well. */
  function mistakes(): number {
    return problems.length + unclosedBrackets;
  }

  function heightIfWhole(start: number, open: number, before: number): number | undefined {
    return before === mistakes() && codeAt(text, start) === open ? brackets.height(start, index) : undefined;
  }

  function object(): ObjectNode {
    return membersUntil(0x7d, index++);
  }

  function membersUntil(close: number, start: number): ObjectNode {
    const first = members.count();
    const before = mistakes();
    for (let place: "first" | "later" = "first"; goToItem(start, close, place); place = "later") member();
    return {
      kind: "object",
      notation: "json",
      members: members.take(first),
      start: at(start),
      end: at(index),
      height: heightIfWhole(start, 0x7b, before),
      fits: undefined,
    };
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
    if (codeAt(text, index) === 0x22) return stringToken("name") ?? "";
    const unopened = withoutOpening();
    if (unopened !== undefined) return unopened;
    if (passOver(faults.partedNumber(text, index))) return undefined;
    const quoted = faults.wrongQuotes(text, start);
    index = quoted?.end ?? wordEnd(text, start);
    if (index === start) {
      value();
      report(start, start + 1, t("Expected a member name in double quotes."));
      if (index === start) index++;
      return undefined;
    }
    const name = quoted?.mends?.[0]?.text ?? JSON.stringify(text.slice(start, index));
    report(start, index, t("Put the member name in double quotes."), { text: name, sure: true });
    return scanString(name, 0).text;
  }

  function memberValue(): Node | undefined {
    const keyEnd = index;
    skipBlanks();
    const code = codeAt(text, index);
    if (code === 0x3a && codeAt(text, index + 1) !== 0x3a && codeAt(text, index + 1) !== 0x3d) index++;
    else if (!passOver(faults.otherColon(text, index))) {
      if (code === 0x2c || code === 0x7d || index >= text.length || match(nameAndColon) !== "") {
        half = index;
        report(keyEnd - 1, keyEnd, t("A colon and a value are missing after this name."));
        return undefined;
      }
      add(faults.missingColon(keyEnd, { start: index, end: tokenEnd() }));
    }
    skipBlanks();
    const next = codeAt(text, index);
    if (next !== 0x2c && next !== 0x7d && next !== 0x5d && index < text.length) return value();
    report(index - 1, index, t("A value is missing after this."));
    return undefined;
  }

  function list(): ListNode | ObjectNode {
    const before = mistakes();
    const start = index++;
    skipBlanks();
    if (startsMember()) {
      const node = membersUntil(0x5d, start);
      if (text[index - 1] === "]") add(faults.inWrongBrackets(text, start, index));
      return node;
    }
    const first = items.count();
    for (let place: "first" | "later" = "first"; goToItem(start, 0x5d, place); place = "later") {
      const from = index;
      const item = startsMember() ? nested(looseMembers) : value();
      if (item !== undefined) items.push(item);
      if (index === from) index++;
    }
    return {
      kind: "list",
      notation: "json",
      items: items.take(first),
      start: at(start),
      end: at(index),
      height: heightIfWhole(start, 0x5b, before),
    };
  }

  function looseMembers(): ObjectNode {
    add(faults.membersInList(text, index));
    return membersUntil(0x7d, index);
  }

  function startsMember(): boolean {
    return codeAt(text, index) === 0x22 && match(nameAndColon) !== "";
  }

  function root(): Node | undefined {
    if (!startsMember()) return value();
    add(faults.withoutBrackets(text, index));
    reported.unclosed = true;
    return membersUntil(0x7d, index);
  }

  skipBlanks();
  const node = index < text.length ? root() : undefined;
  skipBlanks();
  if (node !== undefined && index < text.length && !reported.unclosed)
    add(faults.afterPayload(text, index, tokenEnd()));
  const span = { start: at(0), end: at(text.length) };
  return { roots: [{ notation: "json", span, node }], problems, isUnclosed };
}
