import { isJobId } from "../aws/jobId";
import type { Failure } from "../aws/failure";
import { AutoRefresh, type Refreshed } from "./autoRefresh";
import { DetailsQueue } from "./detailsQueue";
import type { Fleet } from "./fleet";
import { itemOf, type JobNode } from "./jobNode";
import type { Stale } from "./jobsHeader";

/** What is kept up to date, and who is told of it. */
interface Followed {
  readonly fleet: () => Fleet | undefined;
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
  arrived(fleet: Fleet): void {
    this.#asOf = new Date();
    this.#queue.add(worthAsking(fleet));
  }

  /** A job was changed: it is asked for before long. */
  soon(jobId: string): void {
    this.#queue.add([jobId]);
  }

  /** Asks for the lists again. When that fails, what is shown stays, and is said to be old. */
  async renewLists(fleet: Fleet): Promise<Refreshed> {
    const before = rowsOf(fleet);
    try {
      await fleet.renew();
    } catch (error) {
      if (fleet === this.followed.fleet()) this.#becomeStale(error);
      return "failed";
    }
    if (fleet !== this.followed.fleet()) return "same";
    const moved = rowsOf(fleet) !== before;
    this.#stale = undefined;
    if (moved) this.followed.changed(undefined);
    this.followed.listed();
    this.arrived(fleet);
    return moved ? "changed" : "same";
  }

  async #renew(): Promise<Refreshed> {
    const fleet = this.followed.fleet();
    if (fleet === undefined || fleet.lists.length === 0) return this.#askFirst();
    const before = this.#moves;
    const outcome = await this.renewLists(fleet);
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
    const fleet = this.followed.fleet();
    if (fleet === undefined) return "stop";
    const row = this.followed.row(jobId);
    const before = row === undefined ? "" : JSON.stringify(itemOf(row, fleet));
    try {
      await fleet.renewDetails(jobId);
    } catch (error) {
      const { kind } = this.followed.note(error);
      return kind === "notFound" || kind === "invalid" || kind === "other" ? "goOn" : "stop";
    }
    if (row !== undefined && fleet === this.followed.fleet() && JSON.stringify(itemOf(row, fleet)) !== before) {
      this.#moves += 1;
      this.followed.changed(row);
      this.followed.listed();
    }
    return "goOn";
  }
}

/** Jobs in progress; those that nobody was asked about first, then those asked about longest ago. */
function worthAsking(fleet: Fleet): readonly string[] {
  const going = fleet.jobs.flatMap(({ jobId = "", status }) =>
    status === "IN_PROGRESS" && isJobId(jobId) ? [jobId] : [],
  );
  return going.toSorted((a, b) => fleet.askedAt(a) - fleet.askedAt(b));
}

/** Changes when anything of the rows changes that the lists say. */
function rowsOf(fleet: Fleet): string {
  return fleet.jobs
    .map(({ jobId, status, lastUpdatedAt }) => `${jobId ?? ""} ${status ?? ""} ${lastUpdatedAt?.getTime() ?? 0}`)
    .join("\n");
}
