import { type Faulty, type Report, messageOf, severityName } from "./report";
import type { Outcome } from "./world";

/** The report for programs: one JSON object. Lines and columns count from 1, columns in UTF-16 units as in an editor. */
export function jsonReport({ files, faulty, failures }: Report): Pick<Outcome, "output" | "notes"> {
  const report = {
    files,
    problems: faulty.flatMap(problemsOf),
    failures: failures.map(({ name, message }) => ({ file: name, message })),
  };
  return { output: `${JSON.stringify(report, undefined, 2)}\n`, notes: "" };
}

function problemsOf({ name, problems }: Faulty): readonly object[] {
  return problems.map((problem) => ({
    file: name,
    line: problem.range.start.line + 1,
    column: problem.range.start.character + 1,
    endLine: problem.range.end.line + 1,
    endColumn: problem.range.end.character + 1,
    severity: severityName(problem),
    code: problem.code,
    message: messageOf(problem),
  }));
}
