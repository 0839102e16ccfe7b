import * as vscode from "vscode";

/** What an item of a tree shows, in plain data: all text is shown as it is, never as Markdown. */
export interface Item {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken?: string;
  /** The id of a codicon. */
  readonly icon?: string;
  /** The id of a theme colour. */
  readonly color?: string;
  readonly contextValue: string;
}

/** An item as VS Code shows it. */
export function treeItem(
  { label, icon, color, spoken, ...rest }: Item,
  collapsibleState = vscode.TreeItemCollapsibleState.None,
): vscode.TreeItem {
  const item = Object.assign(new vscode.TreeItem(label, collapsibleState), rest);
  if (icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  }
  if (spoken !== undefined) item.accessibilityInformation = { label: spoken };
  return item;
}
