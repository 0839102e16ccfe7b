import type { ExecutionsQuery, Job, JobExecutionSummaryForJob, Jobs, JobSummary, Page } from "../aws/jobs";

/** A list that is fetched a page at a time. */
export class Pages<T> {
  #items: readonly T[] = [];
  #next: string | undefined;
  #running: Promise<void> | undefined;
  #started = false;

  constructor(private readonly fetch: (token: string | undefined) => Promise<Page<T>>) {}

  get items(): readonly T[] {
    return this.#items;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** The items so far; the first page is fetched at the first call, and again after a failure. */
  async first(): Promise<readonly T[]> {
    if (!this.#started) await this.more();
    return this.#items;
  }

  /** Fetches the next page; a call while one is on its way waits for that one. */
  more(): Promise<void> {
    this.#running ??= this.#fetchPage().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #fetchPage(): Promise<void> {
    const { items, next } = await this.fetch(this.#next);
    this.#items = [...this.#items, ...items];
    this.#next = next;
    this.#started = true;
  }
}

/** What has been fetched of an account's jobs since the last refresh. A refresh disposes it and makes another. */
export class Fleet {
  readonly #controller = new AbortController();
  readonly #details = new Map<string, Promise<Job>>();
  readonly #executions = new Map<string, Pages<JobExecutionSummaryForJob>>();
  readonly jobs: Pages<JobSummary>;

  constructor(private readonly source: Jobs) {
    this.jobs = new Pages((token) => source.list(token, this.#controller.signal));
  }

  /** DescribeJob, once for each job; a failure is asked for again. */
  details(jobId: string): Promise<Job> {
    const known = this.#details.get(jobId);
    if (known !== undefined) return known;
    const asked = this.source.describe(jobId, this.#controller.signal);
    this.#details.set(jobId, asked);
    asked.catch(() => this.#details.delete(jobId));
    return asked;
  }

  executions(query: ExecutionsQuery): Pages<JobExecutionSummaryForJob> {
    const key = `${query.jobId}/${query.status}`;
    const known = this.#executions.get(key);
    if (known !== undefined) return known;
    const pages = new Pages((token) => this.source.executions(query, token, this.#controller.signal));
    this.#executions.set(key, pages);
    return pages;
  }

  /** The job has changed: what was fetched of it is asked for again. */
  forget(jobId: string): void {
    this.#details.delete(jobId);
    for (const key of [...this.#executions.keys()]) if (key.startsWith(`${jobId}/`)) this.#executions.delete(key);
  }

  dispose(): void {
    this.#controller.abort();
  }
}

/** Newest first; jobs of the same moment stay in the order of the service. */
export function newestFirst(jobs: readonly JobSummary[]): readonly JobSummary[] {
  return jobs.toSorted((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
}
