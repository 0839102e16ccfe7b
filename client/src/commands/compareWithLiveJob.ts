import * as vscode from "vscode";
import type { UpdateJobInput } from "../../../server/src/protocol";
import { plannedUpdate } from "../apply/plannedUpdate";
import { comparisonSides } from "../apply/reviewText";
import { readableDocument } from "../language/payloadDocuments";
import { offer, tell } from "../notify";
import { payloadFiles } from "../payloads/payloadFiles";
import type { ChangeContext } from "./changeContext";
import { liveJobFor } from "./liveJobFor";
import { payloadsToRun } from "./payloadsToRun";

/**
 * The job as it is beside the job as it would be after the update, whole: for a payload of a document, or for a job of the
 * tree and a payload of the workspace that names it.
 */
export async function compareWithLiveJob(context: ChangeContext, target: unknown, position: unknown): Promise<void> {
  const isDocument = target === undefined || target instanceof vscode.Uri || isUri(target);
  const payload = isDocument ? await ofDocument(context, target, position) : await ofJob(context, target);
  if (payload === undefined) return;
  const job = await liveJobFor(context, payload.jobId);
  if (job === undefined) return;
  const plan = plannedUpdate(payload, job);
  if (plan.differences.length === 0) {
    tell("information", vscode.l10n.t("{0} has all of this already.", plan.payload.jobId));
    return;
  }
  const before = vscode.l10n.t("{0} as it is", plan.payload.jobId);
  const after = vscode.l10n.t("{0} after the update", plan.payload.jobId);
  await context.comparison.show(`${before} ↔ ${after}`, comparisonSides(plan), { before, after });
}

function isUri(target: unknown): boolean {
  return typeof target === "string" && target.includes(":");
}

/** The first, where several are meant. */
async function ofDocument(
  { language }: ChangeContext,
  uri: unknown,
  position: unknown,
): Promise<UpdateJobInput | undefined> {
  return (await payloadsToRun(language, uri, position, "compare"))?.[0]?.request.payload;
}

/** More files than these are not read. */
const mostFiles = 200;

async function ofJob({ language, jobIdFor }: ChangeContext, target: unknown): Promise<UpdateJobInput | undefined> {
  const jobId = await jobIdFor(target);
  if (jobId === undefined) return undefined;
  const found = (await payloadFiles()).slice(0, mostFiles);
  const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "untitled").map(({ uri }) => uri);
  const payloads: PayloadItem[] = [];
  for (const uri of [...open, ...found]) payloads.push(...(await payloadsFor(language, uri, jobId)));
  if (payloads.length === 0) void offerPayload(jobId);
  if (payloads.length < 2) return payloads[0]?.payload;
  return (await vscode.window.showQuickPick(payloads, { title: vscode.l10n.t("Compare with Live Job") }))?.payload;
}

interface PayloadItem extends vscode.QuickPickItem {
  readonly payload: UpdateJobInput;
}

async function offerPayload(jobId: string): Promise<void> {
  const open = { title: vscode.l10n.t("Open as UpdateJob Payload"), command: "iotJobs.openAsPayload", args: [jobId] };
  await offer("information", vscode.l10n.t("No payload of this workspace is for {0}.", jobId), [open]);
}

async function payloadsFor(
  language: ChangeContext["language"],
  uri: vscode.Uri,
  jobId: string,
): Promise<readonly PayloadItem[]> {
  const document = await readableDocument(uri);
  const found = document === undefined ? [] : await language.payloads(document);
  return found.flatMap(({ payload, range }) => {
    if (payload?.jobId !== jobId) return [];
    const description = vscode.l10n.t("line {0}", range.start.line + 1);
    return [{ label: vscode.workspace.asRelativePath(uri), description, payload }];
  });
}
