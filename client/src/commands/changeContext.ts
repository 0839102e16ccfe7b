import type * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import type { Clock, Surroundings } from "../apply/surroundings";
import type { ReviewEditor } from "../applyInEditor/reviewEditor";
import type { ServiceDiagnostics } from "../applyInEditor/serviceDiagnostics";
import type { Journal } from "../journal/journal";
import type { PayloadLanguage } from "../language/languageClient";
import type { ComparisonEditor } from "../applyInEditor/comparisonEditor";
import type { JobQuestion } from "../jobs/chooseJob";
import type { OpenRuns } from "./openRuns";

/** What the commands work with that read a live job or change it. */
export interface ChangeContext {
  readonly language: PayloadLanguage;
  readonly accounts: Accounts;
  readonly log: vscode.LogOutputChannel;
  readonly clock: Clock;
  /** One for the window: see `Surroundings`. */
  readonly alone: Surroundings["alone"];
  readonly journal: Journal;
  readonly editor: ReviewEditor;
  readonly runs: OpenRuns;
  readonly comparison: ComparisonEditor;
  readonly diagnostics: ServiceDiagnostics;
  /** The job that a command is for: an item of the tree, an id, or one that the user picks. */
  readonly jobIdFor: (target: unknown, question?: JobQuestion) => Promise<string | undefined>;
  /** To be called when a job may have changed. */
  readonly updated: (jobId: string) => void;
}
