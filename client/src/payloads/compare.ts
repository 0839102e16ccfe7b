import type * as vscode from "vscode";
import type { PayloadResult, UpdateJobInput } from "../../../server/src/protocol";
import { plannedUpdate } from "../apply/plannedUpdate";
import { failureOf } from "../aws/failure";
import type { Job, Jobs } from "../aws/jobs";
import type { PayloadLanguage } from "../language/languageClient";
import type { Comparison } from "./comparison";

export interface Comparing {
  readonly language: PayloadLanguage;
  readonly jobs: Jobs;
  readonly signal: AbortSignal;
}

/** Compares each payload of a document with the live job of its id, one after another: all at once would wait too long for their turn. */
export async function compareDocument(
  document: vscode.TextDocument,
  { language, jobs, signal }: Comparing,
): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const payload of await language.payloads(document)) comparisons.push(await compareOne(payload, jobs, signal));
  return comparisons;
}

/** In milliseconds, with the retries of the AWS SDK. */
const longest = 30_000;

/** Rejects when the signal aborts. */
async function compareOne({ payload }: PayloadResult, jobs: Jobs, signal: AbortSignal): Promise<Comparison> {
  signal.throwIfAborted();
  if (payload === undefined) return { kind: "unreadable" };
  const { jobId } = payload;
  try {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(longest)]);
    const members = changedMembers(payload, await jobs.describe(jobId, inTime));
    return members.length === 0 ? { kind: "inStep", jobId } : { kind: "differs", jobId, members };
  } catch (error) {
    signal.throwIfAborted();
    const { kind, sentence } = failureOf(error);
    return kind === "notFound" ? { kind: "noJob", jobId } : { kind: "failed", jobId, sentence };
  }
}

/** The top-level members that a run would change. */
export function changedMembers(payload: UpdateJobInput, job: Job): readonly string[] {
  const { differences } = plannedUpdate(payload, job);
  return [...new Set(differences.map(({ path }) => String(path[0])))];
}
