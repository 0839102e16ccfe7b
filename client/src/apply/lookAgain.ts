import { t } from "@vscode/l10n";
import { type Failure, failureOf } from "../aws/failure";
import type { Job } from "../aws/jobs";
import { type Asking, type Surroundings, describeJob } from "./surroundings";

/** What came of a look at a job that the user may call off. */
export type Described =
  | { readonly kind: "described"; readonly job: Job }
  | { readonly kind: "canceled" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** The job as it is now. */
export async function describe(surroundings: Surroundings, jobId: string, asking: Asking): Promise<Described> {
  try {
    const job = await describeJob(surroundings, jobId, asking);
    // It may have been canceled when the answer was here already.
    return asking.signal?.aborted === true ? { kind: "canceled" } : { kind: "described", job };
  } catch (error) {
    return asking.signal?.aborted === true ? { kind: "canceled" } : { kind: "failed", failure: failureOf(error) };
  }
}

/** The last look before something is sent. */
export function lookAgain(surroundings: Surroundings, jobId: string): Promise<Described> {
  return surroundings.stage.cancellable(t("Looking at {0} once more", jobId), (signal, say) =>
    describe(surroundings, jobId, { signal, say }),
  );
}
