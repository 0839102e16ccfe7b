import { t } from "@vscode/l10n";
import { type Failure, failureOf } from "../aws/failure";
import type { Job } from "../aws/jobs";
import { differences } from "../liveJob/difference";
import { configurationOf } from "../liveJob/liveConfiguration";
import { type Answer, answerOf } from "./answer";
import type { NotApplied, Sent } from "./outcome";
import { type Say, type Surroundings, describeJob, never, trying, withDeadline } from "./surroundings";
import type { Wanted } from "./wanted";

/**
 * Sends one request and says what became of it, by the job and not by the answer alone. It is sent again only where AWS
 * asked for time or broke, and never without a look at the job in between. There is no way back from here: it takes no signal.
 */
export async function sendRequest(surroundings: Surroundings, wanted: Wanted, say: Say): Promise<Sent> {
  let isDoubtful = false;
  for (let attempt = 0; ; attempt++) {
    say(t("Sending"));
    const answer = await send(surroundings, wanted);
    if (answer.kind === "accepted") return afterAcceptance(surroundings, wanted, { requestId: answer.requestId, say });
    if (answer.kind === "refused" && !isDoubtful) return answer;
    if (answer.kind === "refused" || answer.kind === "lost") return afterLoss(surroundings, wanted, { answer, say });
    isDoubtful ||= answer.kind === "broken";
    const isLast = !(await pauseBefore(attempt + 1, surroundings, say));
    const verdict = verdictOn(await look(surroundings, wanted, say), wanted, { ...answer, isDoubtful, isLast });
    if (verdict !== undefined) return verdict;
  }
}

/** Whether there is another try. */
async function pauseBefore(attempt: number, { patience, clock }: Surroundings, say: Say): Promise<boolean> {
  const pause = patience.again[attempt - 1];
  if (pause === undefined) return false;
  say(trying(pause, attempt + 1, patience));
  await clock.wait(pause);
  return true;
}

async function send(surroundings: Surroundings, wanted: Wanted): Promise<Answer> {
  const { jobs } = surroundings;
  try {
    await jobs.authenticate(never);
  } catch (error) {
    return { kind: "refused", failure: failureOf(error), message: "" };
  }
  try {
    const requestId = await withDeadline(surroundings, undefined, (signal) => wanted.send(jobs, signal));
    return { kind: "accepted", requestId };
  } catch (error) {
    return answerOf(error);
  }
}

type Seen = { readonly kind: "seen"; readonly job: Job } | { readonly kind: "unseen"; readonly failure: Failure };

async function look(surroundings: Surroundings, { jobId }: Wanted, say: Say): Promise<Seen> {
  say(t("Reading back"));
  try {
    const job = await describeJob(surroundings, jobId, { say });
    return { kind: "seen", job };
  } catch (error) {
    return { kind: "unseen", failure: failureOf(error) };
  }
}

interface Failed {
  readonly failure: Failure;
  /** A request so far may have been done in spite of its answer. */
  readonly isDoubtful: boolean;
  readonly isLast: boolean;
}

/** What is certain already; undefined while the job is as it was, so that the request may be sent again. */
function verdictOn(seen: Seen, wanted: Wanted, { failure, isDoubtful, isLast }: Failed): Sent | undefined {
  if (seen.kind === "unseen") return isDoubtful ? unknown(failure) : { kind: "refused", failure, message: "" };
  if (isDoubtful && isMet(wanted, seen.job)) return applied(seen.job, failure.requestId);
  if (!isUnchanged(seen.job, wanted.before)) return notApplied("changed", wanted, seen.job);
  return isLast ? notApplied("failed", wanted, seen.job) : undefined;
}

interface Acceptance {
  readonly requestId: string | undefined;
  readonly say: Say;
}

/** AWS may show for a moment what was before: what is not there yet is looked for again, and may still come after that. */
async function afterAcceptance(
  surroundings: Surroundings,
  wanted: Wanted,
  { requestId, say }: Acceptance,
): Promise<Sent> {
  const seen = await lookUntilMet(surroundings, wanted, say);
  if (seen.kind === "unseen") return { kind: "unverified", requestId, failure: seen.failure };
  if (isMet(wanted, seen.job)) return applied(seen.job, requestId);
  return { kind: "unverified", requestId, job: seen.job, unmet: wanted.unmet(seen.job) };
}

interface Loss {
  readonly answer: Extract<Answer, { readonly kind: "refused" | "lost" }>;
  readonly say: Say;
}

/** Where no answer came in time, the request may still be on its way: what the job does not show yet proves nothing. */
async function afterLoss(surroundings: Surroundings, wanted: Wanted, { answer, say }: Loss): Promise<Sent> {
  const { failure } = answer;
  const seen = await lookUntilMet(surroundings, wanted, say);
  if (seen.kind === "unseen") return unknown(failure);
  if (isMet(wanted, seen.job)) return applied(seen.job, failure.requestId);
  const unchanged = isUnchanged(seen.job, wanted.before);
  if (answer.kind === "lost" && answer.late) return { ...unknown(failure), seen: unchanged ? "unchanged" : "changed" };
  if (!unchanged) return notApplied("changed", wanted, seen.job);
  return answer.kind === "refused" ? answer : notApplied("lost", wanted, seen.job);
}

async function lookUntilMet(surroundings: Surroundings, wanted: Wanted, say: Say): Promise<Seen> {
  let seen = await look(surroundings, wanted, say);
  for (const pause of surroundings.patience.settle) {
    if (seen.kind === "unseen" || isMet(wanted, seen.job)) break;
    await surroundings.clock.wait(pause);
    seen = await look(surroundings, wanted, say);
  }
  return seen;
}

function isMet(wanted: Wanted, job: Job): boolean {
  return wanted.unmet(job).length === 0;
}

/** Times of AWS have milliseconds at best: two changes in one are told apart by what they changed. */
export function isUnchanged(job: Job, before: Job): boolean {
  return (
    job.lastUpdatedAt?.getTime() === before.lastUpdatedAt?.getTime() &&
    job.status === before.status &&
    differences(configurationOf(before), configurationOf(job)).length === 0
  );
}

function applied(job: Job, requestId: string | undefined): Extract<Sent, { kind: "applied" }> {
  return { kind: "applied", requestId, job };
}

function notApplied(why: NotApplied, wanted: Wanted, job: Job): Extract<Sent, { kind: "notApplied" }> {
  return { kind: "notApplied", why, job, unmet: wanted.unmet(job) };
}

function unknown(failure: Failure): Extract<Sent, { kind: "unknown" }> {
  return { kind: "unknown", failure, seen: "nothing" };
}
