import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { changesAccount } from "./account";
import { chooseProfile, chooseRegion } from "./commands/chooseAccount";
import { command } from "./commands/command";
import { copyJobArn, copyJobId } from "./commands/copy";
import { runUpdateJob } from "./commands/runUpdateJob";
import { JobsTree } from "./jobs/jobsTree";
import { PayloadLanguage } from "./languageClient";
import { AccountStatus } from "./statusBar";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  if (vscode.l10n.bundle !== undefined) l10n.config({ contents: vscode.l10n.bundle });
  const log = vscode.window.createOutputChannel("IoT Jobs", { log: true });
  const language = new PayloadLanguage(context, log);
  const tree = new JobsTree(log);
  const status = new AccountStatus();
  const updated = (jobId: string): void => tree.refreshJob(jobId);
  context.subscriptions.push(
    log,
    language,
    tree,
    status,
    command(log, "iotJobs.runUpdateJob", (uri, position) => runUpdateJob({ language, log, updated }, uri, position)),
    command(log, "iotJobs.refreshJobs", () => tree.refresh()),
    command(log, "iotJobs.loadMoreJobs", (node) => tree.loadMore(node)),
    command(log, "iotJobs.copyJobId", copyJobId),
    command(log, "iotJobs.copyJobArn", copyJobArn),
    command(log, "iotJobs.chooseProfile", chooseProfile),
    command(log, "iotJobs.chooseRegion", chooseRegion),
    command(log, "iotJobs.showLog", () => log.show()),
    vscode.workspace.onDidOpenTextDocument((document) => language.startFor([document])),
    vscode.workspace.onDidGrantWorkspaceTrust(() => tree.refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => settingsChanged(event, { language, tree, status })),
  );
  await Promise.all([language.startFor(vscode.workspace.textDocuments), status.show()]);
}

interface Parts {
  readonly language: PayloadLanguage;
  readonly tree: JobsTree;
  readonly status: AccountStatus;
}

async function settingsChanged(
  event: vscode.ConfigurationChangeEvent,
  { language, tree, status }: Parts,
): Promise<void> {
  if (changesAccount(event)) {
    tree.refresh();
    await status.show();
  }
  if (event.affectsConfiguration("iotJobs.payloadFiles")) await language.restart();
  else if (event.affectsConfiguration("json.validate.enable")) await language.settingsChanged();
}
