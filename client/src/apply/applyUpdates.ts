import { t } from "@vscode/l10n";
import type { Account } from "../aws/account";
import type { Job } from "../aws/jobs";
import { liveFindings } from "./liveRules";
import { describe, lookAgain } from "./lookAgain";
import type { Outcome, Result } from "./outcome";
import { plannedUpdate } from "./plannedUpdate";
import type { Identity, Review, ReviewedUpdate, UpdateRequest } from "./review";
import { undoFindings } from "./restore";
import { beginningOf } from "./runRecord";
import { sendRecorded } from "./sendRecorded";
import { isUnchanged } from "./sendRequest";
import { type Surroundings, identify } from "./surroundings";
import { wantedUpdate } from "./wanted";
import { outcomeInWords } from "./words";

export interface Apply {
  readonly account: Account;
  /** One after another; the same job may come more than once. */
  readonly requests: readonly UpdateRequest[];
  readonly isDryRun: boolean;
}

/**
 * From payloads without errors to jobs that are known to have them, or not: identity, DescribeJob, the rules of the live
 * job, a review, DescribeJob again, UpdateJob, DescribeJob. Stops at the first update that is not applied. One result for
 * each request, in their order; rejects with what only a bug can throw.
 */
export async function applyUpdates(surroundings: Surroundings, apply: Apply): Promise<readonly Result[]> {
  const identity = await identify(surroundings);
  if (identity === undefined) return all(apply.requests, canceled);
  const results: Result[] = [];
  let changedMeanwhile: readonly string[] = [];
  while (results.length < apply.requests.length) {
    const round = { identity, changedMeanwhile, requests: apply.requests.slice(results.length) };
    const { done, rest, changed } = await applyRound(surroundings, apply, round);
    results.push(...done);
    if (rest !== undefined) return [...results, ...all(apply.requests.slice(results.length), rest)];
    changedMeanwhile = changed === undefined ? [] : [changed];
  }
  return results;
}

const canceled = { kind: "canceled" } as const;
const notStarted = { kind: "notStarted" } as const;

function all(requests: readonly UpdateRequest[], outcome: Outcome): readonly Result[] {
  return requests.map((request) => ({ request, outcome }));
}

interface Round {
  readonly identity: Identity;
  readonly changedMeanwhile: readonly string[];
  readonly requests: readonly UpdateRequest[];
}

interface RoundEnd {
  readonly done: readonly Result[];
  /** What became of all the others, when it goes no further. */
  readonly rest?: Outcome;
  /** The job that has changed since the review: there must be another. */
  readonly changed?: string;
}

/** One review, and what follows from it. */
async function applyRound(surroundings: Surroundings, apply: Apply, round: Round): Promise<RoundEnd> {
  const { requests, identity, changedMeanwhile } = round;
  const planned = await planAll(surroundings, requests);
  if (planned.kind === "ended") return planned;
  const changing = planned.updates.filter(changesSomething);
  if (changing.length === 0) return { done: all(requests, { kind: "inStep" }) };
  const { account, isDryRun } = apply;
  const review = { account, isDryRun, updates: changing, identity, changedMeanwhile };
  const decision = await surroundings.decide(review);
  if (isDryRun) return { done: [], rest: { kind: "dryRun" } };
  if (decision === "apply") return sendAll(surroundings, review, planned.updates);
  return { done: [], rest: decision === "cancel" ? canceled : decision };
}

function changesSomething({ plan }: ReviewedUpdate): boolean {
  return plan.differences.length > 0;
}

type Planned =
  { readonly kind: "planned"; readonly updates: readonly ReviewedUpdate[] } | ({ readonly kind: "ended" } & RoundEnd);

function planAll(surroundings: Surroundings, requests: readonly UpdateRequest[]): Promise<Planned> {
  return surroundings.stage.cancellable(t("Reading the live jobs"), async (signal, say): Promise<Planned> => {
    const updates: ReviewedUpdate[] = [];
    for (const request of requests) {
      const described = await describe(surroundings, request.payload.jobId, { signal, say });
      if (described.kind === "canceled") return { kind: "ended", done: [], rest: canceled };
      if (described.kind === "failed") {
        const before = all(requests.slice(0, updates.length), notStarted);
        return { kind: "ended", done: [...before, { request, outcome: described }], rest: notStarted };
      }
      updates.push(reviewed(request, described.job, updates));
    }
    return { kind: "planned", updates };
  });
}

/** A job that comes twice is, the second time, as the first time leaves it. */
function reviewed(request: UpdateRequest, job: Job, earlier: readonly ReviewedUpdate[]): ReviewedUpdate {
  const last = earlier.findLast(({ plan }) => plan.payload.jobId === request.payload.jobId);
  const plan = plannedUpdate(request.payload, job, last?.plan.after);
  const ofRestore = request.undoes === undefined ? [] : undoFindings(request.undoes, plan);
  return { request, plan, findings: [...ofRestore, ...liveFindings(plan)] };
}

/** Sends what was reviewed until one is not applied, or a job is no longer as it was reviewed. */
async function sendAll(
  surroundings: Surroundings,
  review: Review,
  updates: readonly ReviewedUpdate[],
): Promise<RoundEnd> {
  const done: Result[] = [];
  /** Jobs that an update before has changed: the next one for the same job finds them so. */
  const ours = new Map<string, Job>();
  for (const { request, plan } of updates) {
    const { jobId } = request.payload;
    if (plan.differences.length === 0) {
      done.push({ request, outcome: { kind: "inStep" } });
      continue;
    }
    const reviewed = { request, job: ours.get(jobId) ?? plan.job };
    const result = await surroundings.alone(jobId, () => sendUnchanged(surroundings, review, reviewed));
    if (result === "changed") return { done, changed: jobId };
    if (result.outcome.kind === "canceled") return { done, rest: canceled };
    done.push(result);
    if (result.outcome.kind !== "applied") return { done, rest: notStarted };
    ours.set(jobId, result.outcome.job);
  }
  return { done };
}

interface Reviewed {
  readonly request: UpdateRequest;
  /** As it was reviewed, or as an update before has left it. */
  readonly job: Job;
}

/** Sends one update, if its job is as it was reviewed. */
async function sendUnchanged(
  surroundings: Surroundings,
  review: Review,
  { request, job }: Reviewed,
): Promise<Result | "changed"> {
  const again = await lookAgain(surroundings, request.payload.jobId);
  if (again.kind !== "described") return { request, outcome: again };
  if (!isUnchanged(again.job, job)) return "changed";
  const { jobId } = request.payload;
  const plan = plannedUpdate(request.payload, again.job);
  const recorded = await sendRecorded(surroundings, {
    title: t("Updating {0}", jobId),
    wanted: wantedUpdate(plan),
    beginning: (run) => beginningOf(review, { request, plan }, run),
    inWords: (outcome) => outcomeInWords(jobId, outcome),
  });
  return { request, ...recorded };
}
