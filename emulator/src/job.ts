import type { Devices } from "./devices";
import { createExecutions, type Executions } from "./executions";
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
  readonly things: readonly string[];
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

export function liveJob(start: Job): LiveJob {
  let job = start;
  let running: Executions | undefined;

  const change = (time: number, changes: Partial<Job>) => {
    job = { ...job, ...changes, lastUpdatedAt: time };
  };

  const whileInProgress = (change: () => void) => {
    if (job.status === "IN_PROGRESS") change();
  };

  function begin(): Executions {
    const executions = createExecutions({
      jobId: job.jobId,
      things: job.things,
      startsAt: job.scheduling.startsAt,
      configuration: job.configuration,
      devices: job.devices,
      onDone: (time) =>
        whileInProgress(() => {
          if (job.targetSelection === "SNAPSHOT") change(time, { status: "COMPLETED", completedAt: time });
        }),
      onAbort: (time) => whileInProgress(() => change(time, { status: "CANCELED", completedAt: time })),
    });
    if (job.completedAt !== undefined) replay(executions, job, job.completedAt);
    return executions;
  }

  function executions(time: number): Executions {
    running ??= begin();
    running.advance(time);
    return running;
  }

  function cancel({ force, reasonCode, comment }: Cancellation, time: number): void {
    const all = executions(time);
    all.stop();
    all.cancelQueued(time);
    if (force) all.cancelInProgress(time);
    change(time, { status: "CANCELED", completedAt: time, forceCanceled: force, reasonCode, comment });
  }

  function keepSchedule(time: number): void {
    const { startsAt, endsAt, config } = job.scheduling;
    if (job.status === "SCHEDULED" && time >= startsAt) change(startsAt, { status: "IN_PROGRESS" });
    if (job.status !== "IN_PROGRESS" || endsAt === undefined || time < endsAt) return;
    executions(endsAt);
    if (config?.endBehavior === "CANCEL") cancel({ force: false }, endsAt);
    else if (config?.endBehavior === "FORCE_CANCEL") cancel({ force: true }, endsAt);
    else executions(endsAt).stop();
  }

  return {
    at: (time) => {
      keepSchedule(time);
      if (job.status === "IN_PROGRESS") executions(time);
      return job;
    },
    executions: (time) => {
      keepSchedule(time);
      return executions(time);
    },
    update: (changes, time) => {
      const configuration = { ...job.configuration, ...changes };
      executions(time).configure(configuration, time);
      change(time, { configuration });
    },
    cancel,
    remove: (goneAt, time) => {
      executions(time).stop();
      change(time, { status: "DELETION_IN_PROGRESS", goneAt });
    },
  };
}

/** A job that is history from the start: its executions went on until it ended. */
function replay(executions: Executions, { status }: Job, endedAt: number): void {
  executions.advance(endedAt);
  executions.stop();
  if (status === "CANCELED") executions.cancelQueued(endedAt);
}
