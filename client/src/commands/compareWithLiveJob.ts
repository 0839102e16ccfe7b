import * as vscode from "vscode";
import { plannedUpdate } from "../apply/plannedUpdate";
import { comparisonSides } from "../apply/reviewText";
import { readableDocument } from "../language/payloadDocuments";
import { vscodePosition } from "../language/positions";
import { payloadFiles } from "../payloads/payloadFiles";
import type { ChangeContext } from "./changeContext";
import { liveJobFor } from "./liveJobFor";
import { type PayloadToRun, payloadsToRun } from "./payloadsToRun";

/**
 * The job as it is beside the job as it would be after the update, whole: for a payload of a document, or for a job of the
 * tree and a payload of the workspace that names it.
 */
export async function compareWithLiveJob(context: ChangeContext, target: unknown, position: unknown): Promise<void> {
  const isDocument = target === undefined || target instanceof vscode.Uri || isUri(target);
  const payload = isDocument ? await ofDocument(context, target, position) : await ofJob(context, target);
  if (payload === undefined) return;
  const job = await liveJobFor(context, payload.request.payload.jobId);
  if (job === undefined) return;
  const plan = plannedUpdate(payload.request.payload, job);
  if (plan.differences.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("{0} has all of this already.", plan.payload.jobId));
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
): Promise<PayloadToRun | undefined> {
  return (await payloadsToRun(language, uri, position, "compare"))?.[0];
}

/** More files than these are not read. */
const mostFiles = 200;

async function ofJob({ language, jobIdFor }: ChangeContext, target: unknown): Promise<PayloadToRun | undefined> {
  const jobId = await jobIdFor(target);
  if (jobId === undefined) return undefined;
  const found = (await payloadFiles()).slice(0, mostFiles);
  const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "untitled").map(({ uri }) => uri);
  const payloads: PayloadToRun[] = [];
  for (const uri of [...open, ...found]) payloads.push(...(await payloadsFor(language, uri, jobId)));
  if (payloads.length === 0) void offerPayload(jobId);
  if (payloads.length < 2) return payloads[0];
  const items = payloads.map((payload) => ({
    label: vscode.workspace.asRelativePath(payload.document.uri),
    description: vscode.l10n.t("line {0}", payload.position.line + 1),
    payload,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Compare with Live Job") }))?.payload;
}

async function offerPayload(jobId: string): Promise<void> {
  const open = vscode.l10n.t("Open as UpdateJob Payload");
  const message = vscode.l10n.t("No payload of this workspace is for {0}.", jobId);
  if ((await vscode.window.showInformationMessage(message, open)) === undefined) return;
  await vscode.commands.executeCommand("iotJobs.openAsPayload", jobId);
}

async function payloadsFor(
  language: ChangeContext["language"],
  uri: vscode.Uri,
  jobId: string,
): Promise<readonly PayloadToRun[]> {
  const document = await readableDocument(uri);
  const found = document === undefined ? [] : await language.payloads(document);
  return found.flatMap(({ payload, range }) => {
    if (document === undefined || payload?.jobId !== jobId) return [];
    const request = { payload, file: uri.toString(), warnings: [] };
    return [{ document, position: vscodePosition(range.start), version: document.version, named: {}, request }];
  });
}
