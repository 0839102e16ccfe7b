import * as vscode from "vscode";
import { isPayload } from "./payloadDocuments";

/** Said of a document in which nothing can be run, with what to do: JSON and YAML are payloads by their names alone. */
export function noPayloadInWords(document: vscode.TextDocument): string {
  const { languageId } = document;
  const isNamed = (languageId !== "json" && languageId !== "yaml") || isPayload(document);
  if (isNamed) return vscode.l10n.t("There is no UpdateJob payload here.");
  return vscode.l10n.t(
    "By its name, this file is no UpdateJob payload. Save it as *.update-job.{0}, or name it in the setting iotJobs.payloadFiles.",
    languageId,
  );
}
