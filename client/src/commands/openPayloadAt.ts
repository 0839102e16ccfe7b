import * as vscode from "vscode";
import { isJobNode } from "../jobs/jobNode";
import type { PayloadLanguage } from "../language/languageClient";
import { isPayload } from "../language/payloadDocuments";
import { vscodePosition } from "../language/positions";

/** Opens the payload of a job at a value: the one that is open, else the live job as a payload. */
export async function openPayloadAt(language: PayloadLanguage, argument: unknown): Promise<void> {
  if (!isJobNode(argument) || argument.kind !== "entry") return;
  const { jobId, entry } = argument;
  const opened = await openEditor(language, jobId);
  if (opened === undefined) {
    await vscode.commands.executeCommand("iotJobs.openAsPayload", jobId, entry.path);
    return;
  }
  const range = await language.locate(opened, entry.path);
  await vscode.window.showTextDocument(opened.document, range === undefined ? {} : { selection: range });
}

interface Opened {
  readonly document: vscode.TextDocument;
  /** Within the payload that is meant; absent where there is one alone. */
  readonly position?: vscode.Position;
}

/** The editor that shows a payload of this job, if one does. */
async function openEditor(language: PayloadLanguage, jobId: string): Promise<Opened | undefined> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (!isPayload(document)) continue;
    const found = (await language.payloads(document)).find(({ payload }) => payload?.jobId === jobId);
    if (found !== undefined) return { document, position: vscodePosition(found.range.start) };
  }
  return undefined;
}
