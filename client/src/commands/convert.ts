import * as path from "node:path";
import * as vscode from "vscode";
import type { ConvertResult, Target } from "../../../server/src/protocol";
import type { PayloadLanguage } from "../languageClient";
import { documentOf, positionOf } from "./target";

interface Form {
  readonly label: string;
  readonly to: Target;
  readonly languageId: string;
  /** What the name of a file of it ends in. */
  readonly extension: string;
}

function files(): readonly Form[] {
  return [
    { label: "JSON", to: "json", languageId: "json", extension: ".update-job.json" },
    { label: "YAML", to: "yaml", languageId: "yaml", extension: ".update-job.yaml" },
    {
      label: vscode.l10n.t("Options of the AWS CLI (.update-job)"),
      to: "options",
      languageId: "iot-update-job",
      extension: ".update-job",
    },
  ];
}

function shells(): readonly Form[] {
  return [
    { label: vscode.l10n.t("Command for bash or zsh"), to: "bash", languageId: "shellscript", extension: ".sh" },
    {
      label: vscode.l10n.t("Command for PowerShell 7"),
      to: "powershell7",
      languageId: "powershell",
      extension: ".ps1",
    },
    {
      label: vscode.l10n.t("Command for Windows PowerShell 5"),
      to: "powershell5",
      languageId: "powershell",
      extension: ".ps1",
    },
    { label: vscode.l10n.t("Command for cmd"), to: "cmd", languageId: "bat", extension: ".cmd" },
  ];
}

/** Opens the payload of a document in another notation, as a new file that is not saved yet. */
export async function convertTo(language: PayloadLanguage, uri: unknown, position: unknown): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return say(vscode.l10n.t("Open an UpdateJob payload first."));
  const at = positionOf(position);
  const form = await picked(vscode.l10n.t("Convert To"), [...files(), ...shells()]);
  const result = form && (await converted(language, document, at, form.to));
  if (form === undefined || result === undefined) return;
  await openUntitled(document.uri, form, result.text);
  await sayLosses(result);
}

/** A file named as the one it comes from, in the same folder, so that it is known for a payload before it is saved. */
async function openUntitled(source: vscode.Uri, { languageId, extension }: Form, content: string): Promise<void> {
  if (source.scheme !== "file") {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languageId, content }));
    return;
  }
  const name = path.posix.basename(source.path).replace(/(?:\.update-job)?\.[^.]*$/, "") || "payload";
  const target = await freeName(vscode.Uri.joinPath(source, ".."), name, extension);
  const opened = await vscode.workspace.openTextDocument(target.with({ scheme: "untitled" }));
  const editor = await vscode.window.showTextDocument(opened, { preview: false });
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
}

/** Puts the payload on the clipboard as one command of the AWS CLI. */
export async function copyAsCommand(language: PayloadLanguage, uri: unknown, position: unknown): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return say(vscode.l10n.t("Open an UpdateJob payload first."));
  const at = positionOf(position);
  const title = vscode.l10n.t("Copy as AWS CLI Command");
  const form = process.platform === "win32" ? await picked(title, shells()) : shells()[0];
  const result = form && (await converted(language, document, at, form.to));
  if (form === undefined || result === undefined) return;
  await vscode.env.clipboard.writeText(result.text);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied: {0}", form.label), 3_000);
  await sayLosses(result);
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
    await say(
      vscode.l10n.t("There is no UpdateJob payload here that can be read to its end. Mend its syntax errors first."),
    );
  }
  return result;
}

/** A name that no file of the folder has yet. */
async function freeName(folder: vscode.Uri, name: string, extension: string): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const taken = new Set([
    ...entries.map(([entry]) => entry),
    ...vscode.workspace.textDocuments.map(({ uri }) => path.posix.basename(uri.path)),
  ]);
  let candidate = `${name}${extension}`;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}-${count}${extension}`;
  return vscode.Uri.joinPath(folder, candidate);
}

async function sayLosses({ losses }: ConvertResult): Promise<void> {
  if (losses.length > 0) await say(losses.join(" "));
}

async function say(message: string): Promise<void> {
  await vscode.window.showWarningMessage(message);
}
