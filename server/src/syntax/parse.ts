import { t } from "@vscode/l10n";
import { type Command, callOf, parseOptions } from "./command/options";
import { type CallVisitor, eachCall, parseScript } from "./command/script";
import { parseJson } from "./json/json";
import { type Reuse, reuseOf } from "./reuse";
import { plainSource, readable } from "./source";
import { strangersIn, withoutStrangers } from "./strangers";
import type { SyntaxProblem, SyntaxTree } from "./tree";
import { parseYaml } from "./yaml/yaml";

/** What a document as a whole is written in. */
export type DocumentNotation = "json" | "yaml" | "options" | "script";

/** In UTF-16 units. A payload has some thousand; what is longer would make the editor wait for seconds. */
const longest = { json: 12_582_912, yaml: 4_194_304, options: 4_194_304, script: 4_194_304 } as const;

/**
 * Reads a document. Broken text is data: the tree holds what could be read, and the problems. Never throws. Of the tree of
 * an earlier version is taken over what has not changed: it is not to be used any more.
 */
export function parse(text: string, notation: DocumentNotation, command: Command, earlier?: SyntaxTree): SyntaxTree {
  const name = command.words.at(-1) ?? "";
  if (text.length > longest[notation]) {
    const message = t("Longer than {0} characters; nothing of it is read.", longest[notation]);
    return notation === "script" && !text.includes(name)
      ? nothing
      : unread(text, notation, { code: "too-large", message });
  }
  if (isUtf16(text)) {
    const message = t("This is UTF-16. Save the file as UTF-8; the AWS CLI reads nothing else.");
    const isCall = notation !== "script" || text.includes(Array.from(name).join("\0"));
    return isCall ? unread(text, notation, { code: "encoding", message }) : nothing;
  }
  const strangers = strangersIn(text, notation);
  if (strangers.length === 0) return read(text, notation, command, earlier);
  const { roots, problems } = read(withoutStrangers(text, strangers), notation, command);
  return { roots, problems: roots.length === 0 ? problems : [...strangers, ...problems] };
}

/**
 * The calls of the command in a document, or in some of its lines, of which only the words are read: for what stands at a
 * cursor, the values of one are enough. A file of options is one call.
 */
export function eachCallIn(text: string, notation: "options" | "script", command: Command, visitor: CallVisitor): void {
  if (text.length > longest[notation] || isUtf16(text)) return;
  const own = withoutStrangers(text, strangersIn(text, notation));
  if (notation === "script") eachCall(own, command, visitor);
  else visitor.call(callOf(own));
}

const nothing: SyntaxTree = { roots: [], problems: [] };

/** Each second byte of plain text is zero in UTF-16, and its byte order mark is no UTF-8. */
function isUtf16(text: string): boolean {
  return /^(?:\ufffd\ufffd|\xff\xfe|\xfe\xff)?(?:[\x01-\x7f]\0|\0[\x01-\x7f]){2}/.test(text);
}

/** A payload of which nothing is known but what is wrong with it. */
function unread(
  text: string,
  notation: DocumentNotation,
  problem: Pick<SyntaxProblem, "code" | "message">,
): SyntaxTree {
  const span = { start: 0, end: text.length };
  const written = notation === "script" ? "options" : notation;
  const node = { kind: "unknown", notation: written, reason: "broken", ...span } as const;
  return { roots: [{ notation: written, span, node }], problems: [{ ...problem, start: 0, end: 1 }] };
}

function read(text: string, notation: DocumentNotation, command: Command, earlier?: SyntaxTree): SyntaxTree {
  switch (notation) {
    case "json":
      return takingOver(earlier, text, (own, reuse) => parseJson(plainSource(own), reuse));
    case "yaml":
      return takingOver(earlier, text, (own, reuse) => parseYaml(plainSource(own), reuse));
    case "options":
      return takingOver(earlier, text, (own, reuse) => parseOptions(own, command, reuse));
    case "script":
      return parseScript(text, command, earlier);
  }
}

/** Reads a text with what may be taken over of the version before. */
function takingOver(
  earlier: SyntaxTree | undefined,
  text: string,
  parseWith: (text: string, reuse: Reuse) => SyntaxTree,
): SyntaxTree {
  const own = readable(text, earlier?.text);
  const reuse = reuseOf(earlier, own);
  const { roots, problems } = parseWith(own, reuse);
  reuse.settle();
  return { strings: reuse.strings, text: own, roots, problems };
}
