import type { UpdateJobInput } from "../../../server/src/protocol";
import type { Job } from "../aws/jobs";
import { type Difference, at, differences, unmet } from "../liveJob/difference";
import { type JsonObject, changesOf, configurationOf, plainMembers } from "../liveJob/liveConfiguration";

/** What an update would do to a job as it is now. */
export interface PlannedUpdate extends Change {
  readonly payload: UpdateJobInput;
  /** The job as DescribeJob gave it. */
  readonly job: Job;
}

/** Each top-level member that is given replaces the stored one whole; absent ones stay. */
export function plannedUpdate(payload: UpdateJobInput, job: Job, before = configurationOf(job)): PlannedUpdate {
  return { payload, job, ...appliedTo(before, changesOf(payload)) };
}

/** What becomes of a configuration. */
export interface Change {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly differences: readonly Difference[];
  /** Members of structures that are given without them: each structure is replaced whole. */
  readonly lost: readonly Difference[];
}

/** `changes` are the members of a payload that change something. */
export function appliedTo(before: JsonObject, changes: JsonObject): Change {
  const after = plainMembers({ ...before, ...changes });
  const found = differences(before, after);
  return { before, after, differences: found, lost: found.filter(isLost) };
}

/** An item that is missing from a list was taken out by whoever wrote the list; a member that is missing, hardly. */
function isLost({ path, before, after }: Difference): boolean {
  return before !== undefined && after === undefined && path.every((part) => typeof part === "string");
}

/** What of the changes a configuration does not show: values that it lacks, and members that should be gone. */
export function remaining(changes: JsonObject, lost: readonly Difference[], now: JsonObject): readonly Difference[] {
  const stillThere = lost.flatMap(({ path }) => {
    const found = at(now, path);
    return found === undefined ? [] : [{ path, before: found, after: undefined }];
  });
  return [...unmet(changes, now), ...stillThere];
}

/** Both sides with nothing but the top-level members that differ. */
export function onlyWhatChanges({ before, after, differences: found }: Change): {
  readonly before: JsonObject;
  readonly after: JsonObject;
} {
  const names = new Set(found.map(({ path }) => path[0]));
  const changing = (side: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(side).filter(([name]) => names.has(name)));
  return { before: changing(before), after: changing(after) };
}
