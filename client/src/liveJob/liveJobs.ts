import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { connect } from "../account/connect";
import { accountOfUri, jobIdOf, jobUri } from "../account/jobUri";
import { never } from "../apply/surroundings";
import { progressStage } from "../applyInEditor/progressStage";
import type { Account } from "../aws/account";
import { failureOf } from "../aws/failure";
import { liveJobText } from "./liveJobText";

const scheme = "iot-job";

/** How often what is on the screen is read again, in milliseconds: the longer it stays as it is, the rarer. */
const soonest = 10_000;
const rarest = 160_000;

interface Shown {
  readonly text: string;
  /** When AWS last gave the job; undefined where it never did. */
  readonly asOf: Date | undefined;
  /** Why there is nothing newer. */
  readonly failure: string | undefined;
}

/** Read-only documents of jobs as they are now, read again while they can be seen. */
export class LiveJobs implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #lensesChanged = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#lensesChanged.event;
  readonly #shown = new Map<string, Shown>();
  readonly #subscriptions: vscode.Disposable;
  #pause = soonest;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly accounts: Accounts) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#lensesChanged,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.languages.registerCodeLensProvider({ scheme }, this),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#schedule(soonest)),
      vscode.window.onDidChangeWindowState(() => this.#schedule(soonest)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    );
  }

  /** Whoever does not wait for the credentials cancels it, which rejects. */
  async open(jobId: string, account: Account): Promise<void> {
    const jobs = await connect(account);
    await progressStage.cancellable(vscode.l10n.t("Reading {0}", jobId), (signal) => jobs.authenticate(signal));
    const uri = jobUri({ scheme, ending: ".live-job.json" }, jobId, account);
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    if (isOpen) this.#changed.fire(uri);
  }

  /** Reads again what is shown of a job, or of all jobs. */
  refresh(jobId?: string): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === scheme && (jobId === undefined || jobIdOf(uri) === jobId)) this.#changed.fire(uri);
    }
    this.#schedule(soonest);
  }

  /** What cannot be read again keeps its text; its age is told above it. */
  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const before = this.#shown.get(uri.toString());
    const now = await this.#read(uri, before);
    this.#pause = before?.text === now.text ? Math.min(2 * this.#pause, rarest) : soonest;
    this.#shown.set(uri.toString(), now);
    this.#lensesChanged.fire();
    this.#schedule(this.#pause);
    return now.text;
  }

  async #read(uri: vscode.Uri, before: Shown | undefined): Promise<Shown> {
    try {
      return { text: liveJobText(await this.#describe(uri)), asOf: new Date(), failure: undefined };
    } catch (error) {
      const failure = failureOf(error).sentence;
      return { asOf: undefined, text: `// ${failure}\n`, ...before, failure };
    }
  }

  async #describe(uri: vscode.Uri) {
    const jobs = await connect(await accountOfUri(this.accounts, uri));
    await jobs.authenticate(never);
    return jobs.describe(jobIdOf(uri), AbortSignal.timeout(60_000));
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const shown = this.#shown.get(uri.toString());
    if (shown === undefined) return [];
    const title = `$(refresh) ${ageOf(shown)}`;
    const top = new vscode.Range(0, 0, 0, 0);
    const refresh = new vscode.CodeLens(top, { title, command: "iotJobs.refreshLiveJob", arguments: [uri] });
    const open = new vscode.CodeLens(top, {
      title: vscode.l10n.t("Open as UpdateJob Payload"),
      command: "iotJobs.openAsPayload",
      arguments: [jobIdOf(uri)],
    });
    return shown.asOf === undefined ? [refresh] : [refresh, open];
  }

  /** One timer for all, and none while nothing of it can be seen. */
  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    const visible = vscode.window.visibleTextEditors.filter(({ document }) => document.uri.scheme === scheme);
    if (visible.length === 0 || !vscode.window.state.focused) return;
    this.#timer = setTimeout(() => {
      for (const { document } of visible) this.#changed.fire(document.uri);
    }, milliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }
}

function ageOf({ asOf, failure }: Shown): string {
  const age = asOf === undefined ? [] : [vscode.l10n.t("As of {0}", asOf.toLocaleTimeString())];
  return failure === undefined ? age.join("") : `$(warning) ${[...age, failure].join(". ")}`;
}
