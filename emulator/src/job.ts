import type { Devices } from "./devices";
import { Executions } from "./executions";
import type { Configuration, CreateJobInput, JobStatus, Tag } from "./shape";

/** A job as the fleet keeps it. Times are milliseconds since the epoch. */
export interface Job {
  readonly jobId: string;
  readonly jobArn: string;
  readonly targets: readonly string[];
  readonly targetSelection: "CONTINUOUS" | "SNAPSHOT";
  readonly document: string | undefined;
  readonly documentSource: string | undefined;
  readonly documentParameters: Readonly<Record<string, string>> | undefined;
  readonly jobTemplateArn: string | undefined;
  readonly namespaceId: string | undefined;
  readonly tags: readonly Tag[];
  readonly scheduling: Scheduling;
  /** The names of its things; made when they are wanted, for most jobs are only ever listed. */
  readonly things: () => readonly string[];
  readonly devices: Devices;
  readonly createdAt: number;
  readonly configuration: Configuration;
  readonly status: JobStatus;
  readonly lastUpdatedAt: number;
  readonly completedAt: number | undefined;
  readonly forceCanceled: boolean;
  readonly reasonCode: string | undefined;
  readonly comment: string | undefined;
  /** While it is in deletion: when it will be gone. */
  readonly goneAt: number | undefined;
}

export interface Scheduling {
  readonly config: CreateJobInput["schedulingConfig"];
  readonly startsAt: number;
  readonly endsAt: number | undefined;
}

/** What an operator says when a job is canceled. */
export interface Cancellation {
  readonly force: boolean;
  readonly reasonCode?: string | undefined;
  readonly comment?: string | undefined;
}

/** A job that goes on while nobody looks: each question first brings it to the time of the question. */
export interface LiveJob {
  /** As it is at `time`. */
  at(time: number): Job;
  /** Its executions, brought to `time`. */
  executions(time: number): Executions;
  update(changes: Configuration, time: number): void;
  cancel(cancellation: Cancellation, time: number): void;
  /** Marks it as in deletion until `goneAt`. */
  remove(goneAt: number, time: number): void;
}

export class RunningJob implements LiveJob {
  #job: Job;
  #executions: Executions | undefined;

  constructor(job: Job) {
    this.#job = job;
  }

  at(time: number): Job {
    this.#keepSchedule(time);
    if (this.#isInProgress()) this.#advance(time);
    return this.#job;
  }

  executions(time: number): Executions {
    this.#keepSchedule(time);
    return this.#advance(time);
  }

  update(changes: Configuration, time: number): void {
    const configuration = { ...this.#job.configuration, ...changes };
    this.#advance(time).configure(configuration, time);
    this.#change(time, { configuration });
  }

  cancel({ force, reasonCode, comment }: Cancellation, time: number): void {
    const executions = this.#advance(time);
    executions.stop();
    executions.cancelQueued(time);
    if (force) executions.cancelInProgress(time);
    this.#change(time, { status: "CANCELED", completedAt: time, forceCanceled: force, reasonCode, comment });
  }

  remove(goneAt: number, time: number): void {
    this.#advance(time).stop();
    this.#change(time, { status: "DELETION_IN_PROGRESS", goneAt });
  }

  #change(time: number, changes: Partial<Job>): void {
    this.#job = { ...this.#job, ...changes, lastUpdatedAt: time };
  }

  #advance(time: number): Executions {
    this.#executions ??= this.#begin();
    this.#executions.advance(time);
    return this.#executions;
  }

  #begin(): Executions {
    const { jobId, things, scheduling, configuration, devices, completedAt } = this.#job;
    const executions = new Executions({
      jobId,
      things: things(),
      startsAt: scheduling.startsAt,
      configuration,
      devices,
      onDone: (time) => {
        if (this.#job.targetSelection === "SNAPSHOT") this.#end("COMPLETED", time);
      },
      onAbort: (time) => this.#end("CANCELED", time),
    });
    if (completedAt !== undefined) replay(executions, this.#job, completedAt);
    return executions;
  }

  #isInProgress(): boolean {
    return this.#job.status === "IN_PROGRESS";
  }

  #end(status: "COMPLETED" | "CANCELED", time: number): void {
    if (this.#isInProgress()) this.#change(time, { status, completedAt: time });
  }

  #keepSchedule(time: number): void {
    const { startsAt, endsAt, config } = this.#job.scheduling;
    if (this.#job.status === "SCHEDULED" && time >= startsAt) this.#change(startsAt, { status: "IN_PROGRESS" });
    if (!this.#isInProgress() || endsAt === undefined || time < endsAt) return;
    const executions = this.#advance(endsAt);
    if (!this.#isInProgress()) return;
    if (config?.endBehavior === "CANCEL") this.cancel({ force: false }, endsAt);
    else if (config?.endBehavior === "FORCE_CANCEL") this.cancel({ force: true }, endsAt);
    else executions.stop();
  }
}

/** A job that is history from the start: its executions went on until it ended. */
function replay(executions: Executions, { status }: Job, endedAt: number): void {
  executions.advance(endedAt);
  executions.stop();
  if (status === "CANCELED") executions.cancelQueued(endedAt);
}
