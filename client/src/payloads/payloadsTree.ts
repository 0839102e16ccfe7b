import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { askForAccount } from "../account/askForAccount";
import type { Jobs } from "../aws/jobs";
import { connect } from "../account/connect";
import type { PayloadLanguage } from "../language/languageClient";
import { noPayloadInWords } from "../language/noPayload";
import { readableDocument } from "../language/payloadDocuments";
import { progressStage } from "../applyInEditor/progressStage";
import { tell } from "../notify";
import { type Comparing, compareDocument } from "./compare";
import { type Comparison, comparisonLines, comparisonWords, comparisonsInWords, problemWords } from "./comparison";
import { payloadFiles, watchPayloadFiles } from "./payloadFiles";

interface PayloadsTreeParts {
  readonly language: PayloadLanguage;
  readonly accounts: Accounts;
}

/** The tree *Payloads*: files by their names, read only when somebody asks how they stand to the live jobs. */
export class PayloadsTree implements vscode.TreeDataProvider<vscode.Uri>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<vscode.Uri>;
  readonly #comparisons = new Map<string, readonly Comparison[]>();
  readonly #subscriptions: vscode.Disposable;
  #watcher: vscode.Disposable | undefined;
  #files: readonly vscode.Uri[] | undefined;
  /** What is compared with the jobs of one account says nothing of those of the next. */
  #round = 0;

  constructor(private readonly parts: PayloadsTreeParts) {
    this.#view = vscode.window.createTreeView("iotJobs.payloads", { treeDataProvider: this });
    this.#subscriptions = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#problemsChanged(uris)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#textChanged(document.uri);
      }),
      parts.accounts.onDidChange(() => this.#forgetAll()),
    );
  }

  /** Looks for the files again. */
  refresh(): void {
    this.#watcher?.dispose();
    this.#watcher = undefined;
    this.#filesChanged();
  }

  #filesChanged(): void {
    this.#files = undefined;
    this.#changed.fire(undefined);
  }

  getTreeItem(uri: vscode.Uri): vscode.TreeItem {
    const { errors, warnings } = problemsOf(uri);
    const comparisons = this.#comparisons.get(uri.toString()) ?? [];
    const state = [problemWords(errors, warnings), comparisonWords(comparisons)].filter((words) => words !== "");
    const folder = folderOf(uri);
    const item = new vscode.TreeItem(uri);
    item.iconPath = vscode.ThemeIcon.File;
    item.description = [...state, ...(folder === "" ? [] : [folder])].join(" · ");
    item.tooltip = [vscode.workspace.asRelativePath(uri), ...state.slice(0, 1), ...comparisonLines(comparisons)].join(
      "\n",
    );
    item.accessibilityInformation = {
      label: [nameOf(uri), ...state, folder].filter((words) => words !== "").join(", "),
    };
    item.contextValue = "payload";
    item.command = { title: vscode.l10n.t("Open"), command: "vscode.open", arguments: [uri] };
    return item;
  }

  async getChildren(parent?: vscode.Uri): Promise<vscode.Uri[]> {
    if (parent !== undefined) return [];
    this.#watcher ??= watchPayloadFiles(() => this.#filesChanged());
    const files = (this.#files ??= await payloadFiles());
    void vscode.commands.executeCommand("setContext", "iotJobs.payloadFiles", files.length);
    return [...files];
  }

  /**
   * Asks how the payloads of a file stand to the live jobs. Of the file of the editor, if none is given, the user is told: it need
   * not have a row, and the view may be hidden. Resolves to what was told.
   */
  async check(argument: unknown): Promise<string> {
    if (argument instanceof vscode.Uri) await this.#check([argument]);
    const document = argument instanceof vscode.Uri ? undefined : vscode.window.activeTextEditor?.document;
    if (document === undefined) return "";
    await this.#check([document.uri]);
    const comparisons = this.#comparisons.get(document.uri.toString());
    if (comparisons === undefined) return "";
    const told = comparisons.length === 0 ? noPayloadInWords(document) : comparisonsInWords(comparisons);
    tell(comparisons.some(({ kind }) => kind === "failed") ? "warning" : "information", told);
    return told;
  }

  async checkAll(): Promise<void> {
    await this.#check(this.#files ?? (await payloadFiles()));
  }

  /** A job has changed: the files that were compared with it are compared again. */
  async jobChanged(jobId: string): Promise<void> {
    const open = vscode.window.activeTextEditor?.document.uri;
    const concerned = (this.#files ?? []).filter((uri) => {
      const comparisons = this.#comparisons.get(uri.toString()) ?? [];
      const wasCompared = comparisons.some((comparison) => "jobId" in comparison && comparison.jobId === jobId);
      return wasCompared || (open !== undefined && same(uri, open));
    });
    const jobs = concerned.length === 0 ? undefined : await this.#jobs();
    if (jobs === undefined) return;
    const location = { viewId: "iotJobs.payloads" };
    const signal = new AbortController().signal;
    await vscode.window.withProgress({ location }, () => this.#compareAll(concerned, jobs, signal));
  }

  /** With a way back: AWS is asked about each payload, and there may be many. */
  async #check(uris: readonly vscode.Uri[]): Promise<void> {
    const jobs = await this.#jobs();
    if (jobs === undefined) return;
    const title = vscode.l10n.t("Comparing with the live jobs");
    await progressStage.cancellable(title, (signal) => this.#compareAll(uris, jobs, signal));
  }

  async #jobs(): Promise<Jobs | undefined> {
    const account = await askForAccount(this.parts.accounts);
    return account && connect(account);
  }

  async #compareAll(uris: readonly vscode.Uri[], jobs: Jobs, signal: AbortSignal): Promise<void> {
    await jobs.authenticate(signal);
    const round = this.#round;
    for (const uri of uris) {
      const comparisons = await this.#compare(uri, { language: this.parts.language, jobs, signal });
      if (round !== this.#round) return;
      if (comparisons !== undefined) this.#comparisons.set(uri.toString(), comparisons);
      this.#rowChanged(uri);
    }
  }

  /** Undefined where the text has changed meanwhile. */
  async #compare(uri: vscode.Uri, comparing: Comparing): Promise<readonly Comparison[] | undefined> {
    const document = await readableDocument(uri);
    if (document === undefined) return [{ kind: "failed", sentence: vscode.l10n.t("The file cannot be read.") }];
    const { version } = document;
    const comparisons = await compareDocument(document, comparing);
    return document.version === version ? comparisons : undefined;
  }

  #problemsChanged(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.#rowChanged(uri);
  }

  /** What was compared is no longer what stands there. */
  #textChanged(uri: vscode.Uri): void {
    if (this.#comparisons.delete(uri.toString())) this.#rowChanged(uri);
  }

  #rowChanged(uri: vscode.Uri): void {
    const row = this.#files?.find((file) => same(file, uri));
    if (row !== undefined) this.#changed.fire(row);
  }

  #forgetAll(): void {
    this.#round++;
    this.#comparisons.clear();
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#subscriptions.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function same(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

function problemsOf(uri: vscode.Uri): { readonly errors: number; readonly warnings: number } {
  const found = vscode.languages.getDiagnostics(uri);
  const count = (wanted: vscode.DiagnosticSeverity): number =>
    found.filter(({ severity }) => severity === wanted).length;
  return { errors: count(vscode.DiagnosticSeverity.Error), warnings: count(vscode.DiagnosticSeverity.Warning) };
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

function folderOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
