import * as vscode from "vscode";
import { jobFor } from "./chooseJob";
import type { JobsTree } from "./jobsTree";

export const jobDocumentScheme = "iot-job-document";

/** Job documents as the devices get them, to read only. */
export class JobDocuments implements vscode.TextDocumentContentProvider {
  /** What was fetched and is about to be opened, by job. */
  readonly #fetched = new Map<string, string>();

  constructor(private readonly tree: JobsTree) {}

  /** Fetched before it is opened: in place of a failure, VS Code would show what only a developer understands. */
  async open(argument: unknown): Promise<void> {
    const job = await jobFor(this.tree, argument);
    const text = job?.jobId === undefined ? undefined : await this.#fetch(job.jobId);
    if (job?.jobId === undefined || text === undefined) return;
    const { jobId } = job;
    this.#fetched.set(jobId, text);
    const uri = vscode.Uri.from({ scheme: jobDocumentScheme, path: `/${jobId}.job-document.json`, query: jobId });
    const document = await vscode.workspace.openTextDocument(uri);
    this.#fetched.delete(jobId);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  /** A window that opens again asks for documents that it had. */
  async provideTextDocumentContent({ query: jobId }: vscode.Uri): Promise<string> {
    const text = this.#fetched.get(jobId) ?? (await this.#fetch(jobId));
    return laidOut(text ?? "");
  }

  async #fetch(jobId: string): Promise<string | undefined> {
    return (await this.tree.cache())?.document(jobId);
  }
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
