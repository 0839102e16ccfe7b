import type { Analysis } from "../analysis";
import type { Problem } from "../model/problem";
import { type Shape, memberOf } from "../model/shape";
import { updateJob } from "../model/updateJob";
import { plainValueOf } from "../model/value";
import type { ConvertResult, Target } from "../protocol";
import { optionOf } from "../syntax/command/optionNames";
import { type PlainMember, type PlainObject, type PlainValue, isSameValue } from "../syntax/plainValue";
import { type Shell, quote } from "../syntax/shell/quote";
import { parseShorthand } from "../syntax/shorthand/shorthand";
import { plainSource } from "../syntax/source";
import { touches } from "../syntax/span";
import type { Root } from "../syntax/tree";
import { writeCompactJson, writeJson, writeShorthand, writeYaml } from "../syntax/write";
import { command } from "../updateJobCommand";
import { leftOut } from "./leftOut";
import { rootAt } from "./payload";

/**
 * The payload at `offset`, or the only one, in another notation: the same value, digit for digit. `undefined` where there
 * is none, or none that can be read to its end.
 */
export function convert(analysis: Analysis, offset: number | undefined, to: Target): ConvertResult | undefined {
  const root = rootAt(analysis, offset);
  if (root?.node === undefined || isCutShort(analysis, root)) return undefined;
  const losses: string[] = [];
  const value = plainValueOf(root.node, updateJob, losses);
  const text = value && write(value, to);
  return text === undefined ? undefined : { text, losses: [...new Set([...losses, ...leftOut(analysis, root)])] };
}

function isCutShort({ tree }: Analysis, { span }: Root): boolean {
  return tree.problems.some((problem) => stopsReading(problem) && touches(problem, span));
}

/** Whether a problem keeps what it stands in from being read to its end. */
export function stopsReading({ code }: Pick<Problem, "code">): boolean {
  return code === "syntax" || code === "too-deep";
}

/** `undefined` for what the notation cannot say: a command line holds an object only. */
export function write(value: PlainValue, to: Target): string | undefined {
  switch (to) {
    case "json":
      return `${writeJson(value)}\n`;
    case "yaml":
      return `${writeYaml(value)}\n`;
    case "options":
      return value.kind === "object" ? commandText(value, "bash", " \\\n  ", "\n") : undefined;
    case "bash":
    case "powershell7":
    case "powershell5":
    case "cmd":
      return value.kind === "object" ? commandText(value, to, " ", "") : undefined;
  }
}

function commandText(payload: PlainObject, shell: Shell, separator: string, end: string): string | undefined {
  const options = optionsOf(payload).map((words) => words.map((word) => quote(word, shell)));
  if (options.some((words) => words.includes(undefined))) return undefined;
  return [command.words.join(" "), ...options.map((words) => words.join(" "))].join(separator) + end;
}

/** Each option with its value as words; what no option of its own can say goes into `--cli-input-json`. */
function optionsOf({ members }: PlainObject): readonly (readonly string[])[] {
  const words = members.map((member) => ({ member, word: wordOf(member) }));
  const rest = words.filter(({ word }) => word === undefined).map(({ member }) => member);
  const options = words.flatMap(({ member, word }) =>
    word === undefined ? [] : [option(optionOf(member.name), word)],
  );
  return rest.length === 0
    ? options
    : [...options, ["--cli-input-json", writeCompactJson({ kind: "object", members: rest })]];
}

/** A word that starts with a dash would be taken for an option. */
function option(name: string, word: string): readonly string[] {
  return word.startsWith("-") ? [`${name}=${word}`] : [name, word];
}

/** One member as an option of a command for bash; `undefined` for what no option of its own can say. */
export function optionText(member: PlainMember): string | undefined {
  const word = wordOf(member);
  const words = word === undefined ? [undefined] : option(optionOf(member.name), word);
  const quoted = words.map((one) => one && quote(one, "bash"));
  return quoted.includes(undefined) ? undefined : quoted.join(" ");
}

/** What the AWS CLI reads back as this value. */
function wordOf({ name, value }: PlainMember): string | undefined {
  const member = memberOf(updateJob, name);
  if (member === undefined) return undefined;
  if (member.shape.kind !== "structure")
    return value.kind === "text" && isHandedOn(value.text) ? value.text : undefined;
  if (value.kind !== "object") return value.kind === "list" ? writeCompactJson(value) : undefined;
  const shorthand = writeShorthand(value);
  const isFaithful = shorthand !== undefined && isHandedOn(shorthand) && isReadAs(shorthand, value, member.shape);
  return isFaithful ? shorthand : writeCompactJson(value);
}

/**
 * The AWS CLI reads files, its version 1 fetches addresses, and both drop `--` alone. Not every shell hands on control
 * characters and half characters; JSON has escapes for them.
 */
function isHandedOn(word: string): boolean {
  return !/^(?:fileb?|https?):\/\/|^--$|[\p{Cc}\p{Cs}]/u.test(word);
}

function isReadAs(shorthand: string, value: PlainObject, shape: Shape): boolean {
  const { roots, problems } = parseShorthand(plainSource(shorthand));
  const node = roots[0]?.node;
  const read = node && problems.length === 0 ? plainValueOf(node, shape, []) : undefined;
  return read !== undefined && isSameValue(read, value);
}
