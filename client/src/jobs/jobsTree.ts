import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { askForAccount } from "../account/askForAccount";
import { renewal } from "../account/renewal";
import { type Account, accountInWords } from "../aws/account";
import { type Failure, failureOf, logLine } from "../aws/failure";
import { isJobId } from "../aws/jobId";
import type { JobStatus, JobSummary } from "../aws/jobs";
import { connect } from "../account/connect";
import { JobCache } from "./jobCache";
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
    cache: () => this.#cache,
    row: (jobId) => this.#nodes.get(jobId),
    changed: (node) => this.#changed.fire(node),
    listed: () => this.#listed(),
    note: (error) => this.#note(error),
    mayCome: () => this.#mayCome,
  });
  readonly #groups = jobStatuses.map((status): JobNode => ({ kind: "group", status }));
  #cache: JobCache | undefined;
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
    return this.#cache?.view ?? usualView;
  }

  /** The jobs that are shown now, and those selected among them. */
  get jobs(): readonly JobSummary[] {
    return this.#cache?.jobs ?? [];
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
    const cache = await this.cache();
    if (cache === undefined || cache.lists.length > 0) return;
    for (const list of cache.listsOfView) if ((await list.first()).length > 0) break;
    if (cache !== this.#cache) return;
    this.#listed();
    this.#changed.fire(undefined);
  }

  get hasMore(): boolean {
    return this.#cache?.hasMore === true;
  }

  /** What is known of the account's jobs, connected to it if need be; undefined when there is no account. */
  async cache(): Promise<JobCache | undefined> {
    return this.#cache ?? this.#connect(this.#round);
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
    const cache = this.#cache;
    if (!same || cache === undefined || cache.lists.length === 0) {
      this.#reset();
      return;
    }
    cache.reconnect(await connect(account));
    const location = { viewId: "iotJobs.jobs" };
    const outcome = await vscode.window.withProgress({ location }, () => this.#follower.renewLists(cache));
    if (outcome === "failed") return;
    cache.forgetAll();
    this.#changed.fire(undefined);
  }

  /** Shows the jobs in another way, from now on. */
  async change(change: Partial<JobsView>): Promise<void> {
    await this.cache();
    const account = this.#account;
    if (account === undefined) return;
    await this.parts.memory.keep(account, { ...this.view, ...change });
    if (!this.#view.visible) await vscode.commands.executeCommand("iotJobs.jobs.focus");
    this.#reset();
  }

  refreshJob(jobId: string): void {
    this.#cache?.forget(jobId);
    const node = this.#nodes.get(jobId);
    if (node !== undefined) this.#changed.fire(node);
    this.#follower.soon(jobId);
    if (this.#view.visible) this.followSetting();
  }

  async loadMore(argument: unknown): Promise<void> {
    const cache = this.#cache;
    if (cache === undefined) return;
    const node = isJobNode(argument) ? argument : undefined;
    if (node?.kind === "moreExecutions") {
      await cache.executions({ jobId: node.jobId, status: node.status }).more();
      this.#changed.fire(node.parent);
      return;
    }
    const more = (): Promise<void> => (node?.kind === "moreJobs" ? cache.list(node.status).more() : cache.more());
    await vscode.window.withProgress({ location: { viewId: "iotJobs.jobs" } }, more);
    if (cache !== this.#cache) return;
    this.#listed();
    this.#changed.fire(undefined);
  }

  getTreeItem(node: JobNode): vscode.TreeItem {
    return jobTreeItem(node, itemOf(node, this.#cache));
  }

  /** The tooltip of a job has what DescribeJob says, asked for when somebody looks. */
  async resolveTreeItem(item: vscode.TreeItem, node: JobNode): Promise<vscode.TreeItem> {
    const cache = this.#cache;
    if (node.kind !== "job" || cache === undefined) return item;
    if (!isJobId(node.jobId)) {
      item.tooltip = jobTooltip(node.job, undefined);
      return item;
    }
    const details = await cache.details(node.jobId).catch(() => undefined);
    item.tooltip = jobTooltip(cache.current(node.job), details);
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
    const cache = this.#cache ?? (await this.#connect(round));
    if (cache === undefined) return [];
    if (node === undefined) return cache.view.layout === "flat" ? this.#jobsOf(cache, undefined) : this.#roots(cache);
    if (node.kind === "group") return this.#jobsOf(cache, node.status);
    return node.kind === "moreJobs" ? [] : jobChildren(node, cache);
  }

  #roots(cache: JobCache): readonly JobNode[] {
    this.#header.state("ready");
    this.#header.show(cache, this.#follower.stale);
    const { status } = cache.view.filter;
    return this.#groups.filter((node) => node.kind === "group" && (status === undefined || node.status === status));
  }

  async #jobsOf(cache: JobCache, status: JobStatus | undefined): Promise<readonly JobNode[]> {
    const list = cache.list(status);
    await list.first();
    if (cache !== this.#cache) return [];
    const isNew = !this.#onScreen.has(list);
    this.#onScreen.add(list);
    const jobs = cache.shown(status);
    const isBare = jobs.length === 0 && !list.hasMore;
    if (status === undefined && isBare) this.#bare(cache);
    else if (status === undefined) this.#header.state("ready");
    const nodes = jobs.map((job): JobNode => ({ kind: "job", job, jobId: job.jobId ?? "" }));
    for (const node of nodes) if (node.kind === "job") this.#nodes.set(node.jobId, node);
    if (isNew) this.#firstShown(cache, status);
    else this.#header.show(cache, this.#follower.stale);
    if (isBare && status !== undefined) return [remark("", `none/${status}`, nothingIn(cache))];
    return list.hasMore ? [...nodes, { kind: "moreJobs", status }] : nodes;
  }

  #bare({ view: { filter } }: JobCache): void {
    if (isFiltered(filter)) this.#header.state("noMatch", filterWords(filter).join(" · "));
    else this.#header.state("empty", this.#account === undefined ? "" : accountInWords(this.#account));
  }

  /** What follows when the jobs are on the screen: the progress of those that go on, and a look at the page after. */
  #firstShown(cache: JobCache, status: JobStatus | undefined): void {
    this.#mayCome = false;
    this.#follower.arrived(cache);
    this.#listed();
    const list = cache.list(status);
    const hadMore = list.hasMore;
    const again = (): void => {
      if (cache !== this.#cache) return;
      this.#listed();
      // The row of the group shows the count; in the flat list only the last row may have to go.
      if (status !== undefined || hadMore !== list.hasMore) this.#changed.fire(undefined);
    };
    list.lookAhead().then(again, () => undefined);
  }

  #listed(): void {
    if (this.#cache === undefined) return;
    this.#header.show(this.#cache, this.#follower.stale);
    this.parts.listed(this.#cache.jobIds);
  }

  async #connect(round: number): Promise<JobCache | undefined> {
    const state = await this.parts.accounts.state();
    if (round !== this.#round) return undefined;
    this.#account = state.kind === "ready" ? state.account : undefined;
    if (state.kind !== "ready") {
      this.#header.state(state.kind);
      return undefined;
    }
    const jobs = await connect(state.account);
    if (round !== this.#round) return undefined;
    this.#cache ??= new JobCache(jobs, this.parts.memory.view(state.account), state.account.kind);
    this.#contexts(this.#cache.view);
    return this.#cache;
  }

  #contexts({ layout, filter }: JobsView): void {
    void vscode.commands.executeCommand("setContext", "iotJobs.layout", layout);
    void vscode.commands.executeCommand("setContext", "iotJobs.filtered", isFiltered(filter));
  }

  #reset(): void {
    this.#cache?.dispose();
    this.#cache = undefined;
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
      const id = `failed/${itemOf(node, this.#cache).id}`;
      return [{ kind: "fact", jobId, fact: { id, label: sentence, icon: "warning" } }];
    }
    this.#mayCome = kind === "offline" || kind === "throttled" || kind === "unavailable";
    const maySignIn = kind !== "expired" || (await renewal.login()) !== undefined;
    if (round === this.#round) this.#header.state(maySignIn ? stateAfter(kind) : "expiredKeys");
    return [];
  }

  #note(error: unknown): Failure {
    const failure = failureOf(error);
    if (failure.kind !== "canceled") this.parts.log.error(logLine(error));
    return failure;
  }

  dispose(): void {
    this.#follower.stop();
    this.#cache?.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

/** In the place of the jobs of a group that has none to show. */
function nothingIn({ view }: JobCache): string {
  if (!isFiltered(view.filter)) return vscode.l10n.t("No jobs.");
  return vscode.l10n.t("No job matches the filter: {0}.", filterWords(view.filter).join(" · "));
}
