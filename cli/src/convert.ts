import { parseArgs } from "node:util";
import { t } from "@vscode/l10n";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { diagnostics } from "../../server/src/features/diagnostics";
import { convert as converted, stopsReading } from "../../server/src/features/convert";
import { rootAt } from "../../server/src/features/payload";
import type { Target } from "../../server/src/protocol";
import type { Root } from "../../server/src/syntax/tree";
import { inputsOf } from "./inputs";
import { notationNamed, targetNamed } from "./notation";
import { reading } from "./reading";
import { noteOn, textReport } from "./textReport";
import { type Outcome, UsageError, type World } from "./world";

const options = { to: { type: "string" }, from: { type: "string" }, line: { type: "string" } } as const;

/** `iot-jobs convert`. */
export async function convert(args: readonly string[], world: World): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const to = targetNamed(values.to);
  const line = lineNamed(values.line);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(t("Give one file to convert, or {0}.", "-"));
  const { inputs, failures } = inputsOf([file], world.folder, notationNamed(values.from));
  const [input, another] = inputs;
  if (input === undefined) return failure(file, failures[0]?.message ?? "");
  if (another !== undefined) throw new UsageError(t("Give one file to convert; {0} names more.", file));
  const read = (await reading(inputs, world))(input.name);
  if ("failure" in read) return failure(input.name, read.failure);
  const analysis = analyze(TextDocument.create(input.name, input.notation, 0, read.text), input.notation);
  return write(analysis, { to, line }, world);
}

function failure(name: string, message: string): Outcome {
  return { code: 2, output: "", notes: noteOn(name, message) };
}

function lineNamed(line: string | undefined): number | undefined {
  if (line === undefined) return undefined;
  if (/^[1-9]\d*$/.test(line)) return Number(line);
  throw new UsageError(t("{0} is no line number. The first line is 1.", line));
}

interface Wish {
  readonly to: Target;
  /** One line of the command that is meant, from 1 on; absent where there is one payload only. */
  readonly line?: number | undefined;
}

/** The payload of a document in another notation, or why there is none. */
export function write(analysis: Analysis, { to, line }: Wish, world: World): Outcome {
  const { document, tree } = analysis;
  if (line === undefined && tree.roots.length > 1) throw new UsageError(severalCommands(analysis));
  const offset = line === undefined ? undefined : offsetIn(analysis, line);
  const root = rootAt(analysis, offset);
  if (root === undefined) return refused(noteOn(document.uri, nothingThere(line)));
  const result = converted(analysis, offset, to);
  if (result === undefined) return refused(whyNot(analysis, root, to, world));
  const { text, losses } = result;
  return {
    code: losses.length > 0 ? 1 : 0,
    output: text.endsWith("\n") ? text : `${text}\n`,
    notes: losses.map((loss) => noteOn(document.uri, loss)).join(""),
  };
}

function refused(notes: string): Outcome {
  return { code: 1, output: "", notes };
}

function nothingThere(line: number | undefined): string {
  return line === undefined
    ? t("There is no payload in this file.")
    : t("No command aws iot update-job stands on line {0}.", line);
}

function severalCommands({ document, tree }: Analysis): string {
  const lines = tree.roots.map(({ span }) => document.positionAt(span.start).line + 1);
  return t("There are {0} commands, on the lines {1}. Choose one with --line.", lines.length, lines.join(", "));
}

function offsetIn({ document }: Analysis, line: number): number {
  const start = { line: line - 1, character: 0 };
  const text = document.getText({ start, end: { line, character: 0 } });
  return document.offsetAt(start) + text.search(/[^ \t]|$/);
}

/** The mistakes that keep the text from being read to its end; without any, the notation cannot say what it holds. */
function whyNot(analysis: Analysis, { node }: Root, to: Target, world: World): string {
  const { document, rules, tree } = analysis;
  const problems = diagnostics({ document, rules, problems: tree.problems.filter(stopsReading) });
  const faulty = [{ name: document.uri, document, problems }];
  // Whether the standard error is a terminal, nobody has asked.
  if (problems.length > 0) return textReport({ files: 1, faulty, failures: [] }, { ...world, colors: false }).output;
  const message = node === undefined ? nothingThere(undefined) : t("This payload cannot be written as {0}.", to);
  return noteOn(document.uri, message);
}
