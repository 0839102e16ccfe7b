import { detailsOf, executionOf, executionSummaryOf, summaryOf } from "./answers";
import { conform } from "./conform";
import { defaultPage, type JobStore } from "./accountJobs";
import type { LiveJob, Scheduling } from "./job";
import { readToken, writeToken } from "./pageToken";
import { checkCreate, checkUpdate, checkUpdateOfLive } from "./rules";
import { invalidRequest, serviceError } from "./serviceError";
import {
  cancelJobShape,
  configurationShape,
  createJobShape,
  type CreateJobInput,
  deleteJobShape,
  executionShape,
  listExecutionsShape,
  listJobsShape,
  oneJobShape,
  tagsShape,
  updateJobShape,
} from "./shape";

/** The members of a request, wherever on the wire they stood, before anything has been checked. */
export type Request = Readonly<Record<string, unknown>>;

/** What an operation answers; nothing where the body is empty. Every time is in milliseconds since the epoch. */
export type Operation = (
  request: Request,
  store: JobStore,
  time: number,
) => Readonly<Record<string, unknown>> | undefined;

export const operations = {
  CreateJob: (request, store, time) => {
    const input = conform(createJobShape, request);
    checkCreate(input);
    if (store.find(input.jobId, time) !== undefined) {
      throw serviceError("ResourceAlreadyExistsException", `Job ${input.jobId} already exists.`);
    }
    const { jobArn, jobId } = store.create(input, schedule(input.schedulingConfig, time), time);
    return { jobArn, jobId, description: input.description };
  },

  DescribeJob: (request, store, time) => {
    const job = find(conform(oneJobShape, request), store, time);
    const executions = job.executions(time);
    return { documentSource: job.at(time).documentSource, job: detailsOf(job.at(time), executions) };
  },

  ListJobs: (request, store, time) => {
    const { jobs, nextToken } = store.list(conform(listJobsShape, request), time);
    return { jobs: jobs.map(summaryOf), nextToken };
  },

  UpdateJob: (request, store, time) => {
    const input = conform(updateJobShape, request);
    checkUpdate(input);
    const job = find(input, store, time);
    checkUpdateOfLive(input, job.at(time));
    job.update(conform(configurationShape, input), time);
    return undefined;
  },

  CancelJob: (request, store, time) => {
    const input = conform(cancelJobShape, request);
    const job = find(input, store, time);
    const { status, jobArn, jobId, configuration } = job.at(time);
    if (status !== "IN_PROGRESS" && status !== "SCHEDULED") {
      throw invalidRequest(`Job ${jobId} cannot be canceled because its Status is ${status}.`);
    }
    job.cancel({ force: input.force ?? false, reasonCode: input.reasonCode, comment: input.comment }, time);
    return { jobArn, jobId, description: configuration.description };
  },

  DeleteJob: (request, store, time) => {
    const input = conform(deleteJobShape, request);
    const job = find(input, store, time);
    const { status, jobId, things } = job.at(time);
    if (status === "IN_PROGRESS" && input.force !== true) {
      throw serviceError(
        "InvalidStateTransitionException",
        `Job ${jobId} is IN_PROGRESS: cancel it first, or set Force.`,
      );
    }
    if (status !== "DELETION_IN_PROGRESS") job.remove(time + deletionTime(things().length), time);
    return undefined;
  },

  ListJobExecutionsForJob: (request, store, time) => {
    const input = conform(listExecutionsShape, request);
    const all = find(input, store, time).executions(time).list();
    const asked = input.status === undefined ? all : all.filter(({ status }) => status === input.status);
    const from = readToken(input.nextToken) ?? 0;
    const until = from + (input.maxResults ?? defaultPage);
    return {
      executionSummaries: asked.slice(from, until).map((execution) => executionSummaryOf(execution, store.arnPrefix)),
      nextToken: until < asked.length ? writeToken(until) : undefined,
    };
  },

  DescribeJobExecution: (request, store, time) => {
    const input = conform(executionShape, request);
    const job = find(input, store, time);
    const execution = job
      .executions(time)
      .list()
      .findLast(
        ({ thingName, executionNumber }) =>
          thingName === input.thingName && executionNumber === (input.executionNumber ?? executionNumber),
      );
    if (execution === undefined) throw notFound(`Job ${input.jobId} has no such execution on ${input.thingName}.`);
    return { execution: executionOf(execution, job.at(time), { arnPrefix: store.arnPrefix, time }) };
  },

  GetJobDocument: (request, store, time) => {
    const input = conform(oneJobShape, request);
    const { document, documentParameters = {} } = find(input, store, time).at(time);
    if (document === undefined || input.beforeSubstitution === true) return { document };
    return {
      document: document.replaceAll(
        /\$\{aws:iot:parameter:([\w-]+)\}/gu,
        (placeholder: string, name: string) => documentParameters[name] ?? placeholder,
      ),
    };
  },

  ListTagsForResource: (request, store, time) => {
    const { resourceArn } = conform(tagsShape, request);
    const prefix = `${store.arnPrefix}:job/`;
    const job = resourceArn.startsWith(prefix) ? store.find(resourceArn.slice(prefix.length), time) : undefined;
    if (job === undefined) throw notFound(`The resource ${resourceArn} does not exist.`);
    return { tags: job.at(time).tags };
  },
} as const satisfies Readonly<Record<string, Operation>>;

interface JobReference {
  readonly jobId: string;
  readonly namespaceId?: string;
}

/** @throws ResourceNotFoundException, also for a job of another namespace than the one that is named. */
function find({ jobId, namespaceId }: JobReference, store: JobStore, time: number): LiveJob {
  const job = store.find(jobId, time);
  const own = job?.at(time).namespaceId;
  const elsewhere = namespaceId !== undefined && own !== undefined && namespaceId !== own;
  if (job === undefined || elsewhere) throw notFound(`Job ${jobId} does not exist.`);
  return job;
}

function notFound(sentence: string) {
  return serviceError("ResourceNotFoundException", sentence);
}

/** Deleting takes longer the more executions there are; the service says only that. */
function deletionTime(executions: number): number {
  return 2000 + executions * 10;
}

function schedule(config: CreateJobInput["schedulingConfig"], time: number): Scheduling {
  const startsAt = config?.startTime === undefined ? time : moment("StartTime", config.startTime);
  const endsAt = config?.endTime === undefined ? undefined : moment("EndTime", config.endTime);
  if (startsAt < time) throw invalidRequest("StartTime must be in the future.");
  if (endsAt !== undefined && endsAt <= startsAt) throw invalidRequest("EndTime must be after StartTime.");
  return { config, startsAt, endsAt };
}

/** The service takes `yyyy-mm-dd hh:mm` in UTC, and ISO 8601. */
function moment(member: string, text: string): number {
  const time = Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u.test(text) ? `${text.replace(" ", "T")}Z` : text);
  if (Number.isNaN(time)) throw invalidRequest(`${member} must be a date and time.`);
  return time;
}
