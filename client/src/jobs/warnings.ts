import * as vscode from "vscode";

const scheme = "iot-jobs-warning";

/** Marks an item of a tree: the badge is that of the URI. */
export function warningUri(id: string, warning: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${id}`, query: warning });
}

/** The badge of jobs that are close to an abort criterion. */
export const warnings: vscode.FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== scheme) return undefined;
    return new vscode.FileDecoration("!", uri.query, new vscode.ThemeColor("list.warningForeground"));
  },
};
