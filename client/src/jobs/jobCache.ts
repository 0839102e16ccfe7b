import type { Account } from "../aws/account";
import { failureOf } from "../aws/failure";
import type {
  ExecutionQuery,
  ExecutionsQuery,
  Job,
  JobExecution,
  JobExecutionSummaryForJob,
  Jobs,
  JobStatus,
  JobSummary,
  Tag,
} from "../aws/jobs";
import { PagedList } from "./pagedList";
import { type JobsView, jobStatuses, matcherOf, ordered } from "./jobsView";

/** What has been fetched of an account's jobs. A change of the account or the filter disposes it and makes another. */
export class JobCache {
  readonly #controller = new AbortController();
  readonly #lists = new Map<JobStatus | undefined, PagedList<JobSummary>>();
  readonly #latest = new Map<string, JobSummary>();
  readonly #details = new Map<string, Promise<Job>>();
  readonly #known = new Map<string, Job>();
  readonly #askedAt = new Map<string, number>();
  readonly #executions = new Map<string, PagedList<JobExecutionSummaryForJob>>();
  readonly #executionDetails = new Map<string, Promise<JobExecution>>();
  readonly #tags = new Map<string, Promise<readonly Tag[]>>();

  constructor(
    private source: Jobs,
    readonly view: JobsView,
    /** Whether these are jobs of AWS or made up. */
    readonly kind: Account["kind"],
  ) {}

  /** Goes on with other credentials; what was fetched stays. */
  reconnect(source: Jobs): void {
    this.source = source;
  }

