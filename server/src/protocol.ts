import type { Diagnostic, Position, Range } from "vscode-languageserver-types";
import type { UpdateJobInput } from "./model/updateJob";

export type { UpdateJobInput };

/** Sent with `initialize` by clients that know this server. All members are optional. */
export interface InitializationOptions {
  /** Glob patterns of more JSON files that hold payloads: the setting `iotJobs.payloadFiles`. */
  readonly payloadFiles?: readonly string[];
  /** The editor itself reports the syntax errors of JSON documents, so that ours would be seen twice. */
  readonly editorReportsJsonSyntax?: boolean;
  /** Show "Run UpdateJob" above payloads; the client has the command `iotJobs.runUpdateJob`. */
  readonly codeLens?: boolean;
  /** Where the translations of the messages are; absent for English. */
  readonly l10n?: string;
}

/** The settings that may change while the server runs; sent with `workspace/didChangeConfiguration`. */
export type Settings = Pick<InitializationOptions, "payloadFiles" | "editorReportsJsonSyntax">;

/** Request: the payload of a document, as it stands in the editor, saved or not. */
export const payloadRequest = "iotJobs/payload";

export interface PayloadParams {
  readonly textDocument: { readonly uri: string };
  /** Which payload, in a document with several. */
  readonly position?: Position;
}

export interface PayloadResult {
  readonly notation: string;
  /** Absent while there are errors. */
  readonly payload?: UpdateJobInput;
  readonly range: Range;
  /** All problems of this payload, those included that the editor reports itself. */
  readonly problems: readonly Diagnostic[];
}
