import { homedir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { sharedFilePaths } from "../aws/sharedFiles";

/** Tells, half a second after the last change, that what credentials are made from has changed. */
export function onDidChangeCredentials(changed: () => void): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, 500);
  };
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearTimeout(timer)),
    ...places().flatMap((place) => {
      const watcher = vscode.workspace.createFileSystemWatcher(place);
      return [watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon)];
    }),
  );
}

/** The files that profiles are in, and where the AWS CLI keeps what a login gives. */
function places(): readonly vscode.RelativePattern[] {
  const caches = ["sso", "login"].map((name) => path.join(homedir(), ".aws", name, "cache"));
  return [
    ...sharedFilePaths(process.env).map((file) => within(path.dirname(file), path.basename(file))),
    ...caches.map((folder) => within(folder, "*.json")),
  ];
}

function within(folder: string, pattern: string): vscode.RelativePattern {
  return new vscode.RelativePattern(vscode.Uri.file(folder), pattern);
}
