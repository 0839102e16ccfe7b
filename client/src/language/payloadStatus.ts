import * as vscode from "vscode";
import { isPayload } from "./payloadDocuments";
import { membersOf } from "../settings";
import { type PayloadState, payloadState } from "./payloadState";

/**
 * Beside the language of a payload's file: whether it is valid, how many problems it has, which rules are off. Tells the menus
 * of the editors, too, which of them show payloads: not every name says so.
 */
export class PayloadStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem("iotJobs.payload", []);
  readonly #listeners: vscode.Disposable;

  constructor() {
    this.#item.name = vscode.l10n.t("UpdateJob Payload");
    this.#item.command = { title: vscode.l10n.t("Show Problems"), command: "workbench.actions.view.problems" };
    const show = (): void => {
      this.#show(vscode.window.activeTextEditor?.document);
      tellMenus(vscode.window.visibleTextEditors.map(({ document }) => document));
    };
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(show),
      vscode.window.onDidChangeVisibleTextEditors(show),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(isVisible)) show();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("iotJobs")) show();
      }),
    );
    show();
  }

  #show(document: vscode.TextDocument | undefined): void {
    if (document === undefined || !isPayload(document)) {
      this.#item.selector = [];
      return;
    }
    const state = payloadState(severitiesOf(document), membersOf("rules", document));
    this.#item.selector = { language: document.languageId };
    this.#item.text = textOf(state);
    this.#item.detail = state.off.length === 0 ? "" : vscode.l10n.t("Rules that are off: {0}", state.off.join(", "));
    this.#item.severity = severityOf(state);
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item.dispose();
  }
}

function isVisible(uri: vscode.Uri): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
}

/** By their paths: the URI of a file is another for menus than for extensions, where those run on another machine. */
function tellMenus(documents: readonly vscode.TextDocument[]): void {
  const payloads = documents.filter(isPayload).map(({ uri }) => uri.fsPath);
  void vscode.commands.executeCommand("setContext", "iotJobs.payloads", payloads);
}

/** Ours, and the syntax errors that VS Code reports of JSON in our place. */
function severitiesOf({ uri }: vscode.TextDocument): readonly vscode.DiagnosticSeverity[] {
  const isCounted = ({ source }: vscode.Diagnostic): boolean => source === "iot-jobs" || source === "json";
  return vscode.languages
    .getDiagnostics(uri)
    .filter(isCounted)
    .map(({ severity }) => severity);
}

function textOf({ problems }: PayloadState): string {
  if (problems === 0) return vscode.l10n.t("UpdateJob payload: valid");
  return problems === 1
    ? vscode.l10n.t("UpdateJob payload: 1 problem")
    : vscode.l10n.t("UpdateJob payload: {0} problems", problems);
}

function severityOf({ worst }: PayloadState): vscode.LanguageStatusSeverity {
  if (worst === 0) return vscode.LanguageStatusSeverity.Error;
  return worst === 1 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}
