import * as path from "node:path";
import * as vscode from "vscode";
import type { ConvertResult, Target } from "../../../server/src/protocol";
import type { PayloadLanguage } from "../language/languageClient";
import { noPayloadInWords } from "../language/noPayload";
import { isPayload, notationOf } from "../language/payloadDocuments";
import { tell } from "../notify";
import { type Form, files, openUntitled, shells } from "./newPayload";
import { documentOf, positionOf } from "./target";

/** All but what the document is written in already. */
function formsBeside({ languageId }: vscode.TextDocument): readonly Form[] {
  return [...files().filter(({ to }) => to !== notationOf(languageId)), ...shells()];
}

/** Opens the payload of a document in another notation, as a new file that is not saved yet. */
export async function convertTo(language: PayloadLanguage, uri: unknown, position: unknown): Promise<void> {
  const document = await payloadDocument(uri);
  if (document === undefined) return;
  const at = positionOf(position);
  const form = await picked(vscode.l10n.t("Convert To"), formsBeside(document));
  const result = form && (await converted(language, document, at, form.to));
  if (form === undefined || result === undefined) return;
  const name = path.posix.basename(document.uri.path).replace(/(?:\.update-job)?\.[^.]*$/, "") || "payload";
  await openUntitled(document.uri, name, form, result.text);
  sayLosses(result);
}

/** Puts the payload on the clipboard as one command of the AWS CLI. */
export async function copyAsCommand(language: PayloadLanguage, uri: unknown, position: unknown): Promise<void> {
  const document = await payloadDocument(uri);
  if (document === undefined) return;
  const at = positionOf(position);
  const title = vscode.l10n.t("Copy as AWS CLI Command");
  const form = process.platform === "win32" ? await picked(title, shells()) : shells()[0];
  const result = form && (await converted(language, document, at, form.to));
  if (form === undefined || result === undefined) return;
  await vscode.env.clipboard.writeText(result.text);
  const copied = vscode.l10n.t("Copied: {0}", form.label);
  if (result.losses.length === 0) vscode.window.setStatusBarMessage(copied, 3_000);
  else say([`${copied}.`, ...result.losses].join(" "));
}

async function payloadDocument(uri: unknown): Promise<vscode.TextDocument | undefined> {
  const document = await documentOf(uri);
  if (document === undefined) say(vscode.l10n.t("Open an UpdateJob payload first."));
  return document;
}

function picked(title: string, forms: readonly Form[]): Thenable<Form | undefined> {
  return vscode.window.showQuickPick(forms, { title });
}

async function converted(
  language: PayloadLanguage,
  document: vscode.TextDocument,
  position: vscode.Position | undefined,
  to: Target,
): Promise<ConvertResult | undefined> {
  const result = await language.convert({ document, position }, to);
  if (result === undefined) {
    const broken = vscode.l10n.t(
      "There is no UpdateJob payload here that can be read to its end. Fix its syntax errors first.",
    );
    say(isPayload(document) ? broken : noPayloadInWords(document));
  }
  return result;
}

export function sayLosses({ losses }: ConvertResult): void {
  if (losses.length > 0) say(losses.join(" "));
}

function say(message: string): void {
  tell("warning", message);
}
