// Each fault at each step of an apply, and what comes of it: played in plain Node and in the extension host.
import assert from "node:assert/strict";
import type { Emulator } from "../../emulator/src/emulator";
import type { Fault, FaultKind } from "../../emulator/src/faults";
import { timeIsUp } from "./time";

const kinds = {
  denied: () => ({ kind: "denied" }),
  expired: () => ({ kind: "expired" }),
  "throttled twice": () => ({ kind: "throttled", times: 2 }),
  "throttled for long": () => ({ kind: "throttled" }),
  "500 twice": () => ({ kind: "internal", times: 2 }),
  "500 for long": () => ({ kind: "internal" }),
  "dropped before it acts": () => ({ kind: "drop-before", times: 1 }),
  "dropped after it acted": () => ({ kind: "drop-after", times: 1 }),
  "timeout before it acts": () => ({ kind: "latency", milliseconds: 10_000, times: 1 }),
  "timeout after it acted": () => ({ kind: "late-answer", milliseconds: 10_000, times: 1 }),
  timeouts: () => ({ kind: "latency", milliseconds: 10_000 }),
  "garbage once": () => ({ kind: "malformed", times: 1 }),
  "an empty answer": () => ({ kind: "malformed", body: "{}" }),
  "a dropped member": () => ({ kind: "drop-member", member: "description" }),
  "another's change": (emulator) => ({
    kind: "before",
    times: 1,
    run: () => void emulator.call("UpdateJob", { jobId: "j", timeoutConfig: { inProgressTimeoutInMinutes: 45 } }),
  }),
  "canceled meanwhile": (emulator) => ({
    kind: "before",
    times: 1,
    run: () => void emulator.call("CancelJob", { jobId: "j" }),
  }),
  "deleted meanwhile": (emulator) => ({ kind: "before", times: 1, run: () => deleteJob(emulator) }),
  "not found": () => ({
    kind: "status",
    status: 404,
    name: "ResourceNotFoundException",
    message: "Job j does not exist.",
  }),
} as const satisfies Readonly<Record<string, (emulator: Emulator) => FaultKind & { readonly times?: number }>>;

function deleteJob(emulator: Emulator): void {
  emulator.call("DeleteJob", { jobId: "j", force: true });
}

/** Where a fault strikes: the looks are those before and after the review, and the one after the update. */
const operations = {
  who: "GetCallerIdentity",
  "first look": "DescribeJob",
  "second look": "DescribeJob",
  UPDATE: "UpdateJob",
  "read-back": "DescribeJob",
} as const;

/** What the user is told, by its short form. */
const sentences = {
  applied: "j: applied, and read back from the job.",
  "too late":
    "j: no answer came in time. The job is unchanged so far; the request may still arrive. Look again; do not send it again.",
  "nothing sent": "j: nothing was sent.",
  "not applied": "j: not applied.",
  "not verified": "j: AWS accepted the request, but the job could not be read afterwards.",
  "then look": "Look again; do not send it again.",
  denied:
    "The profile may not do this. Ask for the permission, or choose another profile. AWS says: User: arn:aws:sts::123456789012:assumed-role/sample/user is not authorized to perform: iot:*.",
  expired: "The session has expired. Renew it, for example with aws sso login, and retry.",
  throttled: "AWS is getting too many requests, also after retries. Wait a minute and retry.",
  failing: "AWS IoT failed to answer properly, also after retries. Wait a minute and retry.",
  unreachable: "AWS could not be reached. Look at the network, the region and the endpoint, and retry.",
  empty: "It failed: AWS answered without a job. The log has more.",
  notFound: "There is no such job in this account and region. Check the job id, the profile and the region.",
  canceled:
    "The job has ended, and nothing of it can be changed any more. AWS says: Job j cannot be updated because its Status is CANCELED.",
  deleted:
    "The job has ended, and nothing of it can be changed any more. AWS says: Job j cannot be updated because its Status is DELETION_IN_PROGRESS.",
  tooOften: "AWS did not take it after several tries. The job is as it was; wait a minute and retry.",
  broken: "The connection broke, and the job is as it was. Look at the network and retry.",
  "not shown":
    'j: AWS accepted the request, but the job does not show it so far: description is "before", not "after".',
} as const;

