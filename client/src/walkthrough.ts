import * as vscode from "vscode";
import { isPayload } from "./languageClient";

/** Ticks off a step of the walkthrough whose completion event is a context key of ours. */
export function completeStep(step: "opened" | "edited" | "applied"): void {
  void vscode.commands.executeCommand("setContext", `iotJobs.${step}`, true);
}

export async function getStarted(extension: string): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", `${extension}#start`);
}

/** The first change of a payload ticks off the step of editing; after that, nothing is listened to. */
export function completeWhenEdited(): vscode.Disposable {
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length === 0 || !isPayload(document)) return;
    completeStep("edited");
    subscription.dispose();
  });
  return subscription;
}
