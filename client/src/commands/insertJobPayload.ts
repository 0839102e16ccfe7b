import * as vscode from "vscode";
import { notationOf } from "../jobs/jobDrop";
import { livePayload } from "../liveJob/livePayload";
import type { ChangeContext } from "./changeContext";
import { liveJobFor } from "./liveJobFor";

/** Writes what a job has now at the cursor, in the notation of the document: what completion offers in an empty one. */
export async function insertJobPayload(context: ChangeContext): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    await vscode.window.showWarningMessage(vscode.l10n.t("Open an UpdateJob payload first."));
    return;
  }
  const job = await liveJobFor(context, undefined);
  if (job === undefined) return;
  const { payload, left } = livePayload(job);
  const json = JSON.stringify(payload);
  const converted = await context.language.convert({ json }, notationOf(editor.document.languageId));
  if (converted === undefined) return;
  await editor.edit((edit) => edit.replace(editor.selection, converted.text));
  const losses = [...left, ...converted.losses];
  if (losses.length > 0) void vscode.window.showWarningMessage(losses.join(" "));
}
