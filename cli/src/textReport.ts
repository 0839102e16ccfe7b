import { t } from "@vscode/l10n";
import type { Diagnostic } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { excerpt } from "./excerpt";
import { type Faulty, type Report, messageOf, severityName } from "./report";
import type { Outcome, World } from "./world";

/** The report for people: `file:line:column: severity: message [code]`, and the place in its line with a squiggle below. */
export function textReport({ files, faulty, failures }: Report, { colors }: World): Pick<Outcome, "output" | "notes"> {
  const paint = colors ? painted : unpainted;
  const count = faulty.reduce((sum, { problems }) => sum + problems.length, 0);
  const summary = t("Files checked: {0}. Problems: {1}.", files, count);
  return {
    output: faulty.map((one) => linesOf(one, paint)).join(""),
    notes: [...failures.map(({ name, message }) => noteOn(name, message)), `${summary}\n`].join(""),
  };
}

/** A line of its own about a file. */
export function noteOn(name: string, message: string): string {
  return `${printable(name)}: ${message}\n`;
}

const escapes = { error: 31, warning: 33, information: 36, hint: 2, bold: 1 } as const;

type Paint = (text: string, how: keyof typeof escapes) => string;

const unpainted: Paint = (text) => text;
const painted: Paint = (text, how) => `\x1b[${escapes[how]}m${text}\x1b[0m`;

function linesOf({ name, document, problems }: Faulty, paint: Paint): string {
  return problems.map((problem) => `${headOf(name, problem, paint)}\n${pictureOf(document, problem, paint)}`).join("");
}

function headOf(name: string, problem: Diagnostic, paint: Paint): string {
  const { line, character } = problem.range.start;
  const severity = severityName(problem);
  const place = `${printable(name)}:${line + 1}:${character + 1}:`;
  return `${paint(place, "bold")} ${paint(`${severity}:`, severity)} ${printable(messageOf(problem))} [${String(problem.code)}]`;
}

function pictureOf(document: TextDocument, problem: Diagnostic, paint: Paint): string {
  const picture = excerpt(document, problem.range);
  if (picture === undefined) return "";
  return `${printable(picture.line)}\n${picture.indent}${paint(picture.squiggle, severityName(problem))}\n`;
}

/** Control characters of a file could move the cursor of a terminal, or color what follows: each shows as one sign. */
function printable(text: string): string {
  return text.replace(/[\0-\x08\x0a-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, "\ufffd");
}
