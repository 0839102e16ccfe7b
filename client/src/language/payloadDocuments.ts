import * as vscode from "vscode";
import { type Target, isPayloadPattern } from "../../../server/src/protocol";
import { textsOf } from "../settings";

/** Without these words a shell script has no payload. */
export const commandName = "update-job";

export function isPayload(document: vscode.TextDocument): boolean {
  if (document.languageId === "shellscript") return document.getText().includes(commandName);
  return vscode.languages.match(selector(), document) > 0;
}

/** Undefined for a file that is no text, too large or gone. */
export async function readableDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** What the server is asked about. A shell script is, before it is known whether it has a payload. */
export function selector(): { language: string; pattern?: string }[] {
  return [
    { language: "iot-update-job" },
    { language: "shellscript" },
    ...payloadPatterns().flatMap((pattern) => ["json", "yaml"].map((language) => ({ language, pattern }))),
  ];
}

/** Glob patterns of the files that hold payloads by their name, for JSON and YAML. */
export function payloadPatterns(): readonly string[] {
  return [...ownPatterns, ...namedFiles()];
}

const ownPatterns = ["**/*.update-job.{json,yaml,yml}", "**/update-job.{json,yaml,yml}"];

/** The setting of further files. */
export function namedFiles(): readonly string[] {
  return textsOf("payloadFiles").filter(isPayloadPattern);
}

/** What a payload is written as in a document of a language; others get JSON. */
export function notationOf(languageId: string): Target {
  switch (languageId) {
    case "yaml":
      return "yaml";
    case "iot-update-job":
      return "options";
    case "shellscript":
      return "bash";
    case "powershell":
      return "powershell7";
    case "bat":
      return "cmd";
    default:
      return "json";
  }
}
