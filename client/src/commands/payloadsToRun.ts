import * as vscode from "vscode";
import { DiagnosticSeverity } from "vscode-languageclient/node";
import type { NamedAccount, PayloadResult, UpdateJobInput } from "../../../server/src/protocol";
import type { UpdateRequest } from "../apply/review";
import type { PayloadLanguage } from "../language/languageClient";
import { noPayloadInWords } from "../language/noPayload";
import { readableDocument } from "../language/payloadDocuments";
import { vscodePosition, vscodeRange } from "../language/positions";
import { tell } from "../notify";
import { documentOf, givenPosition } from "./target";

/** A payload without errors, and where it stands. */
export interface PayloadToRun {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  /** Of the document when it was analysed. */
  readonly version: number;
  /** Where its command says that it goes. */
  readonly named: NamedAccount;
  readonly request: UpdateRequest;
}

/** What the payloads are for: what was not done with one that has errors depends on it. */
type Purpose = "run" | "compare";

/**
 * The payload at the position that a code lens names; else those of the selection; else the one at the cursor, or all of a
 * document whose cursor is at none. Undefined, and the user knows why, when there is none or one has errors.
 */
export async function payloadsToRun(
  language: PayloadLanguage,
  uri: unknown,
  position: unknown,
  purpose: Purpose = "run",
): Promise<readonly PayloadToRun[] | undefined> {
  const document = await documentOf(uri);
  if (document === undefined) return say(vscode.l10n.t("Open an UpdateJob payload first."));
  const { version } = document;
  const found = await chosen(language, document, position);
  if (found.length === 0) return say(noPayloadInWords(document));
  const broken = found.find(({ payload }) => payload === undefined);
  if (broken !== undefined) return showErrors(document, broken, purpose);
  return found.flatMap((result) => {
    const { payload, account: named } = result;
    if (payload === undefined) return [];
    const position = vscodePosition(result.range.start);
    return [{ document, position, version, named, request: request(document, payload, result) }];
  });
}

/** Whether a payload stands in its document as it was read, whatever was edited beside it; true for one that is in no file. */
export async function stillStands(
  language: PayloadLanguage,
  { document, version, named, request }: PayloadToRun,
): Promise<boolean> {
  if (request.file === undefined || (!document.isClosed && document.version === version)) return true;
  if (document.isClosed && document.isUntitled) return false;
  const now = document.isClosed ? await readableDocument(document.uri) : document;
  const found = now === undefined ? [] : await language.payloads(now);
  const wanted = JSON.stringify([request.payload, named]);
  return found.some(({ payload, account }) => JSON.stringify([payload, account]) === wanted);
}

async function chosen(
  language: PayloadLanguage,
  document: vscode.TextDocument,
  position: unknown,
): Promise<readonly PayloadResult[]> {
  const selection = editorOf(document)?.selection;
  const given = givenPosition(position);
  if (given === undefined && selection?.isEmpty === false) return language.payloads(document, selection);
  const one = await language.payload(document, given ?? selection?.active);
  return one === undefined ? language.payloads(document) : [one];
}

/** Whose cursor says what of a document is meant. The title of a diff means its right side, whichever side has the focus. */
function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors, tabGroups } = vscode.window;
  if (activeTextEditor?.document === document) return activeTextEditor;
  const input = tabGroups.activeTabGroup.activeTab?.input;
  const isRightSide = input instanceof vscode.TabInputTextDiff && input.modified.toString() === document.uri.toString();
  return isRightSide ? visibleTextEditors.find((editor) => editor.document === document) : undefined;
}

function request(
  document: vscode.TextDocument,
  payload: UpdateJobInput,
  { problems, warnings }: PayloadResult,
): UpdateRequest {
  const found = problems
    .filter(({ severity }) => severity === DiagnosticSeverity.Warning)
    .map(({ message }) => textOf(message));
  return { payload, file: document.uri.toString(), warnings: [...ofOldText(document), ...warnings, ...found] };
}

/** The left side of a diff is a document, too: what can be read alone may be a revision that nobody wants to run any more. */
function ofOldText({ uri: { scheme, path }, isUntitled }: vscode.TextDocument): readonly string[] {
  const isOwn = isUntitled || scheme === "file" || scheme === "vscode-notebook-cell" || scheme.startsWith("iot-job");
  if (isOwn || vscode.workspace.fs.isWritableFileSystem(scheme) === true) return [];
  return [vscode.l10n.t("This text cannot be edited and may be an old revision: {0}.", `${scheme}:${path}`)];
}

function textOf(message: string | { readonly value: string }): string {
  return typeof message === "string" ? message : message.value;
}

async function showErrors(
  document: vscode.TextDocument,
  { problems, range }: PayloadResult,
  purpose: Purpose,
): Promise<readonly PayloadToRun[] | undefined> {
  const errors = problems.filter(({ severity }) => severity === DiagnosticSeverity.Error);
  const [first] = errors;
  const selection = vscodeRange(first?.range ?? range);
  await vscode.window.showTextDocument(document, { selection });
  if (first === undefined) return say(unknownInWords(selection.start.line + 1, purpose));
  await vscode.commands.executeCommand("workbench.actions.view.problems");
  tell("error", errorsInWords(errors.length, purpose));
  return undefined;
}

/** `line` counts from 1. */
function unknownInWords(line: number, purpose: Purpose): string {
  const what = vscode.l10n.t(
    "Line {0}: a part of this command is known only when it runs, such as a variable or a file.",
    line,
  );
  const next =
    purpose === "run"
      ? vscode.l10n.t("Nothing was sent. Write it out, or run the command in a terminal.")
      : vscode.l10n.t("Write it out to compare it.");
  return `${what} ${next}`;
}

function errorsInWords(count: number, purpose: Purpose): string {
  if (purpose === "compare") {
    return count === 1
      ? vscode.l10n.t("1 error: fix it, then compare again.")
      : vscode.l10n.t("{0} errors: fix them, then compare again.", count);
  }
  return count === 1
    ? vscode.l10n.t("1 error; nothing was sent.")
    : vscode.l10n.t("{0} errors; nothing was sent.", count);
}

/** Gives nothing, as a command does that goes no further. */
function say(message: string): readonly PayloadToRun[] | undefined {
  tell("warning", message);
  return undefined;
}
