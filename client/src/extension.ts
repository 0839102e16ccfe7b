import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { AccountStatus } from "./account/accountStatus";
import { Accounts } from "./account/accounts";
import { allowWorkspaceAccount } from "./account/askForAccount";
import { SignIn } from "./account/signIn";
import { TestClock, systemClock } from "./clock";
import type { ChangeContext } from "./commands/changeContext";
import { changeCommands } from "./commands/changeCommands";
import { changeSeverity } from "./commands/changeSeverity";
import { chooseProfile, chooseRegion } from "./commands/chooseAccount";
import { command } from "./commands/command";
import { convertTo, copyAsCommand } from "./commands/convert";
import { Explorer } from "./explorer";
import { isRunNode } from "./journal/history";
import { FileEncoding } from "./language/fileEncoding";
import { PayloadLanguage } from "./language/languageClient";
import { lineEnds, useLineFeeds } from "./language/lineEnds";
import { pasteAsPayload } from "./language/pasteAsPayload";
import { PayloadStatus } from "./language/payloadStatus";
import { SampleJobs } from "./samples/sampleJobs";
import { completeWhenEdited, getStarted } from "./walkthrough";

/** @returns what the tests of this extension set the time with, in a VS Code that runs them; nothing elsewhere */
export async function activate(context: vscode.ExtensionContext): Promise<TestClock | undefined> {
  if (vscode.l10n.bundle !== undefined) l10n.config({ contents: vscode.l10n.bundle });
  const log = vscode.window.createOutputChannel("IoT Jobs", { log: true });
  const language = new PayloadLanguage(context, log);
  const testClock = context.extensionMode === vscode.ExtensionMode.Test ? new TestClock() : undefined;
  const clock = testClock ?? systemClock;
  const accounts = new Accounts(context.workspaceState);
  const explorer = new Explorer({ language, accounts, log, memento: context.globalState });
  const status = new AccountStatus(accounts);
  const encoding = new FileEncoding();
  const jobIdFor: ChangeContext["jobIdFor"] = async (target, question) =>
    isRunNode(target) ? target.jobId : await explorer.jobIdFor(target, question);
  const updated = (jobId: string): void => explorer.jobChanged(jobId);
  context.subscriptions.push(
    log,
    language,
    accounts,
    accountCommands(log, accounts),
    explorer,
    status,
    changeCommands(context, { language, accounts, log, clock, updated, jobIdFor }),
    command(log, "iotJobs.convertTo", (uri, position) => convertTo(language, uri, position)),
    command(log, "iotJobs.copyAsCommand", (uri, position) => copyAsCommand(language, uri, position)),
    command(log, "iotJobs.changeSeverity", changeSeverity),
    command(log, "iotJobs.saveAsUtf8", (uri) => encoding.saveAsUtf8(uri)),
    vscode.languages.registerCodeActionsProvider("shellscript", lineEnds),
    command(log, "iotJobs.useLineFeeds", useLineFeeds),
    command(log, "iotJobs.getStarted", () => getStarted(context.extension.id)),
    command(log, "iotJobs.showLog", () => log.show()),
    vscode.workspace.onDidOpenTextDocument((document) => language.startFor([document])),
    vscode.workspace.onDidChangeTextDocument((event) => language.startForTyped(event)),
    completeWhenEdited(),
    encoding,
    new PayloadStatus(),
    pasteAsPayload(language),
    vscode.workspace.onDidChangeConfiguration((event) => settingsChanged(event, language)),
  );
  await Promise.all([language.startFor(vscode.workspace.textDocuments), status.show()]);
  return testClock;
}

/** Settings that the server takes while it runs. */
const live = ["json.validate.enable", "iotJobs.rules", "iotJobs.inlayHints"];

async function settingsChanged(event: vscode.ConfigurationChangeEvent, language: PayloadLanguage): Promise<void> {
  if (event.affectsConfiguration("iotJobs.payloadFiles")) await language.restart();
  else if (live.some((name) => event.affectsConfiguration(name))) await language.settingsChanged();
}

/** All that chooses where calls go, and as whom. */
function accountCommands(log: vscode.LogOutputChannel, accounts: Accounts): vscode.Disposable {
  const samples = new SampleJobs(accounts);
  return vscode.Disposable.from(
    samples,
    new SignIn(accounts, log),
    command(log, "iotJobs.chooseProfile", () => chooseProfile(accounts, samples)),
    command(log, "iotJobs.chooseRegion", () => chooseRegion(accounts)),
    command(log, "iotJobs.allowWorkspaceAccount", () => allowWorkspaceAccount(accounts)),
    command(log, "iotJobs.useSampleJobs", () => samples.use()),
    command(log, "iotJobs.stopSampleJobs", () => samples.stop()),
  );
}
