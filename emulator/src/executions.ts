import { type Agenda, createAgenda } from "./agenda";
import type { Devices } from "./devices";
import { pause } from "./rollout";
import type { Configuration, ExecutionStatus } from "./shape";

/** One attempt of one thing. Times are milliseconds since the epoch. */
export interface Execution {
  readonly thingName: string;
  /** Counts the executions of the job on this thing, from 1. */
  readonly executionNumber: number;
  readonly status: ExecutionStatus;
  readonly queuedAt: number;
  readonly startedAt: number | undefined;
  readonly lastUpdatedAt: number;
  readonly timesOutAt: number | undefined;
  readonly forceCanceled: boolean;
  readonly versionNumber: number;
}

interface ExecutionsOptions {
  readonly jobId: string;
  readonly things: readonly string[];
  readonly startsAt: number;
  readonly configuration: Configuration;
  readonly devices: Devices;
  /** All things are done; `time` is when the last one was. */
  readonly onDone: (time: number) => void;
  /** An abort criterion has been met. */
  readonly onAbort: (time: number) => void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Row = Mutable<Execution>;

interface Notify {
  readonly kind: "notify";
  /** Stale once the rollout was configured anew. */
  readonly rollout: number;
}

interface Step {
  readonly kind: "start" | "end";
  readonly row: Row;
  readonly status: ExecutionStatus;
}

const terminal: readonly ExecutionStatus[] = ["SUCCEEDED", "FAILED", "REJECTED", "TIMED_OUT"];

/** The executions of one job, brought to a time when somebody looks. All are queued at first and notified at the rollout's rate. */
export class Executions {
  readonly #options: ExecutionsOptions;
  readonly #agenda: Agenda<Notify | Step> = createAgenda();
  readonly #rows: Row[];
  readonly #counts = new Map<ExecutionStatus, number>();
  #configuration: Configuration;
  #rollout = { id: 0, notified: 0, succeeded: 0 };
  #notified = 0;
  #lastNotifiedAt: number | undefined;
  #stopped = false;

  constructor(options: ExecutionsOptions) {
    this.#options = options;
    this.#configuration = options.configuration;
    this.#rows = options.things.map((thingName) => this.#queue(thingName, 1, options.startsAt));
    this.#agenda.add(options.startsAt, { kind: "notify", rollout: 0 });
  }

  /** Lets all happen that is due at `time`; costs nothing when nothing is. */
  advance(time: number): void {
    for (let due = this.#agenda.takeDue(time); due !== undefined; due = this.#agenda.takeDue(time)) {
      if (due.item.kind === "notify") this.#notify(due.item, due.at);
      else this.#take(due.item, due.at);
    }
  }

  /** Takes another configuration from now on; an exponential rate starts over from its base. */
  configure(configuration: Configuration, time: number): void {
    this.advance(time);
    const rolloutChanged = configuration.jobExecutionsRolloutConfig !== this.#configuration.jobExecutionsRolloutConfig;
    this.#configuration = configuration;
    if (!rolloutChanged) return;
    this.#rollout = { id: this.#rollout.id + 1, notified: 0, succeeded: 0 };
    const next = this.#lastNotifiedAt === undefined ? time : Math.max(time, this.#lastNotifiedAt + this.#pause());
    this.#agenda.add(Math.max(next, this.#options.startsAt), { kind: "notify", rollout: this.#rollout.id });
  }

  /** Nobody is notified any more. */
  stop(): void {
    this.#stopped = true;
  }

  cancelQueued(time: number): void {
    this.advance(time);
    this.#cancel("QUEUED", time);
  }

  cancelInProgress(time: number): void {
    this.advance(time);
    this.#cancel("IN_PROGRESS", time);
  }

  list(): readonly Execution[] {
    return this.#rows;
  }

  count(status: ExecutionStatus): number {
    return this.#counts.get(status) ?? 0;
  }

  #queue(thingName: string, executionNumber: number, time: number): Row {
    this.#counts.set("QUEUED", this.count("QUEUED") + 1);
    return {
      thingName,
      executionNumber,
      status: "QUEUED",
      queuedAt: time,
      startedAt: undefined,
      lastUpdatedAt: time,
      timesOutAt: undefined,
      forceCanceled: false,
      versionNumber: 1,
    };
  }

  #pause(): number {
    return pause(this.#configuration.jobExecutionsRolloutConfig, this.#rollout);
  }

