import * as vscode from "vscode";

const code = "carriage-return";

/** Offers LF line ends where the server says that a shell gets a carriage return: no edit of LSP can change line ends. */
export const lineEnds: vscode.CodeActionProvider = {
  provideCodeActions({ uri }, _, { diagnostics }) {
    const found = diagnostics.filter((diagnostic) => codeOf(diagnostic) === code);
    if (found.length === 0) return [];
    const action = new vscode.CodeAction(vscode.l10n.t("Change all line ends to LF"), vscode.CodeActionKind.QuickFix);
    action.diagnostics = found;
    action.isPreferred = true;
    action.command = { title: action.title, command: "iotJobs.useLineFeeds", arguments: [uri] };
    return [action];
  },
};

/** The server's problems carry the page of their rule too. */
function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}

/** Gives a document LF line ends; undone as any other edit. */
export async function useLineFeeds(uri: unknown): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === String(uri));
  await editor?.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
}