/** The step and its fault; what went on; what the user is told, in short; what the journal holds; the job then. */
const table = `
  step        | fault                  | what went on                                                         | what the user is told                | journal    | job
  who         | denied                 | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | expired                | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | throttled twice        | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | throttled for long     | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | 500 twice              | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | 500 for long           | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | dropped before it acts | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | dropped after it acted | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | timeout before it acts | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | timeout after it acted | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  who         | garbage once           | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  first look  | denied                 | who look                                                             | nothing sent: denied                 | -          | before IN_PROGRESS
  first look  | expired                | who look                                                             | nothing sent: expired                | -          | before IN_PROGRESS
  first look  | throttled twice        | who look look look review look UPDATE look                           | applied                              | applied    | after IN_PROGRESS
  first look  | throttled for long     | who look look look look                                              | nothing sent: throttled              | -          | before IN_PROGRESS
  first look  | 500 twice              | who look look look review look UPDATE look                           | applied                              | applied    | after IN_PROGRESS
  first look  | 500 for long           | who look look look look                                              | nothing sent: failing                | -          | before IN_PROGRESS
  first look  | dropped before it acts | who look look review look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  first look  | dropped after it acted | who look look review look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  first look  | timeout before it acts | who look look review look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  first look  | timeout after it acted | who look look review look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  first look  | timeouts               | who look look look look                                              | nothing sent: unreachable            | -          | before IN_PROGRESS
  first look  | garbage once           | who look look review look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  first look  | an empty answer        | who look look look look                                              | nothing sent: empty                  | -          | before IN_PROGRESS
  first look  | canceled meanwhile     | who look review look UPDATE                                          | not applied: canceled                | refused    | before CANCELED
  first look  | deleted meanwhile      | who look review look UPDATE                                          | not applied: deleted                 | refused    | before DELETION_IN_PROGRESS
  first look  | not found              | who look                                                             | nothing sent: notFound               | -          | before IN_PROGRESS
  second look | denied                 | who look review look                                                 | nothing sent: denied                 | -          | before IN_PROGRESS
  second look | expired                | who look review look                                                 | nothing sent: expired                | -          | before IN_PROGRESS
  second look | throttled twice        | who look review look look look UPDATE look                           | applied                              | applied    | after IN_PROGRESS
  second look | throttled for long     | who look review look look look look                                  | nothing sent: throttled              | -          | before IN_PROGRESS
  second look | 500 twice              | who look review look look look UPDATE look                           | applied                              | applied    | after IN_PROGRESS
  second look | 500 for long           | who look review look look look look                                  | nothing sent: failing                | -          | before IN_PROGRESS
  second look | dropped before it acts | who look review look look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  second look | dropped after it acted | who look review look look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  second look | timeout before it acts | who look review look look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  second look | timeout after it acted | who look review look look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  second look | timeouts               | who look review look look look look                                  | nothing sent: unreachable            | -          | before IN_PROGRESS
  second look | garbage once           | who look review look look UPDATE look                                | applied                              | applied    | after IN_PROGRESS
  second look | an empty answer        | who look review look look look look                                  | nothing sent: empty                  | -          | before IN_PROGRESS
  second look | another's change       | who look review look look review look UPDATE look                    | applied                              | applied    | after IN_PROGRESS
  second look | canceled meanwhile     | who look review look look review look UPDATE                         | not applied: canceled                | refused    | before CANCELED
  second look | deleted meanwhile      | who look review look look review look UPDATE                         | not applied: deleted                 | refused    | before DELETION_IN_PROGRESS
  second look | not found              | who look review look                                                 | nothing sent: notFound               | -          | before IN_PROGRESS
  UPDATE      | denied                 | who look review look UPDATE                                          | not applied: denied                  | refused    | before IN_PROGRESS
  UPDATE      | expired                | who look review look UPDATE                                          | not applied: expired                 | refused    | before IN_PROGRESS
  UPDATE      | throttled twice        | who look review look UPDATE look UPDATE look UPDATE look             | applied                              | applied    | after IN_PROGRESS
  UPDATE      | throttled for long     | who look review look UPDATE look UPDATE look UPDATE look UPDATE look | not applied: tooOften                | notApplied | before IN_PROGRESS
  UPDATE      | 500 twice              | who look review look UPDATE look UPDATE look UPDATE look             | applied                              | applied    | after IN_PROGRESS
  UPDATE      | 500 for long           | who look review look UPDATE look UPDATE look UPDATE look UPDATE look | not applied: tooOften                | notApplied | before IN_PROGRESS
  UPDATE      | dropped before it acts | who look review look UPDATE look look look look                      | not applied: broken                  | notApplied | before IN_PROGRESS
  UPDATE      | dropped after it acted | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  UPDATE      | timeout before it acts | who look review look UPDATE look look look look                      | too late                             | unknown    | before IN_PROGRESS
  UPDATE      | timeout after it acted | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  UPDATE      | garbage once           | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  UPDATE      | a dropped member       | who look review look UPDATE look look look look                      | not shown: then look                 | unverified | before IN_PROGRESS
  UPDATE      | another's change       | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  UPDATE      | canceled meanwhile     | who look review look UPDATE                                          | not applied: canceled                | refused    | before CANCELED
  UPDATE      | deleted meanwhile      | who look review look UPDATE                                          | not applied: deleted                 | refused    | before DELETION_IN_PROGRESS
  UPDATE      | not found              | who look review look UPDATE                                          | not applied: notFound                | refused    | before IN_PROGRESS
  read-back   | denied                 | who look review look UPDATE look                                     | not verified: denied: then look      | unverified | after IN_PROGRESS
  read-back   | expired                | who look review look UPDATE look                                     | not verified: expired: then look     | unverified | after IN_PROGRESS
  read-back   | throttled twice        | who look review look UPDATE look look look                           | applied                              | applied    | after IN_PROGRESS
  read-back   | throttled for long     | who look review look UPDATE look look look look                      | not verified: throttled: then look   | unverified | after IN_PROGRESS
  read-back   | 500 twice              | who look review look UPDATE look look look                           | applied                              | applied    | after IN_PROGRESS
  read-back   | 500 for long           | who look review look UPDATE look look look look                      | not verified: failing: then look     | unverified | after IN_PROGRESS
  read-back   | dropped before it acts | who look review look UPDATE look look                                | applied                              | applied    | after IN_PROGRESS
  read-back   | dropped after it acted | who look review look UPDATE look look                                | applied                              | applied    | after IN_PROGRESS
  read-back   | timeout before it acts | who look review look UPDATE look look                                | applied                              | applied    | after IN_PROGRESS
  read-back   | timeout after it acted | who look review look UPDATE look look                                | applied                              | applied    | after IN_PROGRESS
  read-back   | timeouts               | who look review look UPDATE look look look look                      | not verified: unreachable: then look | unverified | after IN_PROGRESS
  read-back   | garbage once           | who look review look UPDATE look look                                | applied                              | applied    | after IN_PROGRESS
  read-back   | an empty answer        | who look review look UPDATE look look look look                      | not verified: empty: then look       | unverified | after IN_PROGRESS
  read-back   | another's change       | who look review look UPDATE look                                     | applied                              | applied    | after IN_PROGRESS
  read-back   | canceled meanwhile     | who look review look UPDATE look                                     | applied                              | applied    | after CANCELED
  read-back   | deleted meanwhile      | who look review look UPDATE look                                     | applied                              | applied    | after DELETION_IN_PROGRESS
  read-back   | not found              | who look review look UPDATE look                                     | not verified: notFound: then look    | unverified | after IN_PROGRESS
`;

