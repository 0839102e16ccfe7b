import * as vscode from "vscode";
import type { Accounts } from "../account";
import { failureOf } from "../aws/failure";
import type { JobExecutionStatus } from "../aws/jobs";
import { connect } from "../aws/load";
import { lines } from "./configuration";
import { Fleet, newestFirst } from "./fleet";
import { statusCounts } from "./jobItem";
import { itemOf } from "./jobNode";
import type { JobNode } from "./jobNode";

/** What the view says while it has no items; `viewsWelcome` in the manifest has a text for each. */
type State =
  "ready" | "empty" | "untrusted" | "consent" | "noRegion" | "noCredentials" | "expired" | "offline" | "failed";

/** The tree *Jobs*. Nothing is called before it is first shown. */
export class JobsTree implements vscode.TreeDataProvider<JobNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<JobNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<JobNode>;
  readonly #jobs = new Map<string, JobNode>();
  #fleet: Fleet | undefined;
  #round = 0;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly accounts: Accounts,
  ) {
    this.#view = vscode.window.createTreeView("iotJobs.jobs", { treeDataProvider: this, showCollapseAll: true });
  }

  /** Ends the calls on their way and asks for everything again. */
  refresh(): void {
    this.#fleet?.dispose();
    this.#fleet = undefined;
    this.#round += 1;
    this.#jobs.clear();
    this.#changed.fire(undefined);
  }

  refreshJob(jobId: string): void {
    const node = this.#jobs.get(jobId);
    this.#fleet?.forget(jobId);
    if (node !== undefined) this.#changed.fire(node);
  }

  async loadMore(argument: unknown): Promise<void> {
    const node = isMore(argument) ? argument : undefined;
    if (this.#fleet === undefined) return;
    if (node?.kind === "moreExecutions") {
      await this.#fleet.executions({ jobId: node.jobId, status: node.status }).more();
      this.#changed.fire(node.parent);
    } else if (this.#fleet.jobs.hasMore) {
      await this.#fleet.jobs.more();
      this.#changed.fire(undefined);
    }
  }

  getTreeItem(node: JobNode): vscode.TreeItem {
    const { label, icon, color, ...rest } = itemOf(node);
    const item = Object.assign(new vscode.TreeItem(label, collapsibleState(node)), rest);
    if (icon !== undefined) {
      item.iconPath =
        color === undefined ? new vscode.ThemeIcon(icon) : new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
    }
    if (node.kind === "moreJobs" || node.kind === "moreExecutions") {
      item.command = { title: label, command: "iotJobs.loadMoreJobs", arguments: [node] };
    }
    return item;
  }

  /** A refresh while this waits makes what it finds out of date: the refresh asks again, so this shows nothing. */
  async getChildren(node?: JobNode): Promise<JobNode[]> {
    const round = this.#round;
    try {
      const found = node === undefined ? await this.#roots(round) : await this.#childrenOf(node);
      return round === this.#round ? [...found] : [];
    } catch (error) {
      return round === this.#round ? this.#failed(node, error) : [];
    }
  }

  async #roots(round: number): Promise<readonly JobNode[]> {
    const fleet = this.#fleet ?? (await this.#connect(round));
    if (fleet === undefined) return [];
    const jobs = newestFirst(await fleet.jobs.first());
    if (round !== this.#round) return [];
    this.#show(jobs.length === 0 ? "empty" : "ready");
    const nodes = jobs.map((job): JobNode => ({ kind: "job", job, jobId: job.jobId ?? "" }));
    for (const node of nodes) if (node.kind === "job") this.#jobs.set(node.jobId, node);
    return fleet.jobs.hasMore ? [...nodes, { kind: "moreJobs" }] : nodes;
  }

  async #connect(round: number): Promise<Fleet | undefined> {
    const state = await this.accounts.state();
    if (round !== this.#round) return undefined;
    if (state.kind !== "ready") {
      this.#show(state.kind);
      return undefined;
    }
    const jobs = await connect(state.account);
    if (round !== this.#round) return undefined;
    this.#fleet ??= new Fleet(jobs);
    return this.#fleet;
  }

  async #childrenOf(node: JobNode): Promise<readonly JobNode[]> {
    switch (node.kind) {
      case "job":
        return [
          { kind: "configuration", jobId: node.jobId },
          { kind: "executions", jobId: node.jobId },
        ];
      case "configuration":
        return this.#configuration(node.jobId);
      case "executions":
        return this.#statuses(node.jobId);
      case "status":
        return this.#executions(node, node.jobId, node.count.status);
      case "moreJobs":
      case "line":
      case "execution":
      case "moreExecutions":
        return [];
    }
  }

  async #configuration(jobId: string): Promise<readonly JobNode[]> {
    const job = await this.#fleet?.details(jobId);
    const found = job === undefined ? [] : lines(job);
    const texts = found.length === 0 ? [vscode.l10n.t("Nothing is configured.")] : [...new Set(found)];
    return texts.map((text) => ({ kind: "line", jobId, text }));
  }

  async #statuses(jobId: string): Promise<readonly JobNode[]> {
    const job = await this.#fleet?.details(jobId);
    const counts = statusCounts(job?.jobProcessDetails);
    if (counts.length === 0) return [{ kind: "line", jobId, text: vscode.l10n.t("No executions yet.") }];
    return counts.map((count) => ({ kind: "status", jobId, count }));
  }

  async #executions(parent: JobNode, jobId: string, status: JobExecutionStatus): Promise<readonly JobNode[]> {
    const pages = this.#fleet?.executions({ jobId, status });
    const found = (await pages?.first()) ?? [];
    const nodes = found.map((execution) => ({ kind: "execution", jobId, status, execution }) as const);
    return pages?.hasMore === true ? [...nodes, { kind: "moreExecutions", jobId, status, parent }] : nodes;
  }

  #failed(node: JobNode | undefined, error: unknown): JobNode[] {
    const { kind, sentence, requestId } = failureOf(error);
    this.log.error(`${error instanceof Error ? error.message : String(error)} (request ${requestId ?? "without id"})`);
    if (node !== undefined) return "jobId" in node ? [{ kind: "line", jobId: node.jobId, text: sentence }] : [];
    const welcomed = kind === "noCredentials" || kind === "expired" || kind === "offline";
    if (welcomed) this.#show(kind);
    else this.#show("failed", sentence);
    return [];
  }

  #show(state: State, message = ""): void {
    this.#view.message = message;
    void vscode.commands.executeCommand("setContext", "iotJobs.state", state);
  }

  dispose(): void {
    this.#fleet?.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function collapsibleState({ kind }: JobNode): vscode.TreeItemCollapsibleState {
  const leaf = kind === "line" || kind === "execution" || kind === "moreJobs" || kind === "moreExecutions";
  return leaf ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
}

/** What VS Code hands to the command of an item is the element that the tree gave it. */
function isMore(node: unknown): node is Extract<JobNode, { kind: "moreExecutions" }> {
  return typeof node === "object" && node !== null && "kind" in node && node.kind === "moreExecutions";
}
