import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { readAuthorization } from "./authorization";
import { type Clock, systemClock } from "./clock";
import { type Devices, devicesWith, usualFortune } from "./devices";
import { createFaults, type Fault, refusalOf } from "./faults";
import { AccountJobs } from "./accountJobs";
import { forgetting } from "./forgetting";
import { type Answer, callerIdentity, errorAnswer, isForLoopback, jsonAnswer, readBody, send, xmlError } from "./http";
import type { LiveJob } from "./job";
import { operations, type Request } from "./operations";
import { type HttpRequest, type OperationName, route } from "./routes";
import { namedJobs, sampleJobs } from "./seed";
import { ServiceError, serviceError } from "./serviceError";
import type { GroupSizes } from "./target";

export interface EmulatorOptions {
  /** A free one is taken when there is none, or 0. */
  readonly port?: number;
  /** When there is one, only those who know it can call: it is the first part of each path, and of `endpoint`. */
  readonly token?: string;
  /** Where the sample jobs are; other regions are empty at first. */
  readonly region?: string;
  readonly accountId?: string;
  readonly clock?: Clock;
  /** How many sample jobs there are at first; 0 for an empty fleet. */
  readonly jobs?: number;
  /** What devices do with the executions of jobs that are created; drawn by lot when nothing is said. */
  readonly devices?: Devices;
  /** How many things are in the groups of these names. */
  readonly thingGroups?: GroupSizes;
}

/** A request that came in, answered or not. */
export interface RecordedRequest {
  /** Missing for what is no operation. */
  readonly operation: OperationName | undefined;
  readonly method: string;
  /** Without token and query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly region: string | undefined;
  readonly requestId: string;
  /** Milliseconds since the epoch, by the emulator's clock. */
  readonly at: number;
  /** HTTP status of the answer; missing while and if there is none. */
  readonly status: number | undefined;
  /** Whether the operation was done, also when its answer was lost. */
  readonly acted: boolean;
}

type Recorded = { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] };

/** What stands behind the port: from a request to its answer, with all that can go wrong in between. */
export class Host {
  readonly region: string;
  readonly clock: Clock;
  readonly prefix: string;
  readonly faults = createFaults();
  readonly requests: Recorded[] = [];
  readonly closing = new AbortController();
  readonly #accountId: string;
  readonly #options: EmulatorOptions;
  readonly #regions = new Map<string, AccountJobs>();

  constructor(options: EmulatorOptions) {
    this.#options = options;
    this.region = options.region ?? "us-west-2";
    this.clock = options.clock ?? systemClock;
    this.prefix = options.token === undefined ? "" : `/${options.token}`;
    this.#accountId = options.accountId ?? "123456789012";
    this.jobsIn(this.region);
  }

  /** The jobs of a region. */
  jobsIn(region: string): AccountJobs {
    const known = this.#regions.get(region);
    if (known !== undefined) return known;
    const arnPrefix = `arn:${partition(region)}:iot:${region}:${this.#accountId}`;
    const thingGroups = this.#options.thingGroups ?? {};
    const count = region === this.region ? (this.#options.jobs ?? namedJobs) : 0;
    const jobs = new AccountJobs({
      arnPrefix,
      thingGroups,
      samples: sampleJobs(count, { arnPrefix, thingGroups, now: this.clock.now() }),
      devices: this.#options.devices ?? devicesWith(usualFortune),
    });
    this.#regions.set(region, jobs);
    return jobs;
  }

  live(jobId: string): LiveJob | undefined {
    return this.jobsIn(this.region).find(jobId, this.clock.now());
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    try {
      const answer = await this.#answer(message, requestId);
      if (answer === undefined) message.socket.destroy();
      else send(response, answer, requestId);
    } catch (error) {
      if (this.closing.signal.aborted || message.destroyed) message.socket.destroy();
      else send(response, errorAnswer(asServiceError(error)), requestId);
    }
  }

  /** Nothing where the connection is to be dropped. */
  async #answer(message: IncomingMessage, requestId: string): Promise<Answer | undefined> {
    if (!isForLoopback(message.headers.host)) {
      throw serviceError("AccessDeniedException", "Only 127.0.0.1 and localhost are answered here.");
    }
    const url = new URL(`http://127.0.0.1${message.url ?? "/"}`);
    if (this.prefix !== "" && url.pathname !== this.prefix && !url.pathname.startsWith(`${this.prefix}/`)) {
      throw serviceError("AccessDeniedException", "The token is missing.");
    }
    const body = await readBody(message);
    if (body === undefined) throw serviceError("RequestEntityTooLargeException", "The request is too large.");
    const path = url.pathname.slice(this.prefix.length);
    const request = { method: message.method ?? "GET", path: path === "" ? "/" : path, query: url.searchParams, body };
    const recorded = this.#record(request, requestId);
    const answer = await this.#serve(request, recorded, message.headers.authorization);
    recorded.status = answer?.status;
    return answer;
  }

