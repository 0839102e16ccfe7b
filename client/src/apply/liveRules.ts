import { t } from "@vscode/l10n";
import type { Job } from "../aws/jobs";
import { type Path, pathInWords } from "../liveJob/difference";
import { executionCounts } from "../liveJob/executionCounts";
import { type Json, type JsonObject, isList, isObject } from "../liveJob/liveConfiguration";
import type { PlannedUpdate } from "./plannedUpdate";

/** What to think of before an update is sent. Nothing here is certain enough to forbid it: the service has the last word. */
export interface Finding {
  readonly severity: "warning" | "information";
  readonly code: FindingCode;
  readonly message: string;
  /** The member that it is about. */
  readonly path: Path;
}

type FindingCode =
  | "status"
  | "scheduled"
  | "retries-cannot-be-added"
  | "retry-types-differ"
  | "aborts-at-once"
  | "abort-never"
  | "lost"
  | "later-executions-only"
  | "undoes"
  | "changed-since";

/** The rules that need the live job. */
export function liveFindings(update: PlannedUpdate): readonly Finding[] {
  return [
    ...statusFindings(update.job),
    ...retryFindings(update),
    ...abortFindings(update),
    ...lostFindings(update),
    ...timeoutFindings(update),
  ];
}

/** Seen in third-party tests of the service; not in its documentation. */
function statusFindings({ status }: Job): readonly Finding[] {
  switch (status) {
    case "CANCELED":
    case "COMPLETED":
    case "DELETION_IN_PROGRESS": {
      const message = t("The job is {0}. AWS IoT refuses to update a job that has come to its end.", status);
      return [{ severity: "warning", code: "status", message, path: ["jobId"] }];
    }
    case "SCHEDULED": {
      const message = t("The job is SCHEDULED. AWS IoT may refuse to update a job that has not begun.");
      return [{ severity: "information", code: "scheduled", message, path: ["jobId"] }];
    }
    case "IN_PROGRESS":
    case undefined:
      return [];
  }
}

function retryFindings({ payload, before }: PlannedUpdate): readonly Finding[] {
  const path = ["jobExecutionsRetryConfig"];
  const wanted = payload.jobExecutionsRetryConfig;
  if (wanted === undefined) return [];
  const had = criteriaOf(before["jobExecutionsRetryConfig"]);
  if (had.length === 0) {
    const message = t("The job was made without jobExecutionsRetryConfig, and it cannot be added later.");
    return [{ severity: "warning", code: "retries-cannot-be-added", message, path }];
  }
  const now = typesInWords(had.map((criterion) => criterion["failureType"] ?? ""));
  const then = typesInWords(wanted.criteriaList.map(({ failureType }) => failureType));
  if (now === then) return [];
  const message = t("The failure types of the retry criteria must stay as they are: {0}, found {1}.", now, then);
  return [{ severity: "warning", code: "retry-types-differ", message, path: [...path, "criteriaList"] }];
}

function typesInWords(types: readonly Json[]): string {
  return types.map(String).sort().join(", ");
}

function criteriaOf(config: Json | undefined): readonly JsonObject[] {
  const list = isObject(config) ? config["criteriaList"] : undefined;
  return isList(list) ? list.filter(isObject) : [];
}

/** The developer guide counts executions that have ended; of these, so many percent of one kind cancel the job. */
function abortFindings({ payload, job }: PlannedUpdate): readonly Finding[] {
  const { open, executed, failures } = executionCounts(job);
  const total = open + executed;
  return (payload.abortConfig?.criteriaList ?? []).flatMap((criterion, index): readonly Finding[] => {
    const { failureType, thresholdPercentage, minNumberOfExecutedThings: minimum } = criterion;
    const path = ["abortConfig", "criteriaList", index];
    if (minimum > total && total > 0 && job.targetSelection === "SNAPSHOT") {
      const message = t(
        "The {0} criterion never acts: it waits for {1} executions, and the job has {2}.",
        failureType,
        minimum,
        total,
      );
      const at = [...path, "minNumberOfExecutedThings"];
      return [{ severity: "information", code: "abort-never", message, path: at }];
    }
    const percentage = executed === 0 ? 0 : (100 * failures[failureType]) / executed;
    if (executed < minimum || percentage < thresholdPercentage) return [];
    const message = t(
      "This cancels the job at once: {0} of {1} executions that have ended are {2}, which is {3} %, and the threshold is {4} %.",
      failures[failureType],
      executed,
      failureType === "ALL" ? "FAILED, REJECTED or TIMED_OUT" : failureType,
      Math.round(percentage * 100) / 100,
      thresholdPercentage,
    );
    return [{ severity: "warning", code: "aborts-at-once", message, path }];
  });
}

function lostFindings({ lost }: PlannedUpdate): readonly Finding[] {
  return lost.map(({ path }) => {
    const owner = String(path[0]);
    const message = t("{0} will be lost: the update replaces all of {1}.", pathInWords(path), owner);
    return { severity: "warning", code: "lost", message, path: [owner] };
  });
}

/** From the developer guide: running executions keep the time that they began with. */
function timeoutFindings({ differences, job }: PlannedUpdate): readonly Finding[] {
  const running = job.jobProcessDetails?.numberOfInProgressThings ?? 0;
  const path = ["timeoutConfig"];
  if (running === 0 || !differences.some((difference) => difference.path[0] === path[0])) return [];
  const message = t("The new time is for executions that start later; {0} in progress keep theirs.", running);
  return [{ severity: "information", code: "later-executions-only", message, path }];
}
