import type { Failure } from "../aws/failure";
import type { Job } from "../aws/jobs";
import type { Difference } from "../liveJob/difference";
import type { UpdateRequest } from "./review";

/** What became of an update whose request was sent, as the job itself shows. */
export type Sent =
  /** The job has every value that was given, and nothing that was to be lost. */
  | { readonly kind: "applied"; readonly requestId: string | undefined; readonly job: Job }
  | {
      readonly kind: "notApplied";
      readonly why: NotApplied;
      /** As it is now. */
      readonly job: Job;
      /** What is found before, what was wanted after. */
      readonly unmet: readonly Difference[];
    }
  /** AWS said no, or was never reached: nothing was changed. */
  | { readonly kind: "refused"; readonly failure: Failure; readonly message: string }
  /** AWS accepted it, and the job could not be read afterwards. */
  | { readonly kind: "unverified"; readonly requestId: string | undefined; readonly failure: Failure }
  /** AWS accepted it, and the job does not show it so far: `unmet` as above. */
  | {
      readonly kind: "unverified";
      readonly requestId: string | undefined;
      readonly job: Job;
      readonly unmet: readonly Difference[];
    }
  /** No answer came, and the job does not show the update; `seen` is what it shows. */
  | { readonly kind: "unknown"; readonly failure: Failure; readonly seen: Glimpse };

/** `nothing`: the job could not be read. */
export type Glimpse = "unchanged" | "changed" | "nothing";

/**
 * AWS failed at each try; the answer was lost and the job is as it was; the job was changed meanwhile, and not to this.
 */
export type NotApplied = "failed" | "lost" | "changed";

/** What became of an update that was never sent. */
type Unsent =
  | { readonly kind: "canceled" }
  | Outdated
  /** Something that was needed before failed. */
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "journalFailed"; readonly reason: string }
  /** The job has all of it already. */
  | { readonly kind: "inStep" }
  | { readonly kind: "dryRun" }
  /** One before it was not applied. */
  | { readonly kind: "notStarted" };

/** It was to be applied, and what was reviewed is no longer so: a sentence says what, and what to do. */
export interface Outdated {
  readonly kind: "outdated";
  readonly sentence: string;
}

export type Outcome = Sent | Unsent;

export interface Result {
  readonly request: UpdateRequest;
  readonly outcome: Outcome;
  /** The journal lacks how it ended. */
  readonly journalLacksEnd?: string;
}

/** The request was accepted, or may have been, and the job has not shown it. */
export function isUncertain({ kind }: Outcome): boolean {
  return kind === "unverified" || kind === "unknown";
}

export function isSent(outcome: Outcome): outcome is Sent {
  switch (outcome.kind) {
    case "applied":
    case "notApplied":
    case "refused":
    case "unverified":
    case "unknown":
      return true;
    case "canceled":
    case "outdated":
    case "failed":
    case "journalFailed":
    case "inStep":
    case "dryRun":
    case "notStarted":
      return false;
  }
}
