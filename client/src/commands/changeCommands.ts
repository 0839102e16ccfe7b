import * as vscode from "vscode";
import { askForAccount } from "../account/askForAccount";
import { ReviewEditor } from "../applyInEditor/reviewEditor";
import { ServiceDiagnostics } from "../applyInEditor/serviceDiagnostics";
import { History } from "../journal/history";
import { fileJournal } from "../journal/journal";
import { ComparisonEditor } from "../applyInEditor/comparisonEditor";
import { FixedDocuments } from "../applyInEditor/fixedDocuments";
import { LiveJobs } from "../liveJob/liveJobs";
import { oneAtATimeEach } from "../oneAtATime";
import { cancelJob } from "./cancelJob";
import type { ChangeContext } from "./changeContext";
import { command } from "./command";
import { compareWithLiveJob } from "./compareWithLiveJob";
import { insertJobPayload } from "./insertJobPayload";
import { exportJournal, showRun } from "./journalCommands";
import { lookAgain } from "./lookAgain";
import { openAsPayload } from "./openAsPayload";
import { OpenRuns } from "./openRuns";
import { restoreConfiguration } from "./restoreConfiguration";
import { dryRun, runUpdateJob } from "./runUpdateJob";
import { tellingCutOff } from "./tellCutOff";

type Storage = Pick<vscode.ExtensionContext, "globalStorageUri" | "globalState">;

type Given = Pick<ChangeContext, "language" | "accounts" | "log" | "clock" | "updated" | "jobIdFor">;

/** All that reads a live job or changes it, with its views and documents. */
export function changeCommands({ globalStorageUri, globalState }: Storage, given: Given): vscode.Disposable {
  const { log, accounts } = given;
  const journal = tellingCutOff(fileJournal(vscode.Uri.joinPath(globalStorageUri, "journal").fsPath), globalState);
  const editor = new ReviewEditor();
  const comparison = new ComparisonEditor();
  const diagnostics = new ServiceDiagnostics();
  const restored = new FixedDocuments("iot-job-restore");
  const history = new History(journal);
  const live = new LiveJobs(accounts);
  const updated = (jobId: string): void => {
    given.updated(jobId);
    history.refresh();
    live.refresh(jobId);
  };
  const shown = { editor, runs: new OpenRuns(editor), comparison, diagnostics };
  const context: ChangeContext = { ...given, alone: oneAtATimeEach(), journal, ...shown, updated };
  return vscode.Disposable.from(
    editor,
    comparison,
    diagnostics,
    restored,
    history,
    live,
    command(log, "iotJobs.runUpdateJob", (uri, position) => runUpdateJob(context, uri, position)),
    command(log, "iotJobs.dryRun", (uri, position) => dryRun(context, uri, position)),
    command(log, "iotJobs.cancelJob", (job) => cancelJob(context, job)),
    command(log, "iotJobs.applyReview", (uri) => editor.settle("apply", uri)),
    command(log, "iotJobs.cancelReview", (uri) => editor.settle("cancel", uri)),
    command(log, "iotJobs.openAsPayload", (job, path) => openAsPayload(context, job, path)),
    command(log, "iotJobs.insertJobPayload", () => insertJobPayload(context)),
    command(log, "iotJobs.openLiveJob", (job) => openLiveJob(context, live, job)),
    command(log, "iotJobs.refreshLiveJob", () => live.refresh()),
    command(log, "iotJobs.compareWithLiveJob", (target, position) => compareWithLiveJob(context, target, position)),
    command(log, "iotJobs.restoreConfiguration", (target) => restoreConfiguration(context, restored, target)),
    command(log, "iotJobs.lookAgain", (target) => lookAgain(context, target)),
    command(log, "iotJobs.showRun", (target) => showRun(context, target)),
    command(log, "iotJobs.refreshHistory", () => history.refresh()),
    command(log, "iotJobs.exportJournal", (target) => exportJournal(context, target)),
  );
}

async function openLiveJob({ accounts, jobIdFor }: ChangeContext, live: LiveJobs, target: unknown): Promise<void> {
  const account = await askForAccount(accounts);
  const jobId = account && (await jobIdFor(target));
  if (account !== undefined && jobId !== undefined) await live.open(jobId, account);
}
