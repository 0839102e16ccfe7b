import * as vscode from "vscode";
import type { FailureKind } from "../aws/failure";
import { ageOf } from "../times";
import { completeStep } from "../walkthrough";
import type { JobCache } from "./jobCache";
import { countWords, filterWords } from "./jobsView";
import { nearAbort } from "./progress";

/** What the view says while it has no items; `viewsWelcome` in the manifest has a text for each. */
type State =
  | "ready"
  | "empty"
  | "noMatch"
  | "untrusted"
  | "consent"
  | "noRegion"
  | "noCredentials"
  | "noCode"
  | "expired"
  | "expiredKeys"
  | "denied"
  | "offline"
  | "certificate"
  | "clock"
  | "throttled"
  | "unavailable"
  | "failed";

/** Why the jobs that are shown are not those of now. */
export interface Stale {
  readonly sentence: string;
  readonly asOf: Date;
}

/** Title, message and badge of the view *Jobs*. */
export class JobsHeader {
  #state: State = "ready";
  #whereOrWhich = "";

  constructor(private readonly view: vscode.TreeView<unknown>) {}

  /** An empty view names beside its title where there are no jobs, or which filter no job matches: a welcome cannot. */
  state(state: State, whereOrWhich = ""): void {
    this.#state = state;
    this.#whereOrWhich = whereOrWhich;
    // VS Code shows the welcome of an empty view only where there is no message.
    this.view.message = "";
    void vscode.commands.executeCommand("setContext", "iotJobs.state", state);
    if (state === "ready") completeStep("connected");
  }

  show(cache: JobCache, stale: Stale | undefined): void {
    const mark = cache.kind === "samples" ? [vscode.l10n.t("sample jobs")] : [];
    const named = this.#whereOrWhich === "" ? [] : [this.#whereOrWhich];
    const lists = cache.lists;
    const shown = lists.reduce((sum, { items }) => sum + items.length, 0);
    const seen = lists.reduce((sum, list) => sum + list.seen, 0);
    const more = lists.some(({ hasUnseen }) => hasUnseen) ? "more" : "all";
    const count = lists.length === 0 ? [] : [countWords(shown, seen, more)];
    this.view.description = [...mark, ...named, ...count].join(" · ");
    if (this.#state === "ready") this.view.message = [...staleWords(stale), ...filtered(cache)].join(" ");
    this.#badge(cache);
  }

  #badge(cache: JobCache): void {
    const near = cache.jobs.filter(({ jobId = "" }) => {
      const details = cache.known(jobId);
      return details !== undefined && nearAbort(details) !== undefined;
    }).length;
    const tooltip =
      near === 1
        ? vscode.l10n.t("1 job is close to an abort criterion")
        : vscode.l10n.t("{0} jobs are close to an abort criterion", near);
    this.view.badge = near === 0 ? undefined : { value: near, tooltip };
  }

  clear(): void {
    this.view.description = "";
    this.view.badge = undefined;
  }
}

/** What the view says when its first jobs do not come. */
export function stateAfter(kind: FailureKind): State {
  switch (kind) {
    case "noCredentials":
    case "noCode":
    case "expired":
    case "denied":
    case "offline":
    case "certificate":
    case "clock":
    case "throttled":
    case "unavailable":
      return kind;
    case "notFound":
    case "invalid":
    case "other":
    case "canceled":
      return "failed";
  }
}

function staleWords(stale: Stale | undefined): readonly string[] {
  if (stale === undefined) return [];
  const age = ageOf(stale.asOf, new Date());
  const time = stale.asOf.toLocaleTimeString();
  return [stale.sentence, vscode.l10n.t("What is shown is as of {0} ({1}).", time, age)];
}

function filtered({ view }: JobCache): readonly string[] {
  const words = filterWords(view.filter);
  return words.length === 0 ? [] : [vscode.l10n.t("Filter: {0}", words.join(" · "))];
}
