import { t } from "@vscode/l10n";
import { append } from "../append";
import { parseJson } from "../json/json";
import { pythonBlank } from "../pythonBlank";
import { type Reuse, nothingToReuse } from "../reuse";
import { type Part, type Word, readShell } from "../shell/shell";
import { parseBracedShorthand } from "../shorthand/braced";
import { parseShorthand } from "../shorthand/shorthand";
import type { Member, Mend, Node, Span, SyntaxCode, SyntaxProblem, SyntaxTree } from "../tree";
import { parseYaml } from "../yaml/yaml";
import { inputOptions, optionOf, skeletonOption } from "./optionNames";
import { type Given, type Value, pairOptions } from "./optionPairs";

/** A command of the AWS CLI: its words, and its options. */
export interface Command {
  /** The words that may stand before the options: `aws iot update-job`. */
  readonly words: readonly string[];
  /** By the option: `--abort-config` is the member `abortConfig`. */
  readonly options: ReadonlyMap<string, { readonly member: string; readonly kind: "scalar" | "structure" }>;
  /** Members whose options the AWS CLI demands. */
  readonly required: readonly string[];
  /** What to say of an option that there is not, if more is known of it than that. */
  readonly unknownOption: (option: string) => string | undefined;
  /** The known word that was probably meant, if one is near. */
  readonly nearest: (written: string, known: readonly string[]) => string | undefined;
}

/** The words of a command, and what is wrong with how a shell reads them. */
export interface Call extends Span {
  readonly words: readonly Word[];
  readonly problems: readonly SyntaxProblem[];
  /** What runs it puts words of its own into it. */
  readonly isFilled?: true;
  /** The program that joins the words by blanks and has a second shell read them. */
  readonly joiner?: string;
  /** The outermost part around it that does not stand in the document letter for letter. */
  readonly within?: Part;
}

/** A text as the option list of one command. */
export function callOf(text: string): Call {
  const span = { start: 0, end: text.length };
  const { commands, problems } = readShell(text, span, "list");
  return { words: commands[0] ?? [], problems, ...span };
}

/** Reads a text as the option list of one command of the AWS CLI. Never throws. */
export function parseOptions(text: string, command: Command, reuse = nothingToReuse()): SyntaxTree {
  const { words, problems, start, end } = callOf(text);
  const read = readCommand(words, command, reuse);
  return {
    roots: [{ notation: "options", span: { start, end }, node: read.node, ...(read.owner && { owner: read.owner }) }],
    problems: [...problems, ...read.problems],
  };
}

