import * as path from "node:path";
import * as vscode from "vscode";
import type { Target } from "../../../server/src/protocol";

/** A notation that a payload can be opened in. */
export interface Form {
  readonly label: string;
  readonly to: Target;
  readonly languageId: string;
  /** What the name of a file of it ends in. */
  readonly extension: string;
}

export function files(): readonly Form[] {
  return [
    { label: "JSON", to: "json", languageId: "json", extension: ".update-job.json" },
    { label: "YAML", to: "yaml", languageId: "yaml", extension: ".update-job.yaml" },
    {
      label: vscode.l10n.t("Options of the AWS CLI (.update-job)"),
      to: "options",
      languageId: "iot-update-job",
      extension: ".update-job",
    },
  ];
}

export function shells(): readonly Form[] {
  return [
    { label: vscode.l10n.t("Command for bash or zsh"), to: "bash", languageId: "shellscript", extension: ".sh" },
    {
      label: vscode.l10n.t("Command for PowerShell 7"),
      to: "powershell7",
      languageId: "powershell",
      extension: ".ps1",
    },
    {
      label: vscode.l10n.t("Command for Windows PowerShell 5"),
      to: "powershell5",
      languageId: "powershell",
      extension: ".ps1",
    },
    { label: vscode.l10n.t("Command for cmd"), to: "cmd", languageId: "bat", extension: ".cmd" },
  ];
}

/**
 * A new file that is not saved yet, of a name that no file of the folder has: by it, it is known for a payload before it
 * is saved. Without a folder it has only its language.
 */
export async function openUntitled(
  folder: vscode.Uri | undefined,
  name: string,
  { languageId, extension }: Form,
  content: string,
): Promise<vscode.TextEditor> {
  if (folder?.scheme !== "file") {
    const document = await vscode.workspace.openTextDocument({ language: languageId, content });
    return vscode.window.showTextDocument(document);
  }
  const target = await freeName(folder, name, extension);
  const opened = await vscode.workspace.openTextDocument(target.with({ scheme: "untitled" }));
  const editor = await vscode.window.showTextDocument(opened, { preview: false });
  const start = new vscode.Position(0, 0);
  await editor.edit((edit) => edit.insert(start, content));
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(editor.selection);
  return editor;
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
