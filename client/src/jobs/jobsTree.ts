import * as vscode from "vscode";
import type { Accounts } from "../account";
import type { Account } from "../aws/account";
import { type Failure, failureOf } from "../aws/failure";
import type { JobStatus, JobSummary } from "../aws/jobs";
import { connect } from "../aws/load";
import { AutoRefresh, type Outcome } from "./autoRefresh";
import { DetailsQueue } from "./detailsQueue";
import { Fleet } from "./fleet";
import { jobChildren, remark } from "./jobChildren";
import { jobTooltip } from "./jobItem";
import { type JobNode, isJobNode, itemOf } from "./jobNode";
import { JobsHeader, type Stale } from "./jobsHeader";
import { type JobsMemory, keyOf } from "./jobsMemory";
import { isFiltered, jobStatuses, type JobsView, usualView } from "./jobsView";
import { JobDrag } from "./jobDrag";
import { treeItem } from "./treeItem";

export interface JobsTreeParts {
  readonly log: vscode.LogOutputChannel;
  readonly accounts: Accounts;
  readonly memory: JobsMemory;
  /** Told whenever jobs were listed: all ids that are known now. */
  readonly listed: (jobIds: readonly string[]) => void;
}

/** The tree *Jobs*. Nothing is called before it is first shown. */
export class JobsTree implements vscode.TreeDataProvider<JobNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<JobNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<JobNode>;
  readonly #header: JobsHeader;
  readonly #nodes = new Map<string, JobNode>();
  readonly #queue = new DetailsQueue((jobId) => this.#ask(jobId));
  readonly #auto = new AutoRefresh(() => this.#renew());
  readonly #groups = jobStatuses.map((status): JobNode => ({ kind: "group", status }));
  #fleet: Fleet | undefined;
  #account: Account | undefined;
  #stale: Stale | undefined;
  #asOf = new Date();
  #round = 0;
  #moved = false;
  #retries = false;

  constructor(private readonly parts: JobsTreeParts) {
    this.#view = vscode.window.createTreeView("iotJobs.jobs", {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: new JobDrag(),
    });
    this.#header = new JobsHeader(this.#view);
    this.#view.onDidChangeVisibility(() => this.followSetting());
  }

  get view(): JobsView {
    return this.#fleet?.view ?? usualView;
  }

  /** The jobs that are shown now, and those selected among them. */
  get jobs(): readonly JobSummary[] {
    return this.#fleet?.jobs ?? [];
  }

  get selection(): readonly JobNode[] {
    return this.#view.selection;
  }

  /** What is known of the account's jobs, connected to it if need be; undefined when there is no account. */
  async fleet(): Promise<Fleet | undefined> {
    return this.#fleet ?? this.#connect(this.#round);
  }

  /** Refreshes by itself while the view is visible, unless a setting says no. */
  followSetting(): void {
    const wanted = vscode.workspace.getConfiguration("iotJobs").get<boolean>("autoRefresh", true);
    if (!this.#view.visible || !wanted) {
      this.#auto.stop();
      this.#queue.clear();
      return;
    }
    this.#auto.start();
    if (this.#fleet !== undefined) void this.#renew();
  }

  /** Asks for everything again; what is shown stays until the answers come, unless it is of another account. */
  async refresh(): Promise<void> {
    const state = await this.parts.accounts.state();
    const account = state.kind === "ready" ? state.account : undefined;
    const same = account !== undefined && this.#account !== undefined && keyOf(account) === keyOf(this.#account);
    if (!same || this.#fleet === undefined || this.#fleet.lists.length === 0) {
      this.#reset();
      return;
    }
    await this.#reconnect(this.#fleet, account);
    await vscode.window.withProgress({ location: { viewId: "iotJobs.jobs" } }, () => this.#renew());
    this.#changed.fire(undefined);
  }

  async #reconnect(fleet: Fleet, account: Account): Promise<void> {
    try {
      fleet.reconnect(await connect(account));
      for (const jobId of fleet.jobIds) fleet.staleExecutions(jobId);
    } catch (error) {
      this.#becomeStale(fleet, error);
    }
  }

  /** Shows the jobs in another way, from now on. */
  async change(change: Partial<JobsView>): Promise<void> {
    const account = this.#account;
    if (account === undefined) return;
    await this.parts.memory.keep(account, { ...this.view, ...change });
    this.#reset();
  }

  refreshJob(jobId: string): void {
    this.#fleet?.forget(jobId);
    const node = this.#nodes.get(jobId);
    if (node !== undefined) this.#changed.fire(node);
    this.#queue.add([jobId]);
    if (this.#view.visible) this.followSetting();
  }

  async loadMore(argument: unknown): Promise<void> {
    const fleet = this.#fleet;
    if (fleet === undefined) return;
    const node = isJobNode(argument) ? argument : undefined;
    if (node?.kind === "moreExecutions") {
      await fleet.executions({ jobId: node.jobId, status: node.status }).more();
      this.#changed.fire(node.parent);
      return;
    }
    const list = fleet.list(node?.kind === "moreJobs" ? node.status : undefined);
    if (!list.hasMore) return;
    await vscode.window.withProgress({ location: { viewId: "iotJobs.jobs" } }, () => list.more());
    if (fleet === this.#fleet) this.#changed.fire(undefined);
  }

  getTreeItem(node: JobNode): vscode.TreeItem {
    return treeItem(node, itemOf(node, this.#fleet));
  }

  /** The tooltip of a job has what DescribeJob says, asked for when somebody looks. */
  async resolveTreeItem(item: vscode.TreeItem, node: JobNode): Promise<vscode.TreeItem> {
    const fleet = this.#fleet;
    if (node.kind !== "job" || fleet === undefined) return item;
    const details = await fleet.details(node.jobId).catch(() => undefined);
    item.tooltip = jobTooltip(fleet.current(node.job), details);
    return item;
  }

  /** A reset while this waits makes what it finds out of date: the reset asks again, so this shows nothing. */
  async getChildren(node?: JobNode): Promise<JobNode[]> {
    const round = this.#round;
    try {
      const found = await this.#childrenOf(node, round);
      return round === this.#round ? [...found] : [];
    } catch (error) {
      return round === this.#round ? this.#failed(node, error) : [];
    }
  }

  async #childrenOf(node: JobNode | undefined, round: number): Promise<readonly JobNode[]> {
    const fleet = this.#fleet ?? (await this.#connect(round));
    if (fleet === undefined) return [];
    if (node === undefined) return fleet.view.layout === "flat" ? this.#jobsOf(fleet, undefined) : this.#roots(fleet);
    if (node.kind === "group") return this.#jobsOf(fleet, node.status);
    return node.kind === "moreJobs" ? [] : jobChildren(node, fleet);
  }

  #roots(fleet: Fleet): readonly JobNode[] {
    this.#header.state("ready");
    this.#header.show(fleet, this.#stale);
    const { status } = fleet.view.filter;
    return this.#groups.filter((node) => node.kind === "group" && (status === undefined || node.status === status));
  }

  async #jobsOf(fleet: Fleet, status: JobStatus | undefined): Promise<readonly JobNode[]> {
    const list = fleet.list(status);
    const isNew = !list.isStarted;
    await list.first();
    if (fleet !== this.#fleet) return [];
    const jobs = fleet.shown(status);
    const isBare = jobs.length === 0 && !list.hasMore;
    if (status === undefined)
      this.#header.state(isBare ? (isFiltered(fleet.view.filter) ? "noMatch" : "empty") : "ready");
    const nodes = jobs.map((job): JobNode => ({ kind: "job", job, jobId: job.jobId ?? "" }));
    for (const node of nodes) if (node.kind === "job") this.#nodes.set(node.jobId, node);
    if (isNew) this.#firstShown(fleet, status);
    else this.#header.show(fleet, this.#stale);
    if (isBare && status !== undefined) return [remark("", `none/${status}`, vscode.l10n.t("No jobs."))];
    return list.hasMore ? [...nodes, { kind: "moreJobs", status }] : nodes;
  }

  /** What follows when the jobs are on the screen: the progress of those that go on, and a look at the page after. */
  #firstShown(fleet: Fleet, status: JobStatus | undefined): void {
    this.#asOf = new Date();
    this.#retries = false;
    this.#listed(fleet);
    this.#queue.add(this.#worthAsking(fleet));
    const list = fleet.list(status);
    const hadMore = list.hasMore;
    const again = (): void => {
      if (fleet !== this.#fleet) return;
      this.#listed(fleet);
      // The row of the group shows the count; in the flat list only the last row may have to go.
      if (status !== undefined || hadMore !== list.hasMore) this.#changed.fire(undefined);
    };
    list.lookAhead().then(again, () => undefined);
  }

  #listed(fleet: Fleet): void {
    this.#header.show(fleet, this.#stale);
    this.parts.listed(fleet.jobIds);
  }

  /** Jobs in progress; those that nobody was asked about first, then those asked about longest ago. */
  #worthAsking(fleet: Fleet): readonly string[] {
    const going = fleet.jobs.flatMap(({ jobId = "", status }) => (status === "IN_PROGRESS" ? [jobId] : []));
    return going.toSorted((a, b) => fleet.askedAt(a) - fleet.askedAt(b));
  }

  async #connect(round: number): Promise<Fleet | undefined> {
    const state = await this.parts.accounts.state();
    if (round !== this.#round) return undefined;
    this.#account = state.kind === "ready" ? state.account : undefined;
    if (state.kind !== "ready") {
      this.#header.state(state.kind);
      return undefined;
    }
    const jobs = await connect(state.account);
    if (round !== this.#round) return undefined;
    this.#fleet ??= new Fleet(jobs, this.parts.memory.view(state.account), state.account.kind);
    this.#contexts(this.#fleet.view);
    return this.#fleet;
  }

  #contexts({ layout, filter }: JobsView): void {
    void vscode.commands.executeCommand("setContext", "iotJobs.layout", layout);
    void vscode.commands.executeCommand("setContext", "iotJobs.filtered", isFiltered(filter));
  }

  #reset(): void {
    this.#fleet?.dispose();
    this.#fleet = undefined;
    this.#stale = undefined;
    this.#round += 1;
    this.#nodes.clear();
    this.#queue.clear();
    this.#header.clear();
    this.#changed.fire(undefined);
    this.followSetting();
  }

  /** One round of refreshing: the lists, then the jobs in progress one after another. */
  async #renew(): Promise<Outcome> {
    const fleet = this.#fleet;
    if (fleet === undefined || fleet.lists.length === 0) return this.#retry();
    const before = shownOf(fleet);
    try {
      await fleet.renew();
    } catch (error) {
      if (fleet === this.#fleet) this.#becomeStale(fleet, error);
      return "failed";
    }
    if (fleet !== this.#fleet) return "same";
    this.#stale = undefined;
    this.#asOf = new Date();
    this.#moved = shownOf(fleet) !== before;
    if (this.#moved) this.#changed.fire(undefined);
    this.#listed(fleet);
    this.#queue.add(this.#worthAsking(fleet));
    await this.#queue.idle();
    return this.#moved ? "changed" : "same";
  }

  /** The first page has not come yet: asks for it again where another try may help. */
  #retry(): Outcome {
    if (this.#retries) this.#changed.fire(undefined);
    return this.#retries ? "failed" : "same";
  }

  #becomeStale(fleet: Fleet, error: unknown): void {
    const failure = this.#note(error);
    if (failure.kind === "cancelled") return;
    this.#stale = { sentence: failure.sentence, asOf: this.#asOf };
    this.#header.show(fleet, this.#stale);
  }

  async #ask(jobId: string): Promise<"goOn" | "stop"> {
    const fleet = this.#fleet;
    if (fleet === undefined) return "stop";
    const node = this.#nodes.get(jobId);
    const before = node === undefined ? "" : JSON.stringify(itemOf(node, fleet));
    try {
      await fleet.renewDetails(jobId);
    } catch (error) {
      const { kind } = this.#note(error);
      return kind === "notFound" || kind === "invalid" ? "goOn" : "stop";
    }
    if (node !== undefined && fleet === this.#fleet && JSON.stringify(itemOf(node, fleet)) !== before) {
      this.#moved = true;
      this.#changed.fire(node);
      this.#header.show(fleet, this.#stale);
    }
    return "goOn";
  }

  #failed(node: JobNode | undefined, error: unknown): JobNode[] {
    const { kind, sentence } = this.#note(error);
    if (node !== undefined) {
      const jobId = "jobId" in node ? node.jobId : "";
      return [remark(jobId, `failed/${itemOf(node, this.#fleet).id}`, sentence)];
    }
    this.#retries = kind === "offline" || kind === "throttled" || kind === "unavailable";
    const welcomed = kind === "noCredentials" || kind === "expired" || kind === "offline";
    if (welcomed) this.#header.state(kind);
    else this.#header.state("failed", sentence);
    return [];
  }

  #note(error: unknown): Failure {
    const failure = failureOf(error);
    const text = error instanceof Error ? error.message : String(error);
    if (failure.kind !== "cancelled") this.parts.log.error(`${text} (request ${failure.requestId ?? "without id"})`);
    return failure;
  }

  dispose(): void {
    this.#auto.stop();
    this.#queue.clear();
    this.#fleet?.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

/** Changes when anything of the rows changes that the lists say. */
function shownOf(fleet: Fleet): string {
  return fleet.jobs
    .map(({ jobId, status, lastUpdatedAt }) => `${jobId ?? ""} ${status ?? ""} ${lastUpdatedAt?.getTime() ?? 0}`)
    .join("\n");
}
