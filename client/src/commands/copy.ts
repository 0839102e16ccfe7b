import * as vscode from "vscode";
import { jobFor } from "../jobs/chooseJob";
import { isJobNode } from "../jobs/jobNode";
import type { JobsTree } from "../jobs/jobsTree";
import { withoutIcons } from "../plainText";

/** Puts the id of a job on the clipboard. */
export async function copyJobId(tree: JobsTree, argument: unknown): Promise<void> {
  await copy((await jobFor(tree, argument))?.jobId);
}

export async function copyJobArn(tree: JobsTree, argument: unknown): Promise<void> {
  const job = await jobFor(tree, argument);
  if (job?.jobId === undefined) return;
  await copy(job.jobArn ?? (await (await tree.cache())?.details(job.jobId))?.jobArn);
}

/** Puts the value of a row on the clipboard: a target, a tag, a time. */
export async function copyValue(argument: unknown): Promise<void> {
  if (!isJobNode(argument)) return;
  if (argument.kind === "fact") await copy(argument.fact.copies);
  if (argument.kind === "entry") await copy(textOf(argument.entry.value));
  if (argument.kind === "execution") await copy(argument.execution.thingArn);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
}

async function copy(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", withoutIcons(text)), 3_000);
}
