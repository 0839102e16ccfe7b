import * as vscode from "vscode";
import { treeItem } from "../treeItem";
import type { Journal } from "./journal";
import { type JournalEntry, isUpdate } from "./record";
import { runItem } from "./runItem";

/** What VS Code hands to the commands of an item. */
export interface RunNode {
  readonly kind: "run";
  readonly jobId: string;
  readonly entry: JournalEntry;
}

/** More than anyone scrolls through; the export has all. */
const mostShown = 500;

/** The view *History*: what was sent from this machine, newest first. A click shows what it changed. */
export class History implements vscode.TreeDataProvider<RunNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<RunNode>;
  readonly #subscriptions: vscode.Disposable;

  constructor(private readonly journal: Journal) {
    this.#view = vscode.window.createTreeView("iotJobs.history", { treeDataProvider: this });
    // Another window may have sent something while this view was not seen.
    const seen = this.#view.onDidChangeVisibility(({ visible }) => visible && this.refresh());
    this.#subscriptions = vscode.Disposable.from(this.#changed, this.#view, seen);
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: RunNode): vscode.TreeItem {
    const item = treeItem(runItem(node.entry, new Date()));
    if (isUpdate(node.entry)) {
      item.command = { title: vscode.l10n.t("Show What It Changed"), command: "iotJobs.showRun", arguments: [node] };
    }
    return item;
  }

  async getChildren(node?: RunNode): Promise<RunNode[]> {
    if (node !== undefined) return [];
    const entries = await this.journal.entries();
    return entries.slice(0, mostShown).map((entry) => ({ kind: "run", jobId: entry.beginning.jobId, entry }));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

export function isRunNode(node: unknown): node is RunNode {
  return typeof node === "object" && node !== null && "kind" in node && node.kind === "run";
}
