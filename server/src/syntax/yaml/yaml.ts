import { t } from "@vscode/l10n";
import type { Alias, Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { append } from "../append";
import { maximumDepth } from "../brackets";
import { nothingToReuse } from "../reuse";
import { shown } from "../shown";
import type { Source } from "../source";
import type { Member, Node, Span, SyntaxProblem, SyntaxTree } from "../tree";
import { strangeCharacters } from "./characters";
import { faultsOf, lastSolidBefore } from "./faults";
import { yamlLibrary } from "./library";
import { isMissing, quoteEnd } from "./mends";
import { plainNumber, taggedText, typeOfPlain, typeOfTag } from "./scalar";
import { readSimpleYaml } from "./simple";
import { isTooDeep, strangeTokens } from "./tokens";

/** Aliases may make a short text stand for any number of values. */
const maximumSize = 1_000_000;

/**
 * Reads YAML 1.2 with its core types, anchors, aliases and merge keys, as `aws --cli-input-yaml` does (AWS CLI 2, which is
 * built on ruamel.yaml). What an alias stands for keeps its place in the document: that of the anchor. Never throws.
 */
export function parseYaml(source: Source, reuse = nothingToReuse()): SyntaxTree {
  const node = readSimpleYaml(source, reuse);
  if (node === undefined) return parseAnyYaml(source);
  const span = { start: source.at(0), end: source.at(source.text.length) };
  return { roots: [{ notation: "yaml", span, node }], problems: [] };
}

/** The same by the YAML library alone. */
export function parseAnyYaml(source: Source): SyntaxTree {
  const { text, at } = source;
  const span = { start: at(0), end: at(text.length) };
  const { Composer, Parser } = yamlLibrary();
  const tokens = [...new Parser().parse(text)];
  if (isTooDeep(tokens)) {
    const message = t("Nested more than {0} levels deep; nothing of it is read.", maximumDepth);
    const problem = { code: "too-deep", message, start: at(0), end: at(1) } as const;
    const node = { kind: "unknown", notation: "yaml", reason: "broken", ...span } as const;
    return { roots: [{ notation: "yaml", span, node }], problems: [problem] };
  }
  const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
  const [document] = new Composer(options).compose(tokens, true, text.length);
  const { node, problems } = document === undefined ? { node: undefined, problems: [] } : treeOf(document, source);
  const beside = [...strangeCharacters(tokens, source), ...strangeTokens(tokens, source)];
  return { roots: [{ notation: "yaml", span, node }], problems: [...problems, ...beside] };
}

interface Read {
  readonly node: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over its anchors
function treeOf(document: Document.Parsed, source: Source): Read {
  const { text, at } = source;
  const { isAlias, isMap, isScalar, isSeq } = yamlLibrary();
  const problems: SyntaxProblem[] = [];
  /** By name: what an alias stands for, and how many nodes it is; absent in the map's value while it is being read. */
  const anchors = new Map<string, { readonly node: Node; readonly size: number } | undefined>();
  let size = 0;
  /** A quote that is never closed has swallowed the members after it. */
  const reported = { unclosed: false };

  function report(
    start: number,
    end: number,
    message: string,
    details: Omit<SyntaxProblem, "message" | "start" | "end"> = { code: "syntax" },
  ): void {
    const last = Math.min(Math.max(end, start + 1), text.length);
    problems.push({ ...details, message, start: at(Math.min(start, last)), end: at(last) });
  }

  function broken({ start, end }: Span): Node {
    return { kind: "unknown", notation: "yaml", reason: "broken", start: at(start), end: at(end) };
  }

  function read(item: unknown): Node | undefined {
    if (isAlias(item)) return alias(item);
    const before = size++;
    const anchor = isScalar(item) || isMap(item) || isSeq(item) ? item.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, undefined);
    const node = content(item);
    if (anchor !== undefined && node !== undefined) anchors.set(anchor, { node, size: size - before });
    return node;
  }

  function content(item: unknown): Node | undefined {
    if (isMap(item)) return map(item);
    if (isSeq(item)) return list(item);
    return isScalar(item) ? scalar(item) : undefined;
  }

  function alias(item: Alias): Node {
    const span = spanOf(item, text);
    const target = anchors.get(item.source);
    if (target === undefined) {
      const name = item.source;
      report(
        span.start,
        span.end,
        anchors.has(name) ? t("{0} contains itself.", name) : t("There is no anchor {0} above this.", `&${name}`),
      );
      return broken(span);
    }
    size += target.size;
    if (size > maximumSize) {
      report(span.start, span.end, t("The aliases stand for more than {0} values.", maximumSize), { code: "too-deep" });
      return broken(span);
    }
    return { ...target.node, start: at(span.start), end: at(span.end) };
  }

  function scalar(item: Scalar): Node {
    const { start, end } = spanOf(item, text);
    if (isUnclosed(text.slice(start, end))) {
      reported.unclosed = true;
      const close = at(quoteEnd(text, start));
      const mends = [{ start: close, end: close, text: text.charAt(start), sure: true }] as const;
      report(start, start + 1, t("This quote is never closed."), { code: "syntax", mends });
      return broken({ start, end });
    }
    const { tag, source = "" } = item;
    if (tag !== undefined && tag !== "!") return tagged(item, tag, { start, end });
    const type = item.type === "PLAIN" ? typeOfPlain(source) : "string";
    if (item.type === "PLAIN" && (source === "=" || source === "<<")) {
      report(start, end, t("{0} alone means something else in YAML. Put it in quotes.", source));
    }
    const value = type === "number" ? plainNumber(source) : blockText(item, source);
    return { kind: "scalar", notation: "yaml", type, text: value, start: at(start), end: at(end) };
  }

  function tagged(item: Scalar, tag: string, { start, end }: Span): Node {
    const type = typeOfTag(tag);
    const value = taggedText(tag, blockText(item, item.source ?? ""));
    if (type === undefined) foreignTag(start, tag);
    else if (value === undefined) {
      const message = t(
        "The AWS CLI refuses {0} with the tag {1}. Remove the tag.",
        shown(item.source ?? ""),
        shortTag(tag),
      );
      report(start, end, message);
    } else return { kind: "scalar", notation: "yaml", type, text: value, start: at(start), end: at(end) };
    return broken({ start, end });
  }

  /** A last line that no line break ends has none in the text either. */
  function blockText({ type, range }: Scalar, source: string): string {
    const isLast = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED" ? range?.[1] === text.length : false;
    return isLast && source.endsWith("\n") && !/[\n\r]$/.test(text) ? source.slice(0, -1) : source;
  }

  function foreignTag(start: number, tag: string): void {
    const from = Math.max(0, text.lastIndexOf("!", start - 1));
    const to = from + text.slice(from, start).trimEnd().length;
    report(from, to, t("The AWS CLI takes no value with the tag {0}. Remove the tag.", shortTag(tag)));
  }

  function list(item: YAMLSeq): Node {
    if (!isCommonTag(item.tag, "seq")) foreignTag(spanOf(item, text).start, item.tag ?? "");
    const items = item.items.flatMap((entry) => read(entry) ?? []);
    const { start, end } = extent(item, items.at(-1)?.end);
    return { kind: "list", notation: "yaml", items, start, end };
  }

  function map(item: YAMLMap): Node {
    if (!isCommonTag(item.tag, "map")) foreignTag(spanOf(item, text).start, item.tag ?? "");
    const members: Member[] = [];
    const merged: Member[] = [];
    for (const pair of item.items) {
      if (isMergeKey(pair)) merge(pair, merged);
      else members.push(member(pair));
    }
    const last = members.at(-1);
    const { start, end } = extent(item, last && (last.value?.end ?? last.end));
    const names = new Set(members.map(({ name }) => name));
    const inherited = merged.filter(({ name }) => !names.has(name));
    const all = [...members, ...inherited];
    return {
      kind: "object",
      notation: "yaml",
      members: all,
      ...(reported.unclosed && { open: true }),
      start,
      end,
      fits: undefined,
    };
  }

  /** A block collection ends with its last value, not with the blank lines after it. */
  function extent(item: YAMLMap | YAMLSeq, last: number | undefined): Span {
    const { start, end } = spanOf(item, text);
    return { start: at(start), end: item.flow === true ? at(end) : Math.max(last ?? 0, at(start)) };
  }

  function member({ key, value }: Pair): Member {
    const name = nameOf(key);
    const from =
      isScalar(key) || isAlias(key) ? spanOf(key, text) : (anySpan(key) ?? anySpan(value) ?? { start: 0, end: 0 });
    const span = { start: at(from.start), end: at(from.end) };
    checkName(name, from, value);
    const node = isEmpty(value) ? nothing(from) : read(value);
    return { name: name ?? "", ...span, value: node };
  }

  function checkName(name: string | undefined, { start, end }: Span, value: unknown): void {
    const colon = /\s*:?/y;
    colon.lastIndex = end;
    const gap = colon.exec(text)?.[0] ?? "";
    const hasColon = gap.endsWith(":");
    const isBelow = hasColon && /[\n\r]/.test(gap);
    if (name === undefined) report(start, end, t("A member name is a word of text."));
    else if (text.charAt(start) === ":" || (start === end && hasColon)) {
      report(start, end, t("A member name is missing before the colon."));
    } else if (/[\n\r]/.test(text.slice(start, end)) || (isBelow && !isExplicit(start, text))) {
      report(start, end, t("A member name and its colon stand on one line."));
    } else if (isEmpty(value) && hasColon && /[,\]}]/.test(text.charAt(end + gap.length))) {
      report(end, end + gap.length, t("A value is missing after this."));
    }
  }

  function nameOf(key: unknown): string | undefined {
    const node = isAlias(key) || isScalar(key) ? read(key) : undefined;
    return node?.kind === "scalar" ? node.text : undefined;
  }

  /** A name without a value has null for a value. It stands at the colon, or at the name where there is none. */
  function nothing(name: Span): Node {
    const gap = /[ \t\r\n]*/y;
    gap.lastIndex = name.end;
    const colon = gap.test(text) ? gap.lastIndex : name.end;
    const { start, end } = text[colon] === ":" ? { start: colon, end: colon + 1 } : name;
    return { kind: "scalar", notation: "yaml", type: "null", text: "", start: at(start), end: at(end) };
  }

  function merge({ key, value }: Pair, merged: Member[]): void {
    const sources = isSeq(value) ? value.items.map(read) : [read(value)];
    for (const source of sources) {
      if (source?.kind === "object") {
        const known = new Set(merged.map(({ name }) => name));
        append(
          merged,
          source.members.filter(({ name }) => !known.has(name)),
        );
      } else if (source?.kind !== "unknown") {
        const { start, end } = anySpan(key) ?? { start: 0, end: 0 };
        report(start, end, t("{0} takes an object, or a list of objects.", "<<"));
      }
    }
  }

  const node = isEmpty(document.contents) ? undefined : read(document.contents);
  const errors = document.errors.filter((error) => !reported.unclosed || !isMissing(error));
  const start = anySpan(document.contents)?.start ?? 0;
  return { node, problems: [...problems, ...faultsOf(errors, start, source)] };
}

