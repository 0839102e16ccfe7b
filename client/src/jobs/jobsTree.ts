import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { askForAccount } from "../account/askForAccount";
import { renewal } from "../account/renewal";
import { type Account, accountInWords } from "../aws/account";
import { type Failure, failureOf } from "../aws/failure";
import { isJobId } from "../aws/jobId";
import type { JobStatus, JobSummary } from "../aws/jobs";
import { connect } from "../aws/load";
import { Fleet } from "./fleet";
import { Follower } from "./follower";
import { jobChildren, remark } from "./jobChildren";
import { JobDrag } from "./jobDrag";
import { jobTreeItem } from "./jobTreeItem";
import { jobTooltip } from "./jobItem";
import { type JobNode, isJobNode, itemOf } from "./jobNode";
import { JobsHeader, stateAfter } from "./jobsHeader";
import { type JobsMemory, keyOf } from "./jobsMemory";
import { filterWords, isFiltered, jobStatuses, type JobsView, usualView } from "./jobsView";
import type { PagedList } from "./pagedList";

interface JobsTreeParts {
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
  /** The lists that the view has shown: those that were only chosen from are not among them. */
  readonly #onScreen = new WeakSet<PagedList<JobSummary>>();
  readonly #follower = new Follower({
    fleet: () => this.#fleet,
    row: (jobId) => this.#nodes.get(jobId),
    changed: (node) => this.#changed.fire(node),
    listed: () => this.#listed(),
    note: (error) => this.#note(error),
    mayCome: () => this.#mayCome,
  });
  readonly #groups = jobStatuses.map((status): JobNode => ({ kind: "group", status }));
  #fleet: Fleet | undefined;
  #account: Account | undefined;
  #round = 0;
  #mayCome = false;

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

  /** Asks the user for what is missing to list jobs; false when nothing is to be listed. */
  async mayList(): Promise<boolean> {
    return (await askForAccount(this.parts.accounts)) !== undefined;
  }

  /** Has jobs to choose from, also where the view was not opened yet; those of another account, where that comes meanwhile. */
  async loadFirst(): Promise<void> {
    const round = this.#round;
    try {
      await this.#listFirst();
    } catch (error) {
      if (round === this.#round) throw error;
    }
    if (round !== this.#round) await this.loadFirst();
  }

  async #listFirst(): Promise<void> {
    const fleet = await this.fleet();
    if (fleet === undefined || fleet.lists.length > 0) return;
    for (const list of fleet.listsOfView) if ((await list.first()).length > 0) break;
    if (fleet !== this.#fleet) return;
    this.#listed();
    this.#changed.fire(undefined);
  }

  get hasMore(): boolean {
    return this.#fleet?.hasMore === true;
  }

  /** What is known of the account's jobs, connected to it if need be; undefined when there is no account. */
  async fleet(): Promise<Fleet | undefined> {
    return this.#fleet ?? this.#connect(this.#round);
  }

  /** Refreshes by itself while the view is visible, unless a setting says no. */
  followSetting(): void {
    const wanted = vscode.workspace.getConfiguration("iotJobs").get<boolean>("autoRefresh", true);
    if (this.#view.visible && wanted) this.#follower.start();
    else this.#follower.stop();
  }

  /** Asks for everything again; what is shown stays until the answers come, unless it is of another account. */
  async refresh(): Promise<void> {
    const state = await this.parts.accounts.state();
    const account = state.kind === "ready" ? state.account : undefined;
    const same = account !== undefined && this.#account !== undefined && keyOf(account) === keyOf(this.#account);
    const fleet = this.#fleet;
    if (!same || fleet === undefined || fleet.lists.length === 0) {
      this.#reset();
      return;
    }
    fleet.reconnect(await connect(account));
    const location = { viewId: "iotJobs.jobs" };
    const outcome = await vscode.window.withProgress({ location }, () => this.#follower.renewLists(fleet));
    if (outcome === "failed") return;
    fleet.forgetAll();
    this.#changed.fire(undefined);
  }

  /** Shows the jobs in another way, from now on. */
  async change(change: Partial<JobsView>): Promise<void> {
    await this.fleet();
    const account = this.#account;
    if (account === undefined) return;
    await this.parts.memory.keep(account, { ...this.view, ...change });
    if (!this.#view.visible) await vscode.commands.executeCommand("iotJobs.jobs.focus");
    this.#reset();
  }

  refreshJob(jobId: string): void {
    this.#fleet?.forget(jobId);
    const node = this.#nodes.get(jobId);
    if (node !== undefined) this.#changed.fire(node);
    this.#follower.soon(jobId);
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
    const more = (): Promise<void> => (node?.kind === "moreJobs" ? fleet.list(node.status).more() : fleet.more());
    await vscode.window.withProgress({ location: { viewId: "iotJobs.jobs" } }, more);
    if (fleet !== this.#fleet) return;
    this.#listed();
    this.#changed.fire(undefined);
  }

  getTreeItem(node: JobNode): vscode.TreeItem {
    return jobTreeItem(node, itemOf(node, this.#fleet));
  }

  /** The tooltip of a job has what DescribeJob says, asked for when somebody looks. */
  async resolveTreeItem(item: vscode.TreeItem, node: JobNode): Promise<vscode.TreeItem> {
    const fleet = this.#fleet;
    if (node.kind !== "job" || fleet === undefined) return item;
    if (!isJobId(node.jobId)) {
      item.tooltip = jobTooltip(node.job, undefined);
      return item;
    }
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
      return round === this.#round ? this.#failed(node, error, round) : [];
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
    this.#header.show(fleet, this.#follower.stale);
    const { status } = fleet.view.filter;
    return this.#groups.filter((node) => node.kind === "group" && (status === undefined || node.status === status));
  }

  async #jobsOf(fleet: Fleet, status: JobStatus | undefined): Promise<readonly JobNode[]> {
    const list = fleet.list(status);
    await list.first();
    if (fleet !== this.#fleet) return [];
    const isNew = !this.#onScreen.has(list);
    this.#onScreen.add(list);
    const jobs = fleet.shown(status);
    const isBare = jobs.length === 0 && !list.hasMore;
    if (status === undefined && isBare) this.#bare(fleet);
    else if (status === undefined) this.#header.state("ready");
    const nodes = jobs.map((job): JobNode => ({ kind: "job", job, jobId: job.jobId ?? "" }));
    for (const node of nodes) if (node.kind === "job") this.#nodes.set(node.jobId, node);
    if (isNew) this.#firstShown(fleet, status);
    else this.#header.show(fleet, this.#follower.stale);
    if (isBare && status !== undefined) return [remark("", `none/${status}`, nothingIn(fleet))];
    return list.hasMore ? [...nodes, { kind: "moreJobs", status }] : nodes;
  }

  #bare({ view: { filter } }: Fleet): void {
    if (isFiltered(filter)) this.#header.state("noMatch", filterWords(filter).join(" · "));
    else this.#header.state("empty", this.#account === undefined ? "" : accountInWords(this.#account));
  }

  /** What follows when the jobs are on the screen: the progress of those that go on, and a look at the page after. */
  #firstShown(fleet: Fleet, status: JobStatus | undefined): void {
    this.#mayCome = false;
    this.#follower.arrived(fleet);
    this.#listed();
    const list = fleet.list(status);
    const hadMore = list.hasMore;
    const again = (): void => {
      if (fleet !== this.#fleet) return;
      this.#listed();
      // The row of the group shows the count; in the flat list only the last row may have to go.
      if (status !== undefined || hadMore !== list.hasMore) this.#changed.fire(undefined);
    };
    list.lookAhead().then(again, () => undefined);
  }

  #listed(): void {
    if (this.#fleet === undefined) return;
    this.#header.show(this.#fleet, this.#follower.stale);
    this.parts.listed(this.#fleet.jobIds);
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
    this.#round += 1;
    this.#nodes.clear();
    this.#follower.reset();
    this.#header.clear();
    this.#changed.fire(undefined);
    this.followSetting();
  }

  async #failed(node: JobNode | undefined, error: unknown, round: number): Promise<JobNode[]> {
    const { kind, sentence } = this.#note(error);
    if (node !== undefined) {
      const jobId = "jobId" in node ? node.jobId : "";
      const id = `failed/${itemOf(node, this.#fleet).id}`;
      return [{ kind: "fact", jobId, fact: { id, label: sentence, icon: "warning" } }];
    }
    this.#mayCome = kind === "offline" || kind === "throttled" || kind === "unavailable";
    const maySignIn = kind !== "expired" || (await renewal.login()) !== undefined;
    if (round === this.#round) this.#header.state(maySignIn ? stateAfter(kind) : "expiredKeys");
    return [];
  }

  #note(error: unknown): Failure {
    const failure = failureOf(error);
    const text = error instanceof Error ? error.message : String(error);
    if (failure.kind !== "canceled") this.parts.log.error(`${text} (request ${failure.requestId ?? "without id"})`);
    return failure;
  }

  dispose(): void {
    this.#follower.stop();
    this.#fleet?.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

/** In the place of the jobs of a group that has none to show. */
function nothingIn({ view }: Fleet): string {
  if (!isFiltered(view.filter)) return vscode.l10n.t("No jobs.");
  return vscode.l10n.t("No job matches the filter: {0}.", filterWords(view.filter).join(" · "));
}
