import { parseArgs } from "node:util";
import { t } from "@vscode/l10n";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { diagnostics } from "../../server/src/features/diagnostics";
import type { RuleBook } from "../../server/src/model/ruleBook";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { type Failure, type Input, inputsOf } from "./inputs";
import { jsonReport } from "./jsonReport";
import { notationNamed } from "./notation";
import { type Read, reading } from "./reading";
import { type Faulty, type Report, severityNames } from "./report";
import { rulesChangedBy } from "./ruleChanges";
import { textReport } from "./textReport";
import { type Outcome, UsageError, type World } from "./world";

const options = {
  format: { type: "string", default: "text" },
  severity: { type: "string", default: "hint" },
  from: { type: "string" },
  rule: { type: "string", multiple: true },
} as const;

/** `iot-jobs check`. */
export async function check(args: readonly string[], world: World): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError(t("What to check? Give files, folders, globs, or {0}.", "-"));
  const write = writerNamed(values.format);
  const least = severityNamed(values.severity);
  const rules = rulesChangedBy(values.rule ?? []);
  const { inputs, failures } = inputsOf(positionals, world.folder, notationNamed(values.from));
  const read = await reading(inputs, world);
  const check = checking({ least, rules });
  const results = inputs.map((input) => check(input, read(input.name)));
  const unread = results.filter((result) => result !== undefined && "message" in result);
  const report = {
    files: inputs.length - unread.length,
    faulty: results.filter((result) => result !== undefined && "problems" in result),
    failures: [...failures, ...unread],
  };
  return { ...write(report, world), code: codeOf(report) };
}

type Write = (report: Report, world: World) => Pick<Outcome, "output" | "notes">;

function writerNamed(format: string): Write {
  if (format === "text") return textReport;
  if (format === "json") return jsonReport;
  throw new UsageError(t("There is no format {0}. --format takes text or json.", format));
}

/** As LSP counts: 1 is an error, 4 a hint. */
function severityNamed(name: string): number {
  const index = severityNames.findIndex((severity) => severity === name);
  if (index >= 0) return index + 1;
  throw new UsageError(t("There is no severity {0}. --severity takes one of {1}.", name, severityNames.join(", ")));
}

/** What counts, and for how much. */
interface Measure {
  /** As LSP counts: the highest number that is reported. */
  readonly least: number;
  readonly rules: RuleBook;
}

type Check = (input: Input, read: Read) => Faulty | Failure | undefined;

/**
 * Keeps nothing of a file that is right: there may be thousands. Payloads beside one another are often much alike: such a one is
 * read as another version of the one before.
 */
function checking({ least, rules }: Measure): Check {
  const before = new Map<DocumentNotation, Analysis>();
  return ({ name, notation }, read) => {
    if ("failure" in read) return { name, message: read.failure };
    const document = TextDocument.create(name, notation, 0, read.text);
    const last = before.get(notation);
    const earlier = last !== undefined && isAlike(last.text, read.text) ? last : undefined;
    const analysis = analyze(document, notation, rules, earlier);
    before.set(notation, analysis);
    const problems = diagnostics(analysis).filter(({ severity = least }) => severity <= least);
    return problems.length === 0 ? undefined : { name, document, problems };
  };
}

/** In UTF-16 units. */
const shared = 100;

/** A guess that costs next to nothing: reading a text as a version of quite another one takes longer than reading it by itself. */
function isAlike(one: string, other: string): boolean {
  return one.slice(0, shared) === other.slice(0, shared) || one.slice(-shared) === other.slice(-shared);
}

function codeOf({ faulty, failures }: Report): Outcome["code"] {
  if (failures.length > 0) return 2;
  return faulty.length > 0 ? 1 : 0;
}
