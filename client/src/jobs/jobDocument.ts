import * as vscode from "vscode";
import { jobFor } from "./chooseJob";
import type { JobsTree } from "./jobsTree";

const scheme = "iot-job-document";

/** The job document as the devices get it, to read only. */
export function jobDocuments(tree: JobsTree): vscode.TextDocumentContentProvider {
  return {
    async provideTextDocumentContent(uri) {
      const fleet = await tree.fleet();
      const text = await fleet?.document(uri.query);
      return laidOut(text ?? "");
    },
  };
}

export const jobDocumentScheme = scheme;

export async function openJobDocument(tree: JobsTree, argument: unknown): Promise<void> {
  const job = await jobFor(tree, argument);
  if (job?.jobId === undefined) return;
  const { jobId } = job;
  const uri = vscode.Uri.from({ scheme, path: `/${jobId}.job-document.json`, query: jobId });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true });
}

/** Devices take any text; JSON on one line is given lines. */
function laidOut(text: string): string {
  if (text.includes("\n")) return text;
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return text;
  }
}
