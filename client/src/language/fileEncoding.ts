import * as vscode from "vscode";
import { isPayload } from "./payloadDocuments";

const code = "encoding";

/** Says of payload files that are not stored as UTF-8, which the editor reads all the same and the AWS CLI does not, and offers to change that. */
export class FileEncoding implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection("iot-jobs-encoding");
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    const languages = ["json", "yaml", "iot-update-job", "shellscript"].map((language) => ({
      language,
      scheme: "file",
    }));
    this.#subscriptions = vscode.Disposable.from(
      this.#diagnostics,
      vscode.workspace.onDidOpenTextDocument((document) => this.#check(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#check(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#diagnostics.delete(uri)),
      vscode.languages.registerCodeActionsProvider(languages, this),
    );
    vscode.workspace.textDocuments.forEach((document) => this.#check(document));
  }

  #check(document: vscode.TextDocument): void {
    if (document.encoding === "utf8" || document.uri.scheme !== "file" || !isPayload(document)) {
      this.#diagnostics.delete(document.uri);
      return;
    }
    const message = vscode.l10n.t(
      "This file is stored as {0}; the AWS CLI reads UTF-8 without a byte order mark.",
      document.encoding,
    );
    const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), message, vscode.DiagnosticSeverity.Error);
    diagnostic.code = code;
    diagnostic.source = "iot-jobs";
    this.#diagnostics.set(document.uri, [diagnostic]);
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const found = this.#diagnostics.get(document.uri)?.filter((diagnostic) => diagnostic.range.intersection(range));
    if (found === undefined || found.length === 0) return [];
    const action = new vscode.CodeAction(vscode.l10n.t("Save as UTF-8"), vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnostics.filter((diagnostic) => diagnostic.code === code);
    action.isPreferred = true;
    action.command = { title: action.title, command: "iotJobs.saveAsUtf8", arguments: [document.uri] };
    return [action];
  }

  /** Stores a file as UTF-8 without a byte order mark, with the text that the editor shows, and opens it as such. */
  async saveAsUtf8(uri: unknown): Promise<void> {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === String(uri));
    if (document === undefined || (document.isDirty && !(await document.save()))) return;
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(document.getText()));
    this.#check(await vscode.workspace.openTextDocument(document.uri, { encoding: "utf8" }));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
