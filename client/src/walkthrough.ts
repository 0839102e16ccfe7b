import * as vscode from "vscode";
import { isPayload } from "./language/payloadDocuments";

type Step = "connected" | "opened" | "edited" | "applied";

/** The steps that this window has seen done. */
const done = new Set<Step>();

/** Ticks off a step of the walkthrough whose completion event is a context key of ours. */
export function completeStep(step: Step): void {
  if (done.has(step)) return;
  done.add(step);
  void vscode.commands.executeCommand("setContext", `iotJobs.${step}`, true);
}

export async function getStarted(extension: string): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", `${extension}#start`);
  // A key that is set when the walkthrough first opens never ticks its step off: for what was done before, there is another.
  for (const step of done) await vscode.commands.executeCommand("setContext", `iotJobs.${step}Before`, true);
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
