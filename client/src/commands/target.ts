import * as vscode from "vscode";

/** The document that a command is meant for: the one that a code lens or menu names, else the one in the active editor. */
export async function documentOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
  const target = typeof uri === "string" ? vscode.Uri.parse(uri, true) : uri;
  if (target instanceof vscode.Uri) return vscode.workspace.openTextDocument(target);
  return vscode.window.activeTextEditor?.document;
}

/** The code lens sends an LSP position; without one, the cursor says which payload is meant. */
export function positionOf(position: unknown): vscode.Position | undefined {
  return givenPosition(position) ?? vscode.window.activeTextEditor?.selection.active;
}

/** Undefined for whatever is no position: a button of the editor's title sends the group that it is in. */
export function givenPosition(position: unknown): vscode.Position | undefined {
  const isPosition = typeof position === "object" && position !== null && "line" in position && "character" in position;
  if (!isPosition) return undefined;
  const { line, character } = position;
  return typeof line === "number" && typeof character === "number" ? new vscode.Position(line, character) : undefined;
}
