import * as vscode from "vscode";
import { isJobId } from "../aws/jobId";
import type { Item } from "./jobItem";
import type { JobNode } from "./jobNode";

/** An element as VS Code shows it. */
export function treeItem(node: JobNode, { label, icon, color, spoken, ...rest }: Item): vscode.TreeItem {
  const item = Object.assign(new vscode.TreeItem(label, collapsibleState(node)), rest);
  if (icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  }
  if (spoken !== undefined) item.accessibilityInformation = { label: spoken };
  const command = commandOf(node);
  if (command !== undefined) item.command = { title: label, command, arguments: [node] };
  return item;
}

/** What Enter and a click do. */
function commandOf({ kind }: JobNode): string | undefined {
  switch (kind) {
    case "moreJobs":
    case "moreExecutions":
      return "iotJobs.loadMoreJobs";
    case "document":
      return "iotJobs.openJobDocument";
    case "entry":
      return "iotJobs.openPayloadAt";
    case "group":
    case "job":
    case "folder":
    case "status":
    case "execution":
    case "fact":
      return undefined;
  }
}

function collapsibleState(node: JobNode): vscode.TreeItemCollapsibleState {
  switch (node.kind) {
    case "group":
      return node.status === "IN_PROGRESS"
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.Collapsed;
    case "job":
      return isJobId(node.jobId) ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    case "folder":
    case "status":
    case "execution":
      return vscode.TreeItemCollapsibleState.Collapsed;
    case "entry":
      return typeof node.entry.value === "object"
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None;
    case "moreJobs":
    case "moreExecutions":
    case "document":
    case "fact":
      return vscode.TreeItemCollapsibleState.None;
  }
}
