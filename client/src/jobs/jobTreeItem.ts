import * as vscode from "vscode";
import { isJobId } from "../aws/jobId";
import { type Item, treeItem } from "../treeItem";
import type { JobNode } from "./jobNode";

/** An element with what it does and what is below it. */
export function jobTreeItem(node: JobNode, shown: Item): vscode.TreeItem {
  const item = treeItem(shown, collapsibleState(node));
  const command = commandOf(node);
  if (command !== undefined) item.command = { title: shown.label, command, arguments: [node] };
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
