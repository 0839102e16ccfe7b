import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import type { Problem } from "../model/problem";
import type { Level } from "../model/ruleBook";
import { rangeOf } from "./ranges";

/** A payload with more mistakes than anyone reads: what is after them is not shown until some are mended. */
const maximumShown = 1000;

/** What an analysis has found, or a part of that. */
type Checked = Pick<Analysis, "document" | "rules" | "problems">;

/** What the editor underlines. */
export function diagnostics(analysis: Checked): Diagnostic[] {
  return analysis.problems.slice(0, maximumShown).map((problem) => diagnostic(analysis, problem));
}

/** The same without the syntax errors, for an editor that reports those of JSON itself. */
export function diagnosticsBesideJsonSupport(analysis: Checked): Diagnostic[] {
  const ours = analysis.problems.filter(({ code }) => code !== "syntax");
  return ours.slice(0, maximumShown).map((problem) => diagnostic(analysis, problem));
}

/** Whether one of the problems stops a run; the user may have changed how bad it is. */
export function hasErrors({ rules, problems }: Omit<Checked, "document">): boolean {
  return problems.some(({ code }) => rules.levelOf(code) === "error");
}

export function diagnostic(
  { document, rules }: Omit<Checked, "problems">,
  { code, message, start, end }: Problem,
): Diagnostic {
  const href = rules.pageOf(code);
  const severity = severities[rules.levelOf(code)];
  return {
    range: rangeOf(document, { start, end }),
    ...(severity && { severity }),
    code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: "iot-jobs",
    message,
  };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
  off: undefined,
} as const satisfies Record<Level, DiagnosticSeverity | undefined>;
