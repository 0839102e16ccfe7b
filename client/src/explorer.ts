import * as vscode from "vscode";
import type { Accounts } from "./account/accounts";
import { logLine } from "./aws/failure";
import { clearJobFilters, filterJobs, searchJobs, sortJobs } from "./commands/arrangeJobs";
import { command } from "./commands/command";
import { copyJobArn, copyJobId, copyValue } from "./commands/copy";
import { openInConsole } from "./commands/openInConsole";
import { openPayloadAt } from "./commands/openPayloadAt";
import { type JobQuestion, jobFor } from "./jobs/chooseJob";
import { JobDocuments, jobDocumentScheme } from "./jobs/jobDocument";
import { JobDrop } from "./jobs/jobDrop";
import { JobsMemory } from "./jobs/jobsMemory";
import { JobsTree } from "./jobs/jobsTree";
import type { PayloadLanguage } from "./language/languageClient";
import { PayloadsTree } from "./payloads/payloadsTree";

interface ExplorerParts {
  readonly language: PayloadLanguage;
  readonly accounts: Accounts;
  readonly log: vscode.LogOutputChannel;
  /** Where it is kept how jobs are shown. */
  readonly memento: vscode.Memento;
}

/** The trees *Jobs* and *Payloads* with their commands. */
export class Explorer implements vscode.Disposable {
  readonly #jobs: JobsTree;
  readonly #payloads: PayloadsTree;
  readonly #registered: vscode.Disposable;

  constructor(private readonly parts: ExplorerParts) {
    const { language, accounts, log, memento } = parts;
    const listed = (jobIds: readonly string[]): void => language.knownJobs(jobIds);
    this.#jobs = new JobsTree({ log, accounts, memory: new JobsMemory(memento), listed });
    this.#payloads = new PayloadsTree({ language, accounts });
    this.#registered = vscode.Disposable.from(
      this.#jobs,
      this.#payloads,
      ...jobCommands(this.#jobs, parts),
      ...payloadCommands(this.#payloads, log),
      ...editorParts(this.#jobs, language),
      accounts.onDidChange(() => void this.#jobs.refresh().catch((error: unknown) => log.error(logLine(error)))),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("iotJobs.autoRefresh")) this.#jobs.followSetting();
        if (event.affectsConfiguration("iotJobs.payloadFiles")) this.#payloads.refresh();
      }),
    );
  }

  /** The id of the job that a command is for, asked for when nothing names one; undefined when the user goes away. */
  async jobIdFor(argument: unknown, question?: JobQuestion): Promise<string | undefined> {
    return (await jobFor(this.#jobs, argument, question))?.jobId;
  }

  /** A job has just been changed from here. */
  jobChanged(jobId: string): void {
    this.#jobs.refreshJob(jobId);
    this.#payloads.jobChanged(jobId).catch((error: unknown) => this.parts.log.error(logLine(error)));
  }

  dispose(): void {
    this.#registered.dispose();
  }
}

function jobCommands(tree: JobsTree, { language, accounts, log }: ExplorerParts): readonly vscode.Disposable[] {
  const documents = new JobDocuments(tree, accounts);
  return [
    vscode.workspace.registerTextDocumentContentProvider(jobDocumentScheme, documents),
    command(log, "iotJobs.refreshJobs", () => tree.refresh()),
    command(log, "iotJobs.loadMoreJobs", (node) => tree.loadMore(node)),
    command(log, "iotJobs.groupJobsByStatus", () => tree.change({ layout: "byStatus" })),
    command(log, "iotJobs.listJobsFlat", () => tree.change({ layout: "flat" })),
    command(log, "iotJobs.sortJobs", () => sortJobs(tree)),
    command(log, "iotJobs.filterJobs", () => filterJobs(tree)),
    command(log, "iotJobs.changeJobFilter", () => filterJobs(tree)),
    command(log, "iotJobs.searchJobs", () => searchJobs(tree)),
    command(log, "iotJobs.clearJobFilters", () => clearJobFilters(tree)),
    command(log, "iotJobs.copyJobId", (job) => copyJobId(tree, job)),
    command(log, "iotJobs.copyJobArn", (job) => copyJobArn(tree, job)),
    command(log, "iotJobs.copyValue", copyValue),
    command(log, "iotJobs.openJobDocument", (job) => documents.open(job)),
    command(log, "iotJobs.openPayloadAt", (node) => openPayloadAt(language, node)),
    command(log, "iotJobs.openInConsole", (job) => openInConsole(tree, accounts, job)),
  ];
}

function payloadCommands(tree: PayloadsTree, log: vscode.LogOutputChannel): readonly vscode.Disposable[] {
  return [
    command(log, "iotJobs.refreshPayloads", () => tree.refresh()),
    command(log, "iotJobs.checkPayload", (uri) => tree.check(uri)),
    command(log, "iotJobs.checkAllPayloads", () => tree.checkAll()),
  ];
}

function editorParts(tree: JobsTree, language: PayloadLanguage): readonly vscode.Disposable[] {
  const drop = new JobDrop({ language, cache: () => tree.cache() });
  return [vscode.languages.registerDocumentDropEditProvider("*", drop, JobDrop.metadata)];
}
