import * as vscode from "vscode";

/** Read-only documents whose text is known when they are made, for as long as they are open. */
export class FixedDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;
  #count = 0;

  constructor(private readonly scheme: string) {
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  /** The name is what the editor shows, and by its ending what language it is. */
  add(name: string, text: string): vscode.Uri {
    this.#count += 1;
    const uri = vscode.Uri.from({ scheme: this.scheme, path: `/${this.#count}/${name}` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  /** An editor that VS Code brings back after a restart has lost its text. */
  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.toString()) ??
      `// ${vscode.l10n.t("This comparison is over. Close it, and compare again.")}\n`
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
