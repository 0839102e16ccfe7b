import { t } from "@vscode/l10n";
import { failureOf } from "../aws/failure";
import type { Job, Jobs } from "../aws/jobs";
import type { Journal } from "../journal/journal";
import { isPassing } from "./answer";
import type { Outdated } from "./outcome";
import type { Identity, Review } from "./review";

/** What an apply works with: AWS, a person, a journal, and time. */
export interface Surroundings {
  /** Must ask AWS once for each call: what is asked again, and when, is decided here. */
  readonly jobs: Jobs;
  readonly journal: Journal;
  /** Shows what would change; a dry run shows it and goes no further, whatever is decided. */
  readonly decide: (review: Review) => Promise<Decision>;
  readonly stage: Stage;
  /** Shared by all that changes jobs from here: between the last look at a job and its end, no other run may change that job. */
  readonly alone: <T>(jobId: string, task: () => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly patience: Patience;
}

export type Decision = "apply" | "cancel" | Outdated;

/** Says what goes on, in a sentence; the last one counts. */
export type Say = (sentence: string) => void;

export interface Stage {
  /** Runs what the user may still cancel. */
  readonly cancellable: <T>(title: string, run: (signal: AbortSignal, say: Say) => Promise<T>) => Promise<T>;
  /** Runs what cannot be called back. */
  readonly committed: <T>(title: string, run: (say: Say) => Promise<T>) => Promise<T>;
}

export interface Clock {
  readonly now: () => Date;
  /** Rejects when the signal aborts. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Aborts when so much time has passed. */
  readonly deadline: (milliseconds: number) => AbortSignal;
}

/** All in milliseconds. */
export interface Patience {
  /** How long to wait for one answer. */
  readonly answer: number;
  /** The pauses before a call is tried again; one try more than there are pauses. */
  readonly again: readonly number[];
  /** The pauses between the looks at a job whose answer was lost, or that does not show what AWS has accepted. */
  readonly settle: readonly number[];
}

/** AWS allows about ten calls a second for each operation; the service is rarely away for longer than this. */
export const usualPatience: Patience = { answer: 20_000, again: [1_000, 2_000, 4_000], settle: [1_000, 2_000, 4_000] };

/** What a call is made with. */
export type Calling = Pick<Surroundings, "jobs" | "clock" | "patience">;

/**
 * One call with its deadline, which does not count the time until the credentials are there. Rejects with a `TimeoutError`
 * when it has passed, whatever the call says then.
 */
export async function withDeadline<T>(
  { jobs, clock, patience }: Calling,
  signal: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  await jobs.authenticate(signal ?? never);
  const late = clock.deadline(patience.answer);
  try {
    return await call(signal === undefined ? late : AbortSignal.any([late, signal]));
  } catch (error) {
    if (late.aborted && signal?.aborted !== true) throw new LateAnswer(patience.answer);
    throw error;
  }
}

/** For what there is no way back from. */
export const never = new AbortController().signal;

class LateAnswer extends Error {
  override readonly name = "TimeoutError";

  constructor(milliseconds: number) {
    super(`No answer came within ${milliseconds / 1000} s.`);
  }
}

export interface Asking {
  readonly say: Say;
  /** Absent where there is no way back. */
  readonly signal?: AbortSignal;
}

/** Whose account it is, asked for once: a review without it is better than none. */
export async function identityOf(surroundings: Calling, signal?: AbortSignal): Promise<Identity> {
  try {
    const { accountId, arn } = await withDeadline(surroundings, signal, surroundings.jobs.callerIdentity);
    return { kind: "known", accountId, arn };
  } catch (error) {
    return { kind: "unknown", reason: failureOf(error).sentence };
  }
}

/** The same where the user may cancel it; undefined then. */
export function identify(surroundings: Calling & Pick<Surroundings, "stage">): Promise<Identity | undefined> {
  return surroundings.stage.cancellable(t("Asking AWS whose account this is"), async (signal) => {
    const identity = await identityOf(surroundings, signal);
    return signal.aborted ? undefined : identity;
  });
}

/** The job as it is now. An answer without a job is none: what it lacks must not be taken for what the job lacks. */
export function describeJob(surroundings: Calling, jobId: string, asking: Asking): Promise<Job> {
  return ask(surroundings, asking, async (signal) => {
    const job = await surroundings.jobs.describe(jobId, signal);
    if (job.status === undefined && job.lastUpdatedAt === undefined) {
      throw new Error(t("AWS answered without a job."));
    }
    return job;
  });
}

/** Asks what changes nothing, again and again while there is hope; rejects with the last error. */
async function ask<T>(
  surroundings: Calling,
  { say, signal }: Asking,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, patience } = surroundings;
  for (let attempt = 0; ; attempt++) {
    try {
      return await withDeadline(surroundings, signal, call);
    } catch (error) {
      const pause = patience.again[attempt];
      if (pause === undefined || signal?.aborted === true || !isPassing(error)) throw error;
      say(trying(pause, attempt + 2, patience));
      await clock.wait(pause, signal);
    }
  }
}

/** `attempt` is the one to come, counted from 1. */
export function trying(pause: number, attempt: number, { again }: Patience): string {
  return t("AWS is busy or away; trying again in {0} s ({1} of {2})", pause / 1000, attempt, again.length + 1);
}