  #notify({ rollout }: Notify, time: number): void {
    const row = this.#notified < this.#options.things.length ? this.#rows[this.#notified] : undefined;
    if (this.#stopped || rollout !== this.#rollout.id || row === undefined) return;
    // The time that a thing takes up is that of the rate before it: 1000 things at 50 per minute take 20 minutes.
    this.#agenda.add(time + this.#pause(), { kind: "notify", rollout });
    this.#notified += 1;
    this.#rollout.notified += 1;
    this.#lastNotifiedAt = time;
    this.#plan(row, time);
  }

  #plan(row: Row, time: number): void {
    const { startsAfter, ends } = this.#deeds(row);
    if (startsAfter === Infinity) return;
    const step: Step =
      ends === "REJECTED" ? { kind: "end", row, status: "REJECTED" } : { kind: "start", row, status: "IN_PROGRESS" };
    this.#agenda.add(time + startsAfter, step);
  }

  #deeds({ thingName, executionNumber }: Row) {
    return this.#options.devices(this.#options.jobId, thingName, executionNumber - 1);
  }

  #take({ kind, row, status }: Step, time: number): void {
    if (row.status !== (status === "IN_PROGRESS" || status === "REJECTED" ? "QUEUED" : "IN_PROGRESS")) return;
    this.#move(row, status, time);
    if (kind === "start") this.#start(row, time);
    else this.#end(row, time);
  }

  /** A timeout holds for the executions that start while it is configured. */
  #start(row: Row, time: number): void {
    row.startedAt = time;
    const { takes, ends } = this.#deeds(row);
    const minutes = this.#configuration.timeoutConfig?.inProgressTimeoutInMinutes ?? Infinity;
    row.timesOutAt = minutes === Infinity ? undefined : time + minutes * 60_000;
    if (ends !== "SILENT" && takes <= minutes * 60_000) {
      this.#agenda.add(time + takes, { kind: "end", row, status: ends });
    } else if (row.timesOutAt !== undefined) {
      this.#agenda.add(row.timesOutAt, { kind: "end", row, status: "TIMED_OUT" });
    }
  }

  #end(row: Row, time: number): void {
    if (row.status === "SUCCEEDED") this.#rollout.succeeded += 1;
    this.#retry(row, time);
    if (this.#stopped) return;
    if (this.#mustAbort()) {
      this.#stopped = true;
      this.#cancel("QUEUED", time);
      this.#options.onAbort(time);
    } else if (this.count("QUEUED") === 0 && this.count("IN_PROGRESS") === 0) {
      this.#stopped = true;
      this.#options.onDone(time);
    }
  }

  #retry({ thingName, executionNumber, status }: Row, time: number): void {
    const criterion = this.#configuration.jobExecutionsRetryConfig?.criteriaList.find(
      ({ failureType }) =>
        failureType === status || (failureType === "ALL" && (status === "FAILED" || status === "TIMED_OUT")),
    );
    if (this.#stopped || criterion === undefined || executionNumber > criterion.numberOfRetries) return;
    const row = this.#queue(thingName, executionNumber + 1, time);
    this.#rows.push(row);
    this.#plan(row, time);
  }

  /** The developer guide reckons with the executions that have ended; in hundredths of a percent all is whole numbers. */
  #mustAbort(): boolean {
    const executed = this.#sum(terminal);
    return (this.#configuration.abortConfig?.criteriaList ?? []).some((criterion) => {
      const failed =
        criterion.failureType === "ALL" ? executed - this.count("SUCCEEDED") : this.count(criterion.failureType);
      const enough = executed >= criterion.minNumberOfExecutedThings;
      return enough && failed * 10_000 >= Math.round(criterion.thresholdPercentage * 100) * executed;
    });
  }

  #sum(statuses: readonly ExecutionStatus[]): number {
    return statuses.reduce((sum, status) => sum + this.count(status), 0);
  }

  #cancel(status: ExecutionStatus, time: number): void {
    for (const row of this.#rows.filter((candidate) => candidate.status === status)) {
      this.#move(row, "CANCELED", time);
      row.forceCanceled = status === "IN_PROGRESS";
    }
  }

  #move(row: Row, status: ExecutionStatus, time: number): void {
    this.#counts.set(row.status, this.count(row.status) - 1);
    this.#counts.set(status, this.count(status) + 1);
    row.status = status;
    row.lastUpdatedAt = time;
    row.versionNumber += 1;
  }
}
