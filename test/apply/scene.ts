// An apply without an editor: the real AWS SDK, an emulator, a journal in a folder, and answers that are known before.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, startEmulator } from "../../emulator/src/emulator";
import { applyUpdates } from "../../client/src/apply/applyUpdates";
import type { Result } from "../../client/src/apply/outcome";
import type { Review, UpdateRequest } from "../../client/src/apply/review";
import type { Stage, Surroundings } from "../../client/src/apply/surroundings";
import { resultsInWords } from "../../client/src/apply/words";
import { accountAt } from "../../client/src/aws/account";
import { Pace } from "../../client/src/aws/pace";
import { connect } from "../../client/src/aws/sdk";
import { fileJournal } from "../../client/src/journal/journal";
import { type JournalEntry, resultOf } from "../../client/src/journal/record";
import type { UpdateJobInput } from "../../server/src/protocol";
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

/** Real pauses in milliseconds; nobody waits for them here. */
const patience = { answer: 20_000, again: [1_000, 2_000, 4_000], settle: [1_000, 2_000, 4_000] };

/** Plays one apply to its end. */
export async function play(scene: Scene): Promise<Played> {
  const { emulator, payloads = [payload], isDryRun = false } = scene;
  const own = mkdtempSync(path.join(tmpdir(), "iot-jobs-journal-"));
  const folder = scene.folder ?? own;
  const journal = fileJournal(folder);
  const account = accountAt(emulator.endpoint, { kind: "samples", region: "us-west-2" });
  const reviews: Review[] = [];
  const marks: number[] = [];
  const said: string[] = [];
  const first = emulator.requests.length;
  const surroundings: Surroundings = {
    jobs: connect(account, undefined, new Pace({ perSecond: 1_000, atOnce: 1_000 })).once,
    journal,
    decide: (review) => {
      reviews.push(review);
      marks.push(emulator.requests.length - first);
      return Promise.resolve(scene.onReview?.(review, reviews.length) ?? "apply");
    },
    stage: stageThatSays(said, scene.cancel?.signal),
    clock: shortTime,
    patience,
  };
  try {
    const requests = payloads.map((each): UpdateRequest => ({ payload: each, file: undefined, warnings: [] }));
    const results = await applyUpdates(surroundings, { account, requests, isDryRun });
    const entries = scene.folder === undefined ? await journal.entries() : [];
    const trace = traceOf(emulator.requests.slice(first), marks);
    const told = resultsInWords(results);
    return { results, told, trace, reviews, said, journal: entries.map(resultOf), entries };
  } finally {
    rmSync(own, { recursive: true });
  }
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