function isUnclosed(quoted: string): boolean {
  const quote = quoted.charAt(0);
  return (quote === "'" || quote === '"') && (quoted.length === 1 || !quoted.endsWith(quote));
}

/** A question mark before a name lets its colon stand on a line below. */
function isExplicit(start: number, text: string): boolean {
  const mark = lastSolidBefore(start, text);
  return mark < start - 1 && text[mark] === "?" && /^[\s,{[]?$/.test(text.charAt(mark - 1));
}

function shortTag(tag: string): string {
  return tag.replace("tag:yaml.org,2002:", "!!");
}

function isCommonTag(tag: string | undefined, kind: "map" | "seq"): boolean {
  return tag === undefined || tag === `tag:yaml.org,2002:${kind}`;
}

function isMergeKey({ key }: Pair): boolean {
  return yamlLibrary().isScalar(key) && key.type === "PLAIN" && key.source === "<<" && key.tag === undefined;
}

/** Nothing at all stands there: no text, no tag, no anchor. */
function isEmpty(item: unknown): boolean {
  if (item === null || item === undefined) return true;
  return (
    yamlLibrary().isScalar(item) &&
    item.type === "PLAIN" &&
    item.source === "" &&
    item.tag === undefined &&
    item.anchor === undefined
  );
}

function anySpan(item: unknown): Span | undefined {
  return typeof item === "object" && item !== null && "range" in item ? rangeOf(item.range) : undefined;
}

function rangeOf(range: unknown): Span | undefined {
  const ends: readonly unknown[] = Array.isArray(range) ? range : [];
  const [start, end] = ends;
  return typeof start === "number" && typeof end === "number" ? { start, end } : undefined;
}

/** From the first to the last character that is neither a blank of YAML nor a line break. */
function spanOf({ range }: { readonly range?: unknown }, text: string): Span {
  const { start, end } = rangeOf(range) ?? { start: 0, end: 0 };
  let last = end;
  while (last > start && " \t\r\n".includes(text.charAt(last - 1))) last--;
  return { start, end: last };
}
