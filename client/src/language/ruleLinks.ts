import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient/node";

/** The page that describes the rules, as it is installed. */
export function rulesPage(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, "docs/rules.md");
}

/** Leads the links of diagnostics to the line of their rule: the editor knows lines, and no headings. */
export function ruleLinks(extension: vscode.Uri): Middleware {
  let lines: Promise<ReadonlyMap<string, number>> | undefined;
  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      if (report === undefined || report === null || !("items" in report)) return report;
      lines ??= linesOfRules(rulesPage(extension));
      const known = await lines;
      for (const diagnostic of report.items) {
        if (typeof diagnostic.code === "object") diagnostic.code = atLine(diagnostic.code, known);
      }
      return report;
    },
  };
}

async function linesOfRules(page: vscode.Uri): Promise<ReadonlyMap<string, number>> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
  return new Map(
    text.split("\n").flatMap((line, index) => (line.startsWith("## ") ? [[line.slice(3), index + 1] as const] : [])),
  );
}

type LinkedCode = Extract<vscode.Diagnostic["code"], object>;

function atLine(code: LinkedCode, lines: ReadonlyMap<string, number>): LinkedCode {
  const line = lines.get(code.target.fragment);
  return line === undefined ? code : { ...code, target: code.target.with({ fragment: `L${line}` }) };
}
