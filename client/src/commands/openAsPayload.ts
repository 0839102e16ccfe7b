import * as vscode from "vscode";
import type { Path } from "../liveJob/difference";
import { writtenLivePayload } from "../language/writtenLivePayload";
import { completeStep } from "../walkthrough";
import type { ChangeContext } from "./changeContext";
import { sayLosses } from "./convert";
import { liveJobFor } from "./liveJobFor";
import { files, openUntitled, shells } from "./newPayload";

/**
 * Opens the configuration of a job, as far as UpdateJob takes it, as a new file in the notation of choice. With a path of names and
 * indexes it opens as JSON, and what stands there is selected.
 */
export async function openAsPayload(context: ChangeContext, target: unknown, path: unknown): Promise<void> {
  const title = vscode.l10n.t("Open as UpdateJob Payload");
  const job = await liveJobFor(context, target);
  if (job === undefined) return;
  const forms = [...files(), ...shells().filter(({ to }) => to === "bash")];
  const form = isPath(path) ? forms[0] : await vscode.window.showQuickPick(forms, { title, ignoreFocusOut: true });
  const written = form && (await writtenLivePayload(context.language, job, form.to));
  if (form === undefined || written === undefined) return;
  const editor = await openUntitled(undefined, job.jobId ?? "job", form, written.text);
  completeStep("opened");
  if (isPath(path)) await select(context, editor, path);
  sayLosses(written);
}

async function select({ language }: ChangeContext, editor: vscode.TextEditor, path: Path): Promise<void> {
  const range = await language.locate({ document: editor.document }, path);
  if (range === undefined) return;
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range);
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((part) => typeof part === "string" || typeof part === "number");
}
