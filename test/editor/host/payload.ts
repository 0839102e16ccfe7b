// Payload files in the workspace of the extension host.
import assert from "node:assert/strict";
import * as vscode from "vscode";

/** Writes a file into the workspace and shows it in an editor. */
export async function openPayload(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await writePayload(name, text));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function writePayload(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the tests run in a workspace");
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Resolves once the diagnostics of the document are as wanted; fails with what they were after ten seconds. */
export function diagnosticsOf(
  document: vscode.TextDocument,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const { promise, resolve, reject } = withResolvers<readonly vscode.Diagnostic[]>();
  const look = (): void => {
    const found = vscode.languages.getDiagnostics(document.uri);
    if (wanted(found)) resolve(found);
  };
  const listener = vscode.languages.onDidChangeDiagnostics(look);
  const timer = setTimeout(() => {
    const messages = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    reject(new Error(`the diagnostics were not as wanted after 10 s: ${JSON.stringify(messages)}`));
  }, 10_000);
  look();
  return promise.finally(() => {
    listener.dispose();
    clearTimeout(timer);
  });
}

interface Resolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

/** A promise, with what settles it. */
export function withResolvers<T>(): Resolvers<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve, reject };
}