  #record({ method, path, query, body }: HttpRequest, requestId: string): Recorded {
    const recorded: Recorded = {
      operation: undefined,
      method,
      path,
      query: Object.fromEntries(query),
      body,
      region: undefined,
      requestId,
      at: this.clock.now(),
      status: undefined,
      acted: false,
    };
    this.requests.push(recorded);
    if (this.requests.length > 10_000) this.requests.shift();
    return recorded;
  }

  async #serve(
    request: HttpRequest,
    recorded: Recorded,
    authorization: string | undefined,
  ): Promise<Answer | undefined> {
    try {
      const call = route(request);
      recorded.operation = call?.operation;
      recorded.region = readAuthorization(authorization).region;
      if (call === undefined) throw serviceError("UnknownOperationException", "There is no such operation.");
      return await this.#act(call.operation, call.members, recorded);
    } catch (error) {
      if (this.closing.signal.aborted) throw error;
      const refusal = asServiceError(error);
      return recorded.operation === "GetCallerIdentity" ? xmlError(refusal, recorded.requestId) : errorAnswer(refusal);
    }
  }

  /** The operation between the faults that strike it. */
  async #act(operation: OperationName, members: () => Request, recorded: Recorded): Promise<Answer | undefined> {
    const faults = this.faults.strike(operation);
    for (const fault of faults) {
      if (fault.kind === "latency") await this.#wait(fault.milliseconds);
      if (fault.kind === "drop-before") return undefined;
      if (fault.kind === "before") fault.run(recorded);
      const refusal = refusalOf(fault, operation);
      if (refusal !== undefined) throw refusal;
    }
    const answer = this.#perform(operation, members, { recorded, faults });
    recorded.acted = true;
    for (const fault of faults) {
      if (fault.kind === "late-answer") await this.#wait(fault.milliseconds);
      if (fault.kind === "drop-after") return undefined;
      if (fault.kind === "malformed") return { ...answer, body: fault.body ?? '{"jobs": [{"job' };
    }
    return answer;
  }

  #perform(
    operation: OperationName,
    members: () => Request,
    { recorded, faults }: { readonly recorded: RecordedRequest; readonly faults: readonly Fault[] },
  ): Answer {
    if (operation === "GetCallerIdentity") return callerIdentity(this.#accountId, recorded.requestId);
    const jobs = this.jobsIn(recorded.region ?? this.region);
    const lost = faults.flatMap((fault) => (fault.kind === "drop-member" ? [fault.member] : []));
    return jsonAnswer(operations[operation](members(), forgetting(jobs, lost), this.clock.now()));
  }

  #wait(milliseconds: number): Promise<void> {
    return wait(milliseconds, undefined, { signal: this.closing.signal });
  }
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  return serviceError("InternalFailureException", error instanceof Error ? error.message : String(error));
}

function partition(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
