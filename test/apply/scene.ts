// An apply without an editor: the real AWS SDK, an emulator, a journal in a folder, and answers that are known before.
import { type Emulator, startEmulator } from "../../emulator/src/emulator";
import { applyUpdates } from "../../client/src/apply/applyUpdates";
import { oneAtATimeEach } from "../../client/src/oneAtATime";
import { cancelJob } from "../../client/src/apply/cancelJob";
import type { Result } from "../../client/src/apply/outcome";
import type { Review, UpdateRequest } from "../../client/src/apply/review";
import { type Stage, type Surroundings, usualPatience } from "../../client/src/apply/surroundings";
import { resultsInWords } from "../../client/src/apply/words";
import { type Account, accountAt } from "../../client/src/aws/account";
import type { Cancellation, Jobs } from "../../client/src/aws/jobs";
import { Pace } from "../../client/src/aws/pace";
import { connect } from "../../client/src/aws/sdk";
import { type Journal, fileJournal } from "../../client/src/journal/journal";
import { type JournalEntry, resultOf } from "../../client/src/journal/record";
import type { UpdateJobInput } from "../../server/src/protocol";
import { inTemporaryFolder } from "../temporaryFolder";
import { createJob } from "./job";
import { shortTime } from "./time";
import { traceOf } from "./trace";

export const payload: UpdateJobInput = { jobId: "j", description: "after" };

export interface Scene {
  readonly emulator: Emulator;
  /** What somebody does while the review is open, and what is decided then; applies if nothing is said. */
  readonly onReview?: (review: Review, times: number) => "apply" | "cancel";
  readonly payloads?: readonly UpdateJobInput[];
  readonly isDryRun?: boolean;
  /** What the user presses to cancel. */
  readonly cancel?: AbortController;
  /** What happens when DescribeJob has answered, but nobody has seen the answer yet; counted from 1. */
  readonly onAnswer?: (nth: number) => unknown;
  /** Shared by runs of one window; a run is alone if nothing is said. */
  readonly alone?: Surroundings["alone"];
  /** Where the journal is; a new folder if nothing is said. */
  readonly folder?: string;
}

export interface Played {
  readonly results: readonly Result[];
  /** What the user is told at the end. */
  readonly told: string;
  /** What went on, in order: `who look review look UPDATE look`. */
  readonly trace: string;
  readonly reviews: readonly Review[];
  /** What was shown on the way. */
  readonly said: readonly string[];
  /** Newest first: `applied`. */
  readonly journal: readonly string[];
  readonly entries: readonly JournalEntry[];
}

/** Plays one apply to its end. */
export async function play(scene: Scene): Promise<Played> {
  const { emulator, payloads = [payload], isDryRun = false } = scene;
  const reviews: Review[] = [];
  const marks: number[] = [];
  const said: string[] = [];
  const first = emulator.requests.length;
  const decide: Surroundings["decide"] = (review) => {
    reviews.push(review);
    marks.push(emulator.requests.length - first);
    return Promise.resolve(scene.onReview?.(review, reviews.length) ?? "apply");
  };
  return withJournal(scene.folder, async (journal) => {
    const account = accountOf(emulator);
    const surroundings = { ...surroundingsOf(scene, journal, said), decide };
    const requests = payloads.map((each): UpdateRequest => ({ payload: each, file: undefined, warnings: [] }));
    const results = await applyUpdates(surroundings, { account, requests, isDryRun });
    const entries = scene.folder === undefined ? await journal.entries() : [];
    const trace = traceOf(emulator.requests.slice(first), marks);
    const told = resultsInWords(results);
    return { results, told, trace, reviews, said, journal: entries.map(resultOf), entries };
  });
}

/** Plays a cancellation to its end, from the moment when the user is asked to confirm it; `meanwhile` is while that is open. */
export function playCancellation(
  emulator: Emulator,
  cancellation: Cancellation,
  meanwhile: () => unknown = () => undefined,
): Promise<Pick<Played, "told" | "trace" | "journal" | "entries">> {
  return withJournal(undefined, async (journal) => {
    const surroundings = surroundingsOf({ emulator }, journal, []);
    const [account, identity] = [accountOf(emulator), { kind: "unknown", reason: "" } as const];
    const job = await surroundings.jobs.describe(cancellation.jobId, new AbortController().signal);
    meanwhile();
    const first = emulator.requests.length;
    const canceled = await cancelJob(surroundings, { account, identity, cancellation, job });
    const told = canceled.kind === "told" ? canceled.told : `to be asked again: ${String(canceled.job.status)}`;
    const entries = await journal.entries();
    const trace = traceOf(emulator.requests.slice(first), []);
    return { told, trace, journal: entries.map(resultOf), entries };
  });
}

function accountOf({ endpoint }: Emulator): Account {
  return accountAt(endpoint, { kind: "samples", region: "us-west-2" });
}

function withJournal<T>(folder: string | undefined, body: (journal: Journal) => Promise<T>): Promise<T> {
  return inTemporaryFolder((own) => body(fileJournal(folder ?? own)));
}

function surroundingsOf(scene: Scene, journal: Journal, said: string[]): Surroundings {
  const pace = new Pace({ perSecond: 1_000, atOnce: 1_000 });
  return {
    jobs: watched(connect(accountOf(scene.emulator), undefined, pace).once, scene.onAnswer),
    alone: scene.alone ?? oneAtATimeEach(),
    journal,
    decide: () => Promise.resolve("cancel"),
    stage: stageThatSays(said, scene.cancel?.signal),
    clock: shortTime,
    patience: usualPatience,
  };
}

function watched(jobs: Jobs, onAnswer: Scene["onAnswer"]): Jobs {
  let nth = 0;
  const describe: Jobs["describe"] = async (jobId, signal) => {
    const job = await jobs.describe(jobId, signal);
    onAnswer?.(++nth);
    return job;
  };
  return { ...jobs, describe };
}

function stageThatSays(said: string[], signal: AbortSignal = new AbortController().signal): Stage {
  const say = (sentence: string): void => void said.push(sentence);
  return {
    cancellable: (title, run) => {
      say(title);
      return run(signal, say);
    },
    committed: (title, run) => {
      say(title);
      return run(say);
    },
  };
}

/** An emulator with one job, `j`, as `before` says. */
export async function withJob(body: (emulator: Emulator) => Promise<void>): Promise<void> {
  const emulator = await startEmulator({ jobs: 0 });
  try {
    createJob(emulator, "j");
    await body(emulator);
  } finally {
    await emulator.close();
  }
}
