import type { Diagnostic } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Failure } from "./inputs";

/** A file with something wrong. */
export interface Faulty {
  readonly name: string;
  readonly document: TextDocument;
  readonly problems: readonly Diagnostic[];
}

export interface Report {
  /** How many files could be read. */
  readonly files: number;
  readonly faulty: readonly Faulty[];
  /** What could not be checked. */
  readonly failures: readonly Failure[];
}

/** In the order of LSP, where an error is 1. */
export const severityNames = ["error", "warning", "information", "hint"] as const;

export function severityName({ severity = 1 }: Diagnostic): (typeof severityNames)[number] {
  return severityNames[severity - 1] ?? "error";
}

export function messageOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}