  /** All jobs of the view, or those of a status. */
  list(status?: JobStatus): PagedList<JobSummary> {
    const { targetSelection, thingGroupName, namespaceId, status: wanted } = this.view.filter;
    const query = { status: status ?? wanted, targetSelection, thingGroupName, namespaceId };
    return cached(
      this.#lists,
      status,
      () =>
        new PagedList({
          fetch: async (page) => {
            const found = await this.source.list(query, page, this.#controller.signal);
            for (const job of found.items) if (job.jobId !== undefined) this.#latest.set(job.jobId, job);
            return found;
          },
          keyOf: ({ jobId }) => (jobId === "" ? undefined : jobId),
          matches: matcherOf(this.view.filter),
        }),
    );
  }

  get lists(): readonly PagedList<JobSummary>[] {
    return [...this.#lists.values()].filter(({ isStarted }) => isStarted);
  }

  /** The lists that the view is made of, those included that nobody has looked at. */
  get listsOfView(): readonly PagedList<JobSummary>[] {
    const { layout, filter } = this.view;
    if (layout === "flat") return [this.list()];
    return jobStatuses
      .filter((status) => filter.status === undefined || filter.status === status)
      .map((status) => this.list(status));
  }

  /** Whether the view has jobs that were not fetched or are not shown. */
  get hasMore(): boolean {
    return this.listsOfView.some((list) => !list.isStarted || list.hasMore);
  }

  /** The next page of the first list that has one. */
  async more(): Promise<void> {
    const list = this.listsOfView.find((each) => !each.isStarted || each.hasMore);
    await (list?.isStarted === true ? list.more() : list?.first());
  }

  /** The jobs of a list to show, in their order. A job that has meanwhile been seen with another status is not among them. */
  shown(status?: JobStatus): readonly JobSummary[] {
    const own = this.list(status).items.filter(({ jobId = "" }) => {
      const latest = this.#latest.get(jobId)?.status;
      return status === undefined || latest === undefined || latest === status;
    });
    return ordered(own, this.view.order);
  }

  /** The jobs of all lists that have been shown. */
  get jobs(): readonly JobSummary[] {
    return [...this.#lists.keys()].flatMap((status) => this.shown(status));
  }

  /** A job as it was seen last, in a list or by DescribeJob. */
  current(job: JobSummary): JobSummary {
    const known = this.#known.get(job.jobId ?? "");
    const isLater = (known?.lastUpdatedAt?.getTime() ?? 0) > (job.lastUpdatedAt?.getTime() ?? 0);
    return isLater && known?.status !== undefined ? { ...job, ...summaryOf(known) } : job;
  }

  get jobIds(): readonly string[] {
    return [...this.#latest.keys()];
  }

  async renew(): Promise<void> {
    for (const list of this.lists) await list.renew();
  }

  /** What DescribeJob said last; undefined before it was asked. */
  known(jobId: string): Job | undefined {
    return this.#known.get(jobId);
  }

  /** When DescribeJob was answered last, in milliseconds of any clock; 0 before. */
  askedAt(jobId: string): number {
    return this.#askedAt.get(jobId) ?? 0;
  }

  /** DescribeJob, once for each job; a failure is asked for again. What was known before takes the place of no answer. */
  async details(jobId: string): Promise<Job> {
    try {
      return await once(this.#details, jobId, () => this.#describe(jobId));
    } catch (error) {
      const known = this.#known.get(jobId);
      if (known === undefined || failureOf(error).kind === "notFound") throw error;
      return known;
    }
  }

  /** DescribeJob again; when it fails, what was known stays. */
  async renewDetails(jobId: string): Promise<Job> {
    const before = this.#known.get(jobId);
    const job = await this.#describe(jobId);
    this.#details.set(jobId, Promise.resolve(job));
    if (before !== undefined && !sameCounts(before, job)) this.#staleExecutions(jobId);
    return job;
  }

  async #describe(jobId: string): Promise<Job> {
    const job = await this.source.describe(jobId, this.#controller.signal);
    this.#known.set(jobId, job);
    this.#askedAt.set(jobId, performance.now());
    return job;
  }

  executions(query: ExecutionsQuery): PagedList<JobExecutionSummaryForJob> {
    return cached(
      this.#executions,
      `${query.jobId}/${query.status}`,
      () =>
        new PagedList({
          fetch: (page) => this.source.executions(query, page, this.#controller.signal),
          keyOf: ({ thingArn, jobExecutionSummary }) =>
            `${thingArn ?? ""}/${jobExecutionSummary?.executionNumber ?? ""}`,
        }),
    );
  }

  execution(query: ExecutionQuery): Promise<JobExecution> {
    const key = `${query.jobId}/${query.thingName}/${query.executionNumber ?? ""}`;
    return once(this.#executionDetails, key, () => this.source.execution(query, this.#controller.signal));
  }

  async tags(jobId: string): Promise<readonly Tag[]> {
    const { jobArn } = this.#latest.get(jobId) ?? (await this.details(jobId));
    if (jobArn === undefined) return [];
    return once(this.#tags, jobId, () => this.source.tags(jobArn, this.#controller.signal));
  }

  /** The job has changed: what was fetched of it is asked for again. */
  forget(jobId: string): void {
    this.#details.delete(jobId);
    this.#staleExecutions(jobId);
  }

  /** Everything but the lists is asked for again where it is shown. */
  forgetAll(): void {
    this.#details.clear();
    this.#tags.clear();
    this.#executionDetails.clear();
    for (const pages of this.#executions.values()) pages.markStale();
  }

  #staleExecutions(jobId: string): void {
    for (const [key, pages] of this.#executions) if (key.startsWith(`${jobId}/`)) pages.markStale();
    for (const key of [...this.#executionDetails.keys()])
      if (key.startsWith(`${jobId}/`)) this.#executionDetails.delete(key);
  }

  dispose(): void {
    this.#controller.abort();
  }
}

function sameCounts(one: Job, other: Job): boolean {
  return JSON.stringify(one.jobProcessDetails) === JSON.stringify(other.jobProcessDetails);
}

function summaryOf({ status, lastUpdatedAt, completedAt }: Job): Partial<JobSummary> {
  return { status, lastUpdatedAt, completedAt };
}

/** A failure is not kept. */
function once<V>(map: Map<string, Promise<V>>, key: string, ask: () => Promise<V>): Promise<V> {
  return cached(map, key, () => {
    const asked = ask();
    asked.catch(() => map.delete(key));
    return asked;
  });
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const made = map.get(key) ?? make();
  map.set(key, made);
  return made;
}
