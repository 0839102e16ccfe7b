import type { Diagnostic, Position, Range } from "vscode-languageserver-types";
import type { Level } from "./model/ruleBook";
import type { UpdateJobInput } from "./model/updateJob";

export type { Level, UpdateJobInput };

/** Sent with `initialize` by clients that know this server. All members are optional. */
export interface InitializationOptions {
  /** Glob patterns of more JSON and YAML files that hold payloads: the setting `iotJobs.payloadFiles`. See `isPayloadPattern`. */
  readonly payloadFiles?: readonly string[];
  /** The editor itself reports the syntax errors of JSON documents, so that ours would be seen twice. */
  readonly editorReportsJsonSyntax?: boolean;
  /** Languages whose documents the editor outlines itself, so that ours would stand beside: `json` in VS Code. */
  readonly editorOutlines?: readonly string[];
  /** Which inlay hints to give; a kind that is not named is given. */
  readonly inlayHints?: InlayHintKinds;
  /** The commands that the client has, `iotJobs.runUpdateJob` for one: lenses and fixes offer no others. */
  readonly commands?: readonly string[];
  /** How bad a problem of a rule is, or that it is off, by the code of the rule: the setting `iotJobs.rules`. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** The URL of docs/rules.md as the editor opens it; each diagnostic links to `#CODE` on it. */
  readonly rulesPage?: string;
  /** Where the translations of the messages are; absent for English. */
  readonly l10n?: string;
}

/**
 * Whether a text counts in `payloadFiles`. Both VS Code's globs and ours try every way to share a name out among the stars of
 * its part of the path: four of them make a long name a matter of seconds.
 */
export function isPayloadPattern(text: string): boolean {
  return text !== "" && text.length <= longestPattern && !/\*[^/]*\*[^/]*\*[^/]*\*/u.test(text);
}

/** The library of the server refuses what is much longer. */
const longestPattern = 10_000;

/** The kinds of inlay hints: the settings `iotJobs.inlayHints.…`. */
export interface InlayHintKinds {
  /** What a number is in larger units: `= 7 days`. */
  readonly units?: boolean;
  /** What a criterion or a rollout comes to. */
  readonly sentences?: boolean;
  /** The default of a member that is left out. */
  readonly defaults?: boolean;
}

/** The settings that may change while the server runs; sent with `workspace/didChangeConfiguration`. */
export type Settings = Pick<
  InitializationOptions,
  "payloadFiles" | "editorReportsJsonSyntax" | "editorOutlines" | "inlayHints" | "rules"
>;

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
  /** Where a command says that it goes; empty for other notations. */
  readonly account: NamedAccount;
  /** What to know before it is sent and cannot be mended in the text: a sentence each. */
  readonly warnings: readonly string[];
  /** All problems of this payload, those included that the editor reports itself. */
  readonly problems: readonly Diagnostic[];
}

/** Absent members are not named, or known only when the command runs. */
export interface NamedAccount {
  readonly profile?: string;
  readonly region?: string;
}

/** Request: all payloads of a document, or those with text in a range, in the order of the text. */
export const payloadsRequest = "iotJobs/payloads";

export interface PayloadsParams {
  readonly textDocument: { readonly uri: string };
  readonly range?: Range;
}

/** Request: a payload in another notation. Answers with null where there is none, or its text is broken. */
export const convertRequest = "iotJobs/convert";

/** `options` is the text of an `.update-job` file; the shells get one command line, `aws iot update-job …`. */
export type Target = "json" | "yaml" | "options" | "bash" | "powershell7" | "powershell5" | "cmd";

export interface ConvertParams {
  /** A payload of an open document, or one as JSON text. */
  readonly source: PayloadParams | { readonly json: string };
  readonly to: Target;
}

export interface ConvertResult {
  readonly text: string;
  /** What could not be written in the notation and was left out, a sentence each; empty for a conversion without loss. */
  readonly losses: readonly string[];
}

/** Request: copied text as a payload in the notation of a document. Answers with null where it is plain text. */
export const pastedRequest = "iotJobs/pasted";

export interface PastedParams {
  readonly textDocument: { readonly uri: string };
  readonly text: string;
}

/** Request: where a member of a payload stands. Answers with a `Range`, or null when neither it nor a parent is there. */
export const locateRequest = "iotJobs/locate";

export interface LocateParams extends PayloadParams {
  /** Names of members, and indexes of lists from 0 on. Where the last are absent, the deepest that is there is meant. */
  readonly path: readonly (string | number)[];
}

/** Notification: the ids of the jobs that the client has listed, for completion. */
export const knownJobsNotification = "iotJobs/knownJobs";

export interface KnownJobsParams {
  readonly jobIds: readonly string[];
}
