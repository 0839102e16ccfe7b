import { t } from "@vscode/l10n";
import type { Beginning } from "../journal/record";
import type { Finding } from "./liveRules";
import type { PlannedUpdate } from "./plannedUpdate";
import type { UndoneRun } from "./review";
import { differences } from "../liveJob/difference";
import { type Json, type JsonObject, asPayload, changesOf } from "../liveJob/liveConfiguration";
import { hasRetries } from "../liveJob/livePayload";

/** The payload that undoes a run, as far as UpdateJob can; `left` says what it cannot undo, a sentence each. */
export interface Restoration {
  /** Undefined when nothing can be undone. */
  readonly payload: JsonObject | undefined;
  readonly left: readonly string[];
}

/** Sets what a run has set to what it was before. */
export function restoration({ jobId, before, payload }: Beginning): Restoration {
  const names = Object.keys(changesOf(payload));
  const left = names.flatMap((name) => whyNot(name, before[name]));
  const possible = names.filter((name) => whyNot(name, before[name]).length === 0);
  if (possible.length === 0) return { payload: undefined, left };
  const changes = Object.fromEntries(Object.entries(before).filter(([name]) => possible.includes(name)));
  const namespaceId = payload["namespaceId"];
  const name = { jobId, ...(typeof namespaceId === "string" && { namespaceId }) };
  return { payload: asPayload(name, changes), left };
}

/** What to know of an update that undoes a run: that it does, and what of it somebody has changed since. */
export function undoFindings({ at, after }: UndoneRun, plan: PlannedUpdate): readonly Finding[] {
  const undoes = t("This brings back what the job had before the run of {0}.", at);
  const replaced = new Set(plan.differences.map(({ path }) => String(path[0])));
  const changed = [...replaced].filter(
    (name) => after !== undefined && differences(after[name], plan.before[name]).length > 0,
  );
  const since = changed.map((name): Finding => {
    const message = t("{0} was changed since that run: what it is now is replaced, too.", name);
    return { severity: "warning", code: "changed-since", message, path: [name] };
  });
  return [{ severity: "information", code: "undoes", message: undoes, path: ["jobId"] }, ...since];
}

function whyNot(name: string, before: Json | undefined): readonly string[] {
  if (before === undefined) return [t("{0} was not set before, and AWS IoT has no way to take it away again.", name)];
  if (name !== "jobExecutionsRetryConfig" || !hasRetries(before)) return [];
  return [t("{0} stays: UpdateJob can only set numberOfRetries to 0.", name)];
}
