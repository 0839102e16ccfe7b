import { hostOf } from "../aws/account";
import type { Beginning, Ending } from "../journal/record";
import { asPayload, changesOf, configurationOf } from "../liveJob/liveConfiguration";
import type { Sent } from "./outcome";
import type { PlannedUpdate } from "./plannedUpdate";
import type { Review, UpdateRequest } from "./review";
import { outcomeInWords } from "./words";

interface Run {
  /** A UUID. */
  readonly id: string;
  readonly at: Date;
}

/** What the journal holds before a request leaves. */
export function beginningOf(
  { account, identity }: Review,
  { request, plan }: { readonly request: UpdateRequest; readonly plan: PlannedUpdate },
  { id, at }: Run,
): Beginning {
  const { profile, region, endpoint } = account;
  const { payload, file } = request;
  return {
    kind: "beginning",
    id,
    at: at.toISOString(),
    ...(identity.kind === "known" && { accountId: identity.accountId }),
    ...(profile !== undefined && { profile }),
    region,
    ...(endpoint !== undefined && { endpoint: hostOf(endpoint) }),
    ...(account.kind === "samples" && { samples: true }),
    jobId: payload.jobId,
    ...(file !== undefined && { file }),
    before: plan.before,
    payload: asPayload(payload, changesOf(payload)),
  };
}

/** What it holds afterwards. */
export function endingOf(jobId: string, outcome: Sent, { id, at }: Run): Ending {
  const requestId = requestIdOf(outcome);
  return {
    kind: "ending",
    id,
    at: at.toISOString(),
    result: outcome.kind,
    ...(requestId !== undefined && { requestId }),
    ...("job" in outcome && { after: configurationOf(outcome.job) }),
    ...(outcome.kind !== "applied" && { reason: outcomeInWords(jobId, outcome) }),
  };
}

function requestIdOf(outcome: Sent): string | undefined {
  return "failure" in outcome ? outcome.failure.requestId : outcome.requestId;
}
