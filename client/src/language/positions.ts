import * as vscode from "vscode";
import type { Position, Range } from "vscode-languageclient/node";

// VS Code and LSP have the same positions and ranges, as classes of the one and as plain data of the other.

export function vscodePosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

export function vscodeRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(vscodePosition(start), vscodePosition(end));
}

export function lspPosition({ line, character }: vscode.Position): Position {
  return { line, character };
}

export function lspRange({ start, end }: vscode.Range): Range {
  return { start: lspPosition(start), end: lspPosition(end) };
}
