import type { Account } from "../aws/account";
import type { UpdateJobInput } from "../../../server/src/protocol";
import type { JsonObject } from "../liveJob/liveConfiguration";
import type { Finding } from "./liveRules";
import type { PlannedUpdate } from "./plannedUpdate";

/** A payload, and where it came from. */
export interface UpdateRequest {
  readonly payload: UpdateJobInput;
  /** The URI of the document; absent for a payload that is in none. */
  readonly file: string | undefined;
  /** The sentences of the warnings that the analysis has for it. */
  readonly warnings: readonly string[];
  /** The run that it undoes; absent for any other update. */
  readonly undoes?: UndoneRun;
}

export interface UndoneRun {
  /** When it was sent, in words. */
  readonly at: string;
  /** The configuration that the job had afterwards, where that is known. */
  readonly after: JsonObject | undefined;
}

/** All that a person needs to know before updates are sent. */
export interface Review {
  readonly account: Account;
  readonly identity: Identity;
  readonly updates: readonly ReviewedUpdate[];
  /** Shown before, and a job has changed since: the ids of those jobs. */
  readonly changedMeanwhile: readonly string[];
  readonly isDryRun: boolean;
}

export interface ReviewedUpdate {
  readonly request: UpdateRequest;
  readonly plan: PlannedUpdate;
  readonly findings: readonly Finding[];
}

/** Whose account it is; a role may be allowed to update jobs and not to ask who it is. */
export type Identity =
  | { readonly kind: "known"; readonly accountId: string; readonly arn: string }
  | { readonly kind: "unknown"; readonly reason: string };

/** The warnings of what happens to the whole job as soon as it is updated. */
export function dangersOf({ findings }: ReviewedUpdate): readonly string[] {
  return findings.filter(({ code }) => code === "aborts-at-once").map(({ message }) => message);
}

/** Every warning, of the analysis and of the live job, those of one update together. */
export function warningsOf({ request, findings }: ReviewedUpdate): readonly string[] {
  return [
    ...request.warnings,
    ...findings.filter(({ severity }) => severity === "warning").map(({ message }) => message),
  ];
}
