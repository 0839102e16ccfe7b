import * as vscode from "vscode";
import { notationOf } from "../language/payloadDocuments";
import { writtenLivePayload } from "../language/writtenLivePayload";
import { tell } from "../notify";
import type { ChangeContext } from "./changeContext";
import { sayLosses } from "./convert";
import { liveJobFor } from "./liveJobFor";

/** Writes what a job has now at the cursor, in the notation of the document: what completion offers in an empty one. */
export async function insertJobPayload(context: ChangeContext): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    tell("warning", vscode.l10n.t("Open an UpdateJob payload first."));
    return;
  }
  const job = await liveJobFor(context, undefined);
  if (job === undefined) return;
  const written = await writtenLivePayload(context.language, job, notationOf(editor.document.languageId));
  if (written === undefined) return;
  await editor.edit((edit) => edit.replace(editor.selection, written.text));
  sayLosses(written);
}
