import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { askForAccount } from "../account/askForAccount";
import { connect } from "../account/connect";
import { accountOfUri, jobIdOf, jobUri } from "../account/jobUri";
import { never } from "../apply/surroundings";
import { progressStage } from "../applyInEditor/progressStage";
import type { Account } from "../aws/account";
import { jobFor } from "./chooseJob";
import type { JobsTree } from "./jobsTree";

export const jobDocumentScheme = "iot-job-document";

const kind = { scheme: jobDocumentScheme, ending: ".job-document.json" };

/** Job documents as the devices get them, to read only. */
export class JobDocuments implements vscode.TextDocumentContentProvider {
  /** What was fetched and is about to be opened, by address. */
  readonly #fetched = new Map<string, string>();

  constructor(
    private readonly tree: JobsTree,
    private readonly accounts: Accounts,
  ) {}

  /** Fetched before it is opened: in place of a failure, VS Code would show what only a developer understands. */
  async open(argument: unknown): Promise<void> {
    const job = await jobFor(this.tree, argument);
    const account = job?.jobId === undefined ? undefined : await askForAccount(this.accounts);
    if (job?.jobId === undefined || account === undefined) return;
    const { jobId } = job;
    const uri = jobUri(kind, jobId, account);
    const title = vscode.l10n.t("Reading {0}", jobId);
    const text = await progressStage.cancellable(title, (signal) => fetched(jobId, account, signal));
    this.#fetched.set(uri.toString(), text);
    const document = await vscode.workspace.openTextDocument(uri);
    this.#fetched.delete(uri.toString());
    await vscode.window.showTextDocument(document, { preview: true });
  }

  /** A window that opens again asks for documents that it had. */
  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const before = this.#fetched.get(uri.toString());
    return laidOut(before ?? (await fetched(jobIdOf(uri), await accountOfUri(this.accounts, uri), never)));
  }
}

async function fetched(jobId: string, account: Account, canceled: AbortSignal): Promise<string> {
  const jobs = await connect(account);
  await jobs.authenticate(canceled);
  return jobs.document(jobId, AbortSignal.any([canceled, AbortSignal.timeout(60_000)]));
}

/** Devices take any text; JSON on one line is given lines. */
function laidOut(text: string): string {
  if (text.includes("\n")) return text;
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return text;
  }
}