interface CommandTree {
  readonly node: Node | undefined;
  readonly owner: Span | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** Reads the words of one command as the AWS CLI does: options first paired with values, then each value by its kind. */
export function readCommand(words: readonly Word[], command: Command, reuse = nothingToReuse()): CommandTree {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return { node: undefined, owner: undefined, problems: [] };
  const arguments_ = pairOptions(words, command);
  const payload = readPayload(arguments_.given, command, reuse);
  const open = arguments_.open || payload.open;
  const { start, end } = arguments_.owner ?? first;
  return {
    node: {
      kind: "object",
      notation: "options",
      members: payload.members,
      ...(open && { open }),
      start: first.start,
      end: last.end,
      fits: undefined,
    },
    // Not the word itself, which would keep its source.
    owner: { start, end },
    problems: [...arguments_.problems, ...payload.problems],
  };
}

interface Payload {
  readonly members: readonly Member[];
  readonly open: boolean;
  readonly problems: readonly SyntaxProblem[];
}

// eslint-disable-next-line max-lines-per-function -- a reader is a closure of small functions over its problems
function readPayload(given: readonly Given[], command: Command, reuse: Reuse): Payload {
  const problems: SyntaxProblem[] = [];
  let open = given.some(({ name }) => name === skeletonOption);

  function report({ start, end }: Span, message: string, code: SyntaxCode, mend?: Omit<Mend, "literal">): void {
    problems.push({ code, message, start, end, ...(mend && { mends: [{ ...mend, literal: true }] }) });
  }

  /** The last of each name; the earlier ones are not even read. */
  function lastOfEach(): readonly Given[] {
    const last = new Map(given.map((one) => [one.name, one]));
    return given.filter((one) => {
      if (last.get(one.name) === one) return true;
      report(one.key, t("{0} stands here again; the AWS CLI takes only the last.", one.name), "repeated-option");
      return false;
    });
  }

  function memberNode(value: Value, kind: "scalar" | "structure"): Node {
    const { start, end, source } = value;
    const unknown = unknownReason(value);
    if (unknown === "file" && source.text.startsWith("fileb:")) {
      const mend = { start: source.at(4), end: source.at(4) + 1, text: "", sure: true } as const;
      report(value, t("The AWS CLI refuses fileb:// here; write file://."), "syntax", mend);
    }
    if (unknown !== undefined) return { kind: "unknown", notation: "options", reason: unknown, start, end };
    if (kind === "scalar") return { kind: "scalar", notation: "options", type: "bare", text: source.text, start, end };
    const tree = isTakenForJson(source.text)
      ? (parseBracedShorthand(source) ?? parseJson(source, reuse))
      : parseShorthand(source, reuse);
    append(problems, tree.problems);
    return tree.roots[0]?.node ?? { kind: "unknown", notation: "options", reason: "broken", start, end };
  }

  function fromInput(option: Given): readonly Member[] {
    const { value } = option;
    if (value === undefined || unknownReason(value) !== undefined) {
      open = true;
      return [];
    }
    const isYaml = option.name === "--cli-input-yaml";
    const tree = isYaml ? parseYaml(value.source) : parseJson(value.source, reuse);
    const node = tree.roots[0]?.node;
    if (node?.kind === "object") {
      append(problems, tree.problems);
      return node.members;
    }
    const message = isYaml
      ? t("Expected lines of name: value, or file:// and the path of a file of them.")
      : t("Expected an object in { }, or file:// and the path of one.");
    report(value, message, "syntax", fileMend(value));
    open = true;
    return [];
  }

  /** Only the option itself, as a word of its own, lifts the demand for the required options. */
  function checkDemands(option: Given, flags: readonly Member[]): void {
    const missing = command.required.filter((name) => flags.every((flag) => flag.name !== name));
    if (option.plain || missing.length === 0) return;
    const names = missing.map(optionOf).join(", ");
    const message = t(
      "Written like this, it does not stand in for {0}. Write {1}, a space, the value.",
      names,
      option.name,
    );
    const { key, value } = option;
    const hasEquals = value?.start === key.end + 1;
    const mend = { start: key.end, end: key.end + 1, text: " ", sure: true } as const;
    report(key, message, "syntax", hasEquals ? mend : undefined);
  }

  const chosen = lastOfEach();
  const flags: Member[] = [];
  for (const { name, key, value } of chosen) {
    const option = command.options.get(name);
    if (option === undefined) continue;
    const { member, kind } = option;
    flags.push({ name: member, start: key.start, end: key.end, value: value && memberNode(value, kind) });
  }
  const [input, second] = chosen.filter(({ name }) => inputOptions.includes(name));
  if (second !== undefined) report(second.key, t("{0} and {1} exclude each other.", ...inputOptions), "syntax");
  if (input === undefined) return { members: flags, open, problems };
  checkDemands(input, flags);
  const below = fromInput(input);
  const isAmong = (members: readonly Member[]) => (one: Member) => members.some(({ name }) => name === one.name);
  for (const flag of flags.filter(isAmong(below))) {
    report(flag, t("This replaces the whole {0} of {1}.", flag.name, input.name), "overridden-member");
  }
  const isFlag = isAmong(flags);
  return { members: [...below.filter((member) => !isFlag(member)), ...flags], open, problems };
}

const jsonStart = new RegExp(`^${pythonBlank.source}*[[{]`);

/** Whether the AWS CLI reads the value of a structure as JSON, not as shorthand. */
export function isTakenForJson(text: string): boolean {
  return jsonStart.test(text);
}

/** A path without `file://` before it is a common slip. */
function fileMend({ source: { text, at } }: Value): Omit<Mend, "literal"> | undefined {
  const isPath = /^[^\s{}:]+\.(?:json|ya?ml)$/i.test(text);
  return isPath ? { start: at(0), end: at(0), text: "file://", sure: true } : undefined;
}

function unknownReason({ source, isUnknown }: Value): "expansion" | "file" | undefined {
  if (isUnknown) return "expansion";
  return source.text.startsWith("file") && /^fileb?:\/\//.test(source.text) ? "file" : undefined;
}
