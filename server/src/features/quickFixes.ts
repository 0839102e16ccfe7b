import { t } from "@vscode/l10n";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import type { Problem } from "../model/problem";
import { isFixed } from "../model/ruleBook";
import { touches } from "../syntax/span";
import type { Span } from "../syntax/tree";
import { diagnostic } from "./diagnostics";
import { textEdits } from "./edits";
import { fixAll } from "./fixes/fixAll";
import { fixesOf } from "./fixes/fixes";

/** Puts right all that has one answer; an editor may ask for it when a file is saved. */
export const fixAllKind = "source.fixAll.iotJobs";

/** The client's command that sets how bad the problems of a rule are; its argument is the code. */
const severityCommand = "iotJobs.changeSeverity";

/** A selection of a whole file is no question about one problem. */
const maximumAsked = 20;
/** Each fix is tried on the whole text: of a larger one, and of one with more problems, fewer are looked at. In UTF-16 units. */
const maximumTried = 1_000_000;
/** To find a problem takes as long as to read so much text. */
const unitsOfProblem = 100;

interface Asked {
  /** The kinds of action that are wanted; all if undefined. */
  readonly only?: readonly string[] | undefined;
  /** The commands that the client has. */
  readonly commands: readonly string[];
}

/** For each problem that touches the span: what would put it right. */
export function quickFixes(analysis: Analysis, span: Span, { only, commands }: Asked): CodeAction[] {
  const isWanted = (kind: string): boolean => only?.some((one) => kind === one || kind.startsWith(`${one}.`)) !== false;
  return [
    ...(isWanted(CodeActionKind.QuickFix) ? fixesAt(analysis, span, commands) : []),
    ...(only !== undefined && isWanted(fixAllKind) ? fixAllActions(analysis) : []),
  ];
}

function fixesAt(analysis: Analysis, span: Span, commands: readonly string[]): CodeAction[] {
  const { text, problems } = analysis;
  const units = text.length + unitsOfProblem * problems.length;
  const most = Math.min(maximumAsked, Math.ceil(maximumTried / units));
  const touched = problems.filter((problem) => touches(problem, span)).slice(0, most);
  return [
    ...touched.flatMap((problem) => actionsFor(analysis, problem)),
    ...(commands.includes(severityCommand) ? severityActions(analysis, touched) : []),
  ];
}

function actionsFor(analysis: Analysis, problem: Problem): CodeAction[] {
  const fixes = fixesOf(analysis, problem);
  return fixes.map(({ title, edits, isSure, removes }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic(analysis, problem)],
    isPreferred: isSure || (fixes.length === 1 && removes !== true),
    edit: { changes: { [analysis.document.uri]: textEdits(analysis.document, edits) } },
  }));
}

function severityActions(analysis: Analysis, problems: readonly Problem[]): CodeAction[] {
  const codes = new Map(problems.filter(({ code }) => !isFixed(code)).map((problem) => [problem.code, problem]));
  return Array.from(codes, ([code, problem]) => {
    const title = t("Change the severity of {0}…", code);
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic(analysis, problem)],
      command: { title, command: severityCommand, arguments: [code] },
    };
  });
}

function fixAllActions(analysis: Analysis): CodeAction[] {
  const edits = fixAll(analysis);
  if (edits.length === 0) return [];
  const edit = { changes: { [analysis.document.uri]: textEdits(analysis.document, edits) } };
  return [{ title: t("Fix all problems that have one answer"), kind: fixAllKind, edit }];
}
