import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analysis";
import { type Problem, type Severity, rules } from "../model/problem";
import type { Span } from "../syntax/tree";

/** A payload with more mistakes than anyone reads: what is behind them is not shown until some are mended. */
const maximumShown = 1000;

/** What the editor underlines. */
export function diagnostics(analysis: Analysis): Diagnostic[] {
  return analysis.problems.slice(0, maximumShown).map((problem) => diagnostic(analysis.document, problem));
}

/** The same without the syntax errors, for an editor that reports those of JSON itself. */
export function diagnosticsBesideJsonSupport(analysis: Analysis): Diagnostic[] {
  const ours = analysis.problems.filter(({ code }) => code !== "syntax");
  return ours.slice(0, maximumShown).map((problem) => diagnostic(analysis.document, problem));
}

export function isError({ code }: Problem): boolean {
  return rules[code].severity === "error";
}

export function diagnostic(document: TextDocument, { code, message, start, end }: Problem): Diagnostic {
  return {
    range: rangeOf(document, { start, end }),
    severity: severities[rules[code].severity],
    code,
    source: "iot-jobs",
    message,
  };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
