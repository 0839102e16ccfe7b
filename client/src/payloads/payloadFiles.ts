import * as vscode from "vscode";
import { payloadPatterns } from "../language/payloadDocuments";

/** More files than this are not listed: nobody looks through them. */
const most = 1_000;
const excluded = "**/{node_modules,.git}/**";

/** Shell scripts are not looked for: each would have to be read. */
function patterns(): readonly string[] {
  return [...payloadPatterns(), "**/*.update-job"];
}

/** The payload files of the workspace by their names, sorted by path. */
export async function payloadFiles(token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(
    patterns().map((pattern) => vscode.workspace.findFiles(pattern, excluded, most, token)),
  );
  const byPath = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...byPath.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
}

/** Tells when a payload file comes or goes. */
export function watchPayloadFiles(changed: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    ...patterns().flatMap((pattern) => {
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
      return [watcher, watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
    }),
  );
}
