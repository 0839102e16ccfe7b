import type * as vscode from "vscode";
import type { PayloadResult, UpdateJobInput } from "../../../server/src/protocol";
import { plannedUpdate } from "../apply/plannedUpdate";
import { failureOf } from "../aws/failure";
import type { Job, Jobs } from "../aws/jobs";
import type { PayloadLanguage } from "../language/languageClient";
import type { Comparison } from "./comparison";

/** Compares each payload of a document with the live job of its id. */
export async function compareDocument(
  document: vscode.TextDocument,
  language: PayloadLanguage,
  jobs: Jobs,
): Promise<readonly Comparison[]> {
  const payloads = await language.payloads(document);
  return Promise.all(payloads.map((payload) => compareOne(payload, jobs)));
}

async function compareOne({ payload }: PayloadResult, jobs: Jobs): Promise<Comparison> {
  if (payload === undefined) return { kind: "unreadable" };
  const { jobId } = payload;
  try {
    const members = changedMembers(payload, await jobs.describe(jobId, AbortSignal.timeout(30_000)));
    return members.length === 0 ? { kind: "inStep", jobId } : { kind: "differs", jobId, members };
  } catch (error) {
    const { kind, sentence } = failureOf(error);
    return kind === "notFound" ? { kind: "noJob", jobId } : { kind: "failed", sentence };
  }
}

/** The top-level members that a run would change. */
export function changedMembers(payload: UpdateJobInput, job: Job): readonly string[] {
  const { differences } = plannedUpdate(payload, job);
  return [...new Set(differences.map(({ path }) => String(path[0])))];
}
