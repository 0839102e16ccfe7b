import { readToken, writeToken } from "./pageToken";
import type { Devices } from "./devices";
import { conform } from "./conform";
import { type Job, type LiveJob, RunningJob, type Scheduling } from "./job";
import { configurationShape, type CreateJobInput, type JobStatus, type ListJobsInput } from "./shape";
import { groupId, groupNames, type GroupSizes, thingsOf } from "./target";

/** The jobs that an account has from the start, made one by one when somebody asks; index 0 is the newest. */
export interface SampleJobs {
  readonly length: number;
  at(index: number): Job;
  /** The status of a job that is history, without making the job; nothing for those that may change. */
  settledStatus(index: number): JobStatus | undefined;
  /** The index of a sample job, if the id is one's. */
  indexOf(jobId: string): number | undefined;
}

export interface AccountJobsOptions {
  /** `arn:aws:iot:REGION:ACCOUNT`. */
  readonly arnPrefix: string;
  readonly samples: SampleJobs;
  readonly devices: Devices;
  readonly thingGroups: GroupSizes;
}

export interface JobPage {
  readonly jobs: readonly Job[];
  readonly nextToken: string | undefined;
}

/** The service does not say how many it gives unasked. */
export const defaultPage = 100;

/** What the operations ask of the jobs of an account. */
export interface JobStore {
  readonly arnPrefix: string;
  find(jobId: string, time: number): LiveJob | undefined;
  create(input: CreateJobInput, scheduling: Scheduling, time: number): Job;
  /** Newest first. */
  list(input: ListJobsInput, time: number): JobPage;
}

/** All jobs of one account in one region. */
export class AccountJobs implements JobStore {
  readonly arnPrefix: string;
  readonly #options: AccountJobsOptions;
  readonly #created: LiveJob[] = [];
  readonly #createdById = new Map<string, LiveJob>();
  readonly #awake = new Map<number, LiveJob>();

  constructor(options: AccountJobsOptions) {
    this.#options = options;
    this.arnPrefix = options.arnPrefix;
  }

  find(jobId: string, time: number): LiveJob | undefined {
    const created = this.#createdById.get(jobId);
    if (created !== undefined && isPresent(created.at(time), time)) return created;
    const index = this.#options.samples.indexOf(jobId);
    if (index === undefined) return undefined;
    const sample = this.#wake(index);
    return isPresent(sample.at(time), time) ? sample : undefined;
  }

  create(input: CreateJobInput, scheduling: Scheduling, time: number): Job {
    const live = new RunningJob(newJob(this.#options, input, scheduling, time));
    this.#created.push(live);
    this.#createdById.set(input.jobId, live);
    return live.at(time);
  }

  list(input: ListJobsInput, time: number): JobPage {
    const jobs: Job[] = [];
    const size = input.maxResults ?? defaultPage;
    const { length } = this.#options.samples;
    for (let position = readToken(input.nextToken) ?? -this.#created.length; position < length; position++) {
      if (this.#isSurelyNot(input.status, position)) continue;
      const job = this.#at(position, time);
      if (job === undefined || !isPresent(job, time) || !isAskedFor(job, input)) continue;
      if (jobs.length === size) return { jobs, nextToken: writeToken(position) };
      jobs.push(job);
    }
    return { jobs, nextToken: undefined };
  }

  /** Lets a filter pass over history without waking it. */
  #isSurelyNot(status: JobStatus | undefined, position: number): boolean {
    if (status === undefined || position < 0 || this.#awake.has(position)) return false;
    const settled = this.#options.samples.settledStatus(position);
    return settled !== undefined && settled !== status;
  }

  /** Position 0 is the newest sample; those created since count down from -1, so that pages stay put when jobs are added. */
  #at(position: number, time: number): Job | undefined {
    return position < 0 ? this.#created[-1 - position]?.at(time) : this.#sampleAt(position, time);
  }

  /** History that nobody has touched stays asleep: a fleet of 100,000 jobs is mostly that. */
  #sampleAt(index: number, time: number): Job {
    const asleep = this.#awake.has(index) ? undefined : this.#options.samples.at(index);
    return asleep?.completedAt === undefined ? this.#wake(index).at(time) : asleep;
  }

  #wake(index: number): LiveJob {
    const known = this.#awake.get(index) ?? new RunningJob(this.#options.samples.at(index));
    this.#awake.set(index, known);
    return known;
  }
}

function isPresent({ goneAt }: Job, time: number): boolean {
  return goneAt === undefined || time < goneAt;
}

function newJob(options: AccountJobsOptions, input: CreateJobInput, scheduling: Scheduling, time: number): Job {
  return {
    jobId: input.jobId,
    jobArn: `${options.arnPrefix}:job/${input.jobId}`,
    targets: input.targets,
    targetSelection: input.targetSelection ?? "SNAPSHOT",
    document: input.document,
    documentSource: input.documentSource,
    documentParameters: input.documentParameters,
    jobTemplateArn: input.jobTemplateArn,
    namespaceId: input.namespaceId,
    tags: input.tags ?? [],
    scheduling,
    things: () => thingsOf(input.targets, options.thingGroups),
    devices: options.devices,
    createdAt: time,
    configuration: conform(configurationShape, input),
    status: scheduling.startsAt > time ? "SCHEDULED" : "IN_PROGRESS",
    lastUpdatedAt: time,
    completedAt: undefined,
    forceCanceled: false,
    reasonCode: undefined,
    comment: undefined,
    goneAt: undefined,
  };
}

function isAskedFor(job: Job, input: ListJobsInput): boolean {
  const groups = groupNames(job.targets);
  return (
    (input.status === undefined || input.status === job.status) &&
    (input.targetSelection === undefined || input.targetSelection === job.targetSelection) &&
    (input.namespaceId === undefined || input.namespaceId === job.namespaceId) &&
    (input.thingGroupName === undefined || groups.includes(input.thingGroupName)) &&
    (input.thingGroupId === undefined || groups.some((group) => groupId(group) === input.thingGroupId))
  );
}
