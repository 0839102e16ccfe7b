import * as vscode from "vscode";
import { afterEdits } from "../apply/editedRange";
import type { ServiceProblem } from "../apply/serviceProblems";
import type { PayloadLanguage, PayloadPlace } from "../language/languageClient";
import { vscodeRange } from "../language/positions";

/** Problems that only AWS can know. Each goes when the text there changes, and all of a document with its next run. */
export class ServiceDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection("iot-jobs-service");
  readonly #subscriptions = vscode.Disposable.from(
    this.#collection,
    vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
  );

  clear(uri: vscode.Uri): void {
    this.#collection.delete(uri);
  }

  /** A path that is not in the payload is shown where the deepest of it is. */
  async add(language: PayloadLanguage, place: PayloadPlace, found: readonly ServiceProblem[]): Promise<void> {
    const { uri } = place.document;
    const diagnostics = await Promise.all(
      found.map(async ({ path, message }) => {
        const range = (await language.locate(place, path)) ?? new vscode.Range(0, 0, 0, 0);
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
        diagnostic.source = "AWS IoT";
        return diagnostic;
      }),
    );
    this.#collection.set(uri, [...(this.#collection.get(uri) ?? []), ...diagnostics]);
  }

  /** The edits of an event count from the text before it, which is gone: their ranges are in its lines. */
  #changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const shown = this.#collection.get(document.uri) ?? [];
    if (shown.length === 0 || contentChanges.length === 0) return;
    const kept = shown.flatMap((diagnostic) => {
      const range = afterEdits(diagnostic.range, contentChanges);
      if (range === undefined) return [];
      const moved = new vscode.Diagnostic(vscodeRange(range), diagnostic.message, diagnostic.severity);
      moved.source = diagnostic.source ?? "";
      return [moved];
    });
    this.#collection.set(document.uri, kept);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
