import { type Account, hostOf } from "../aws/account";
import type { Cancellation, Job } from "../aws/jobs";
import type { Beginning, Ending } from "../journal/record";
import { asPayload, changesOf, configurationOf, plainMembers } from "../liveJob/liveConfiguration";
import type { Sent } from "./outcome";
import type { PlannedUpdate } from "./plannedUpdate";
import type { Identity, UpdateRequest } from "./review";

export interface Run {
  /** A UUID. */
  readonly id: string;
  readonly at: Date;
}

interface Place {
  readonly account: Account;
  readonly identity: Identity;
}

/** What the journal holds before an update leaves. */
export function beginningOf(
  place: Place,
  { request, plan }: { readonly request: UpdateRequest; readonly plan: PlannedUpdate },
  run: Run,
): Beginning {
  const { payload, file } = request;
  return {
    ...beginningAt(place, run),
    jobId: payload.jobId,
    ...(file !== undefined && { file }),
    before: plan.before,
    payload: asPayload(payload, changesOf(payload)),
  };
}

/** What it holds before a job is canceled. */
export function cancellationOf(
  { cancellation, job, ...place }: Place & { readonly cancellation: Cancellation; readonly job: Job },
  run: Run,
): Beginning {
  return {
    ...beginningAt(place, run),
    operation: "CancelJob",
    jobId: cancellation.jobId,
    before: configurationOf(job),
    payload: plainMembers({ ...cancellation }),
  };
}

function beginningAt({ account, identity }: Place, { id, at }: Run): Omit<Beginning, "jobId" | "before" | "payload"> {
  const { profile, region, endpoint } = account;
  return {
    kind: "beginning",
    id,
    at: at.toISOString(),
    ...(identity.kind === "known" && { accountId: identity.accountId }),
    ...(profile !== undefined && { profile }),
    region,
    ...(endpoint !== undefined && { endpoint: hostOf(endpoint) }),
    ...(account.kind === "samples" && { samples: true }),
  };
}

/** What it holds afterwards. */
export function endingOf(outcome: Sent, reason: string | undefined, { id, at }: Run): Ending {
  const requestId = requestIdOf(outcome);
  return {
    kind: "ending",
    id,
    at: at.toISOString(),
    result: outcome.kind,
    ...(requestId !== undefined && { requestId }),
    ...("job" in outcome && { after: configurationOf(outcome.job) }),
    ...(reason !== undefined && { reason }),
  };
}

function requestIdOf(outcome: Sent): string | undefined {
  if ("failure" in outcome) return outcome.failure.requestId;
  return "requestId" in outcome ? outcome.requestId : undefined;
}