/** A line of the table. */
export interface FaultRow {
  /** `denied at the first look` */
  readonly name: string;
  readonly step: keyof typeof operations;
  readonly fault: keyof typeof kinds;
  readonly trace: string;
  readonly told: string;
  readonly journal: string;
  readonly job: string;
}

export const faultRows: readonly FaultRow[] = table
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [step, fault, trace = "", told = "", journal = "", job = ""] = row.split("|").map((cell) => cell.trim());
    assert.ok(isIn(operations, step) && isIn(kinds, fault), row);
    return { name: `${fault} at the ${step}`, step, fault, trace, told: inFull(told), journal, job };
  });

/** One apply of `{"jobId": "j", "description": "after"}`, as far as the table tells of it. */
export interface FaultyApply {
  readonly trace: string;
  readonly told: string;
  readonly runs: readonly JournalRun[];
}

/** What the journal holds of a run. */
interface JournalRun {
  readonly result: string;
  /** The configuration that the job had in the end, as far as the run knows. */
  readonly after?: unknown;
}

/** Plays a line of the table: `apply` calls back whenever a review is open. */
export async function playFault(
  row: FaultRow,
  emulator: Emulator,
  apply: (onReview: (times: number) => void) => Promise<FaultyApply>,
): Promise<void> {
  const { step, fault } = row;
  const strike = (): void => inject(emulator, { operation: operations[step], ...kinds[fault](emulator) });
  if (step === "read-back") emulator.inject({ kind: "before", operation: "UpdateJob", times: 1, run: strike });
  else if (step !== "second look") strike();
  const { trace, told, runs } = await apply((times) => {
    if (step === "second look" && times === 1) strike();
  });
  const now = emulator.job("j");
  assert.equal(trace, row.trace);
  assert.equal(told.replace(/iot:\w+/u, "iot:*"), row.told);
  assert.equal(runs.map(({ result }) => result).join() || "-", row.journal);
  assert.equal(`${now?.configuration.description ?? ""} ${now?.status ?? ""}`, row.job);
  const { after } = runs[0] ?? {};
  if (after !== undefined) assert.deepEqual(after, { ...now?.configuration });
}

/** A timeout is no matter of milliseconds here: the time is up once the request has come in. */
function inject(emulator: Emulator, fault: Fault): void {
  const { operation = "DescribeJob", times = Infinity, kind } = fault;
  if (kind === "latency" || kind === "late-answer") {
    emulator.inject({ operation, times, kind: "before", run: timeIsUp });
  }
  emulator.inject(fault);
}

function isIn<T extends object>(names: T, name: string | undefined): name is Extract<keyof T, string> {
  return name !== undefined && Object.hasOwn(names, name);
}

function inFull(short: string): string {
  return short
    .split(": ")
    .map((part) => (isIn(sentences, part) ? sentences[part] : `no sentence ${part}`))
    .join(" ");
}
