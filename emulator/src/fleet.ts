import { readToken, writeToken } from "./pageToken";
import type { Devices } from "./devices";
import { liveJob, type Job, type LiveJob } from "./job";
import type { CreateJobInput, ListJobsInput } from "./shape";
import { groupId, groupNames, type GroupSizes, thingsOf } from "./target";

/** The jobs that a fleet has from the start, made one by one when somebody asks; index 0 is the newest. */
export interface SampleJobs {
  readonly length: number;
  at(index: number): Job;
  /** The index of a sample job, if the id is one's. */
  indexOf(jobId: string): number | undefined;
}

export interface FleetOptions {
  /** `arn:aws:iot:REGION:ACCOUNT`. */
  readonly arnPrefix: string;
  readonly samples: SampleJobs;
  readonly devices: Devices;
  readonly thingGroups: GroupSizes;
}

/** All jobs of one account in one region. */
export interface Fleet {
  readonly arnPrefix: string;
  find(jobId: string, time: number): LiveJob | undefined;
  create(input: CreateJobInput, scheduling: Job["scheduling"], time: number): Job;
  list(input: ListJobsInput, time: number): JobPage;
}

export interface JobPage {
  readonly jobs: readonly Job[];
  readonly nextToken: string | undefined;
}

/** The service does not say how many it gives unasked. */
export const defaultPage = 100;

export function createFleet(options: FleetOptions): Fleet {
  const { arnPrefix, samples } = options;
  const created: LiveJob[] = [];
  const byId = new Map<string, LiveJob>();
  const awake = new Map<number, LiveJob>();

  const present = (job: LiveJob | undefined, time: number) =>
    job !== undefined && time < (job.at(time).goneAt ?? Infinity) ? job : undefined;

  function sample(index: number): LiveJob {
    const known = awake.get(index) ?? liveJob(samples.at(index));
    awake.set(index, known);
    return known;
  }

  /** History that nobody has touched stays asleep: a fleet of 100,000 jobs is mostly that. */
  function sampleAt(index: number, time: number): Job | undefined {
    if (!awake.has(index)) {
      const job = samples.at(index);
      if (job.completedAt !== undefined) return job;
    }
    return present(sample(index), time)?.at(time);
  }

  function find(jobId: string, time: number): LiveJob | undefined {
    const own = present(byId.get(jobId), time);
    if (own !== undefined) return own;
    const index = samples.indexOf(jobId);
    return index === undefined ? undefined : present(sample(index), time);
  }

  /** Position 0 is the newest sample; those created since count down from -1, so that pages stay put when jobs are added. */
  function jobAt(position: number, time: number): Job | undefined {
    return position < 0 ? present(created[-1 - position], time)?.at(time) : sampleAt(position, time);
  }

  return {
    arnPrefix,
    find,
    create: (input, scheduling, time) => {
      const live = liveJob(newJob(options, input, scheduling, time));
      created.push(live);
      byId.set(input.jobId, live);
      return live.at(time);
    },
    list: (input, time) => {
      const jobs: Job[] = [];
      const size = input.maxResults ?? defaultPage;
      for (let position = readToken(input.nextToken) ?? -created.length; position < samples.length; position++) {
        const job = jobAt(position, time);
        if (job === undefined || !isAskedFor(job, input)) continue;
        if (jobs.length === size) return { jobs, nextToken: writeToken(position) };
        jobs.push(job);
      }
      return { jobs, nextToken: undefined };
    },
  };
}

function newJob(options: FleetOptions, input: CreateJobInput, scheduling: Job["scheduling"], time: number): Job {
  const { description, presignedUrlConfig, jobExecutionsRolloutConfig } = input;
  const { abortConfig, timeoutConfig, jobExecutionsRetryConfig } = input;
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
    things: thingsOf(input.targets, options.thingGroups),
    devices: options.devices,
    createdAt: time,
    configuration: {
      ...(description !== undefined && { description }),
      ...(presignedUrlConfig !== undefined && { presignedUrlConfig }),
      ...(jobExecutionsRolloutConfig !== undefined && { jobExecutionsRolloutConfig }),
      ...(abortConfig !== undefined && { abortConfig }),
      ...(timeoutConfig !== undefined && { timeoutConfig }),
      ...(jobExecutionsRetryConfig !== undefined && { jobExecutionsRetryConfig }),
    },
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

