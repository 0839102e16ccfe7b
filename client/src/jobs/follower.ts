import { isJobId } from "../aws/jobId";
import type { Failure } from "../aws/failure";
import { AutoRefresh, type Refreshed } from "./autoRefresh";
import { DetailsQueue } from "./detailsQueue";
import type { JobCache } from "./jobCache";
import { itemOf, type JobNode } from "./jobNode";
import type { Stale } from "./jobsHeader";

/** What is kept up to date, and who is told of it. */
interface Followed {
  readonly cache: () => JobCache | undefined;
  readonly row: (jobId: string) => JobNode | undefined;
  /** A row and what stands below it, or all rows, are to be shown anew. */
  readonly changed: (node: JobNode | undefined) => void;
  /** Count, message or badge may have changed. */
  readonly listed: () => void;
  /** Writes a failure into the log. */
  readonly note: (error: unknown) => Failure;
  /** Whether the first page may come when it is asked for again. */
  readonly mayCome: () => boolean;
}

/** Milliseconds for which a view that is opened again needs no refresh. */
const freshFor = 10_000;

/** Keeps the jobs that are shown up to date: their lists, then the progress of those that go on. */
export class Follower {
  readonly #queue = new DetailsQueue((jobId) => this.#ask(jobId));
  readonly #auto = new AutoRefresh(() => this.#renew());
  #stale: Stale | undefined;
  #asOf = new Date();
  /** How many rows have changed so far. */
  #moves = 0;

  constructor(private readonly followed: Followed) {}

  /** Why the rows are not those of now; undefined when they are. */
  get stale(): Stale | undefined {
    return this.#stale;
  }

  start(): void {
    this.#auto.start();
    if (Date.now() - this.#asOf.getTime() > freshFor) void this.#renew();
  }

  stop(): void {
    this.#auto.stop();
    this.#queue.clear();
  }

  /** Other jobs are followed from now on. */
  reset(): void {
    this.#stale = undefined;
    this.#queue.clear();
  }

  /** Jobs were listed for the first time. */
  arrived(cache: JobCache): void {
    this.#asOf = new Date();
    this.#queue.add(worthAsking(cache));
  }

  /** A job was changed: it is asked for before long. */
  soon(jobId: string): void {
    this.#queue.add([jobId]);
  }

  /** Asks for the lists again. When that fails, what is shown stays, and is said to be old. */
  async renewLists(cache: JobCache): Promise<Refreshed> {
    const before = rowsOf(cache);
    try {
      await cache.renew();
    } catch (error) {
      if (cache === this.followed.cache()) this.#becomeStale(error);
      return "failed";
    }
    if (cache !== this.followed.cache()) return "same";
    const moved = rowsOf(cache) !== before;
    this.#stale = undefined;
    if (moved) this.followed.changed(undefined);
    this.followed.listed();
    this.arrived(cache);
    return moved ? "changed" : "same";
  }

  async #renew(): Promise<Refreshed> {
    const cache = this.followed.cache();
    if (cache === undefined || cache.lists.length === 0) return this.#askFirst();
    const before = this.#moves;
    const outcome = await this.renewLists(cache);
    if (outcome !== "failed") await this.#queue.idle();
    return this.#moves > before ? "changed" : outcome;
  }

  #askFirst(): Refreshed {
    if (!this.followed.mayCome()) return "same";
    this.followed.changed(undefined);
    return "failed";
  }

  #becomeStale(error: unknown): void {
    const { kind, sentence } = this.followed.note(error);
    if (kind === "canceled") return;
    this.#stale = { sentence, asOf: this.#asOf };
    this.followed.listed();
  }

  async #ask(jobId: string): Promise<"goOn" | "stop"> {
    const cache = this.followed.cache();
    if (cache === undefined) return "stop";
    const row = this.followed.row(jobId);
    const before = row === undefined ? "" : JSON.stringify(itemOf(row, cache));
    try {
      await cache.renewDetails(jobId);
    } catch (error) {
      const { kind } = this.followed.note(error);
      return kind === "notFound" || kind === "invalid" || kind === "other" ? "goOn" : "stop";
    }
    if (row !== undefined && cache === this.followed.cache() && JSON.stringify(itemOf(row, cache)) !== before) {
      this.#moves += 1;
      this.followed.changed(row);
      this.followed.listed();
    }
    return "goOn";
  }
}

/** Jobs in progress; those that nobody was asked about first, then those asked about longest ago. */
function worthAsking(cache: JobCache): readonly string[] {
  const going = cache.jobs.flatMap(({ jobId = "", status }) =>
    status === "IN_PROGRESS" && isJobId(jobId) ? [jobId] : [],
  );
  return going.toSorted((a, b) => cache.askedAt(a) - cache.askedAt(b));
}

/** Changes when anything of the rows changes that the lists say. */
function rowsOf(cache: JobCache): string {
  return cache.jobs
    .map(({ jobId, status, lastUpdatedAt }) => `${jobId ?? ""} ${status ?? ""} ${lastUpdatedAt?.getTime() ?? 0}`)
    .join("\n");
}
