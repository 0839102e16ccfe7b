import type { JsonObject } from "../liveJob/liveConfiguration";

/** A line of the journal. A run has two: one before its request leaves, one when it is known what became of it. */
export type JournalRecord = Beginning | Ending;

export interface Beginning {
  readonly kind: "beginning";
  /** Absent for UpdateJob. */
  readonly operation?: "CancelJob";
  /** Of the run; a UUID. */
  readonly id: string;
  /** ISO 8601, in UTC, as every time here. */
  readonly at: string;
  /** Absent when AWS did not tell. */
  readonly accountId?: string;
  readonly profile?: string;
  readonly region: string;
  /** Host and port; absent for AWS's own. */
  readonly endpoint?: string;
  /** Sample jobs on this machine, not AWS. */
  readonly samples?: true;
  readonly jobId: string;
  /** The URI of the document that held the payload. */
  readonly file?: string;
  /** The configuration that the job had. */
  readonly before: JsonObject;
  /** What was sent: the input of the operation. */
  readonly payload: JsonObject;
}

/** `unverified`: AWS accepted it, and it was not seen; `unknown`: no answer came, and the job told nothing. */
export type JournalResult = "applied" | "notApplied" | "refused" | "unverified" | "unknown";

export interface Ending {
  readonly kind: "ending";
  readonly id: string;
  readonly at: string;
  readonly result: JournalResult;
  readonly requestId?: string;
  /** The configuration that the job has now, where it could be read. */
  readonly after?: JsonObject;
  /** Why it was not applied, in a sentence. */
  readonly reason?: string;
}

/** A run as its records tell it; one without an ending was cut off, by a crash for example. */
export interface JournalEntry {
  readonly beginning: Beginning;
  readonly ending: Ending | undefined;
}

export function resultOf({ ending }: JournalEntry): JournalResult {
  return ending?.result ?? "unknown";
}

/** Whether a run was to change the configuration of its job, which a cancellation is not. */
export function isUpdate({ beginning }: JournalEntry): boolean {
  return beginning.operation === undefined;
}

/** Lines that are no records are passed over: a half-written one loses only itself. */
export function recordsIn(text: string): readonly JournalRecord[] {
  return text.split("\n").flatMap((line) => {
    const record = parsed(line);
    return isRecord(record) ? [record] : [];
  });
}

/** The runs, newest first, each once; a later ending of a run, from another look at its job, counts. */
export function entriesOf(records: readonly JournalRecord[]): readonly JournalEntry[] {
  const endings = new Map(records.flatMap((record) => (record.kind === "ending" ? [[record.id, record]] : [])));
  const beginnings = new Map(records.flatMap((record) => (record.kind === "beginning" ? [[record.id, record]] : [])));
  return [...beginnings.values()]
    .map((beginning) => ({ beginning, ending: endings.get(beginning.id) }))
    .sort((one, other) => (one.beginning.at < other.beginning.at ? 1 : -1));
}

/** For other programs: an object a run, newest first. */
export function asJson(entries: readonly JournalEntry[]): string {
  const runs = entries.map((entry) => {
    const { beginning, ending } = entry;
    const times = { at: beginning.at, endedAt: ending?.at };
    return { ...beginning, ...ending, ...times, result: resultOf(entry), kind: undefined };
  });
  return `${JSON.stringify(runs, undefined, 2)}\n`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const results: readonly unknown[] = [
  "applied",
  "notApplied",
  "refused",
  "unverified",
  "unknown",
] satisfies JournalResult[];

/** Checked member by member: the file may have been touched by anybody. */
function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== "object" || value === null) return false;
  const { kind, id, at, ...rest }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof id !== "string" || typeof at !== "string" || Number.isNaN(Date.parse(at))) return false;
  if (kind === "ending") {
    return (
      results.includes(rest["result"]) && areTexts(rest, ["requestId", "reason"]) && isOptionalObject(rest["after"])
    );
  }
  const named = typeof rest["region"] === "string" && typeof rest["jobId"] === "string";
  return (
    kind === "beginning" &&
    named &&
    (rest["operation"] === undefined || rest["operation"] === "CancelJob") &&
    areTexts(rest, ["accountId", "profile", "endpoint", "file"]) &&
    isPlainObject(rest["before"]) &&
    isPlainObject(rest["payload"])
  );
}

function areTexts(members: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => members[name] === undefined || typeof members[name] === "string");
}

function isOptionalObject(value: unknown): boolean {
  return value === undefined || isPlainObject(value);
}

function isPlainObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
