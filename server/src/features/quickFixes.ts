import { t } from "@vscode/l10n";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis";
import type { Problem } from "../model/problem";
import { optionOf } from "../syntax/options";
import type { Span } from "../syntax/tree";
import { diagnostic, rangeOf } from "./diagnostics";

/** For each problem that touches the span and whose answer is known: the text put right. */
export function quickFixes(analysis: Analysis, { start, end }: Span): CodeAction[] {
  return analysis.problems
    .filter((problem) => problem.start <= end && start <= problem.end)
    .flatMap((problem) => fixesOf(analysis, problem));
}

function fixesOf({ document, text }: Analysis, problem: Problem): CodeAction[] {
  const { replacements = [] } = problem;
  const there = text.slice(problem.start, problem.end);
  return replacements.flatMap((value) => {
    const newText = spelledLike(there, value);
    if (newText === undefined) return [];
    const edit = { changes: { [document.uri]: [{ range: rangeOf(document, problem), newText }] } };
    const isPreferred = replacements.length === 1;
    const diagnostics = [diagnostic(document, problem)];
    return [{ title: t("Change to {0}", value), kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit }];
  });
}

/** The value as the text that it replaces is written: bare, as an option, or in the same quotes. */
function spelledLike(there: string, value: string): string | undefined {
  if (there.startsWith("--")) return optionOf(value);
  if (/^[^"'\\]*$/.test(there)) return value;
  const [, open, close] = /^(\\?["'])[^]*?(\\?["'])$/.exec(there) ?? [];
  return open === undefined || close === undefined ? undefined : `${open}${value}${close}`;
}
