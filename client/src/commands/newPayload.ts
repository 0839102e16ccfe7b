import { homedir } from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import type { Target } from "../../../server/src/protocol";

/** A notation that a payload can be opened in. */
export interface Form {
  readonly label: string;
  readonly to: Target;
  /** What the name of a file of it ends in. */
  readonly extension: string;
}

export function files(): readonly Form[] {
  return [
    { label: "JSON", to: "json", extension: ".update-job.json" },
    { label: "YAML", to: "yaml", extension: ".update-job.yaml" },
    {
      label: vscode.l10n.t("Options of the AWS CLI (.update-job)"),
      to: "options",
      extension: ".update-job",
    },
  ];
}

export function shells(): readonly Form[] {
  return [
    { label: vscode.l10n.t("Command for bash or zsh"), to: "bash", extension: ".sh" },
    {
      label: vscode.l10n.t("Command for PowerShell 7"),
      to: "powershell7",
      extension: ".ps1",
    },
    {
      label: vscode.l10n.t("Command for Windows PowerShell 5"),
      to: "powershell5",
      extension: ".ps1",
    },
    { label: vscode.l10n.t("Command for cmd"), to: "cmd", extension: ".cmd" },
  ];
}

/**
 * A new file that is not saved yet, beside another where one is given, of a name that no file there has: by it, it is known
 * for a payload before it is saved.
 */
export async function openUntitled(
  beside: vscode.Uri | undefined,
  name: string,
  { extension }: Form,
  content: string,
): Promise<vscode.TextEditor> {
  const target = await freeName(folderFor(beside), name, extension);
  const opened = await vscode.workspace.openTextDocument(target.with({ scheme: "untitled" }));
  const editor = await vscode.window.showTextDocument(opened, { preview: false });
  const start = new vscode.Position(0, 0);
  await editor.edit((edit) => edit.insert(start, content));
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(editor.selection);
  return editor;
}

/** What is in no folder, such as a revision of git, gets one of the workspace; without any, there is the user's own. */
function folderFor(beside: vscode.Uri | undefined): vscode.Uri {
  if (beside !== undefined && isInFolder(beside)) return vscode.Uri.file(path.dirname(beside.fsPath));
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file");
  return folder?.uri ?? vscode.Uri.file(homedir());
}

/** A file, or one to be: the path of a new file without a name is `Untitled-1`. */
function isInFolder(uri: vscode.Uri): boolean {
  return uri.scheme === "file" || (uri.scheme === "untitled" && uri.path.startsWith("/"));
}

/** A name that no file of the folder has yet. */
async function freeName(folder: vscode.Uri, name: string, extension: string): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const taken = new Set([
    ...entries.map(([entry]) => entry),
    ...vscode.workspace.textDocuments
      .filter(({ isUntitled }) => isUntitled)
      .map(({ uri }) => path.posix.basename(uri.path)),
  ]);
  let candidate = `${name}${extension}`;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}-${count}${extension}`;
  return vscode.Uri.joinPath(folder, candidate);
}
