import * as vscode from "vscode";
import type { JobNode } from "../jobs/jobNode";

/** Puts the id of a job of the tree on the clipboard. */
export async function copyJobId(node: unknown): Promise<void> {
  await copy(jobOf(node)?.jobId);
}

export async function copyJobArn(node: unknown): Promise<void> {
  await copy(jobOf(node)?.jobArn);
}

async function copy(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied {0}", text), 3_000);
}

/** What VS Code hands to a command of the tree is the element that the tree gave it. */
function jobOf(node: unknown): Extract<JobNode, { kind: "job" }>["job"] | undefined {
  return isJobNode(node) ? node.job : undefined;
}

function isJobNode(node: unknown): node is Extract<JobNode, { kind: "job" }> {
  return typeof node === "object" && node !== null && "kind" in node && node.kind === "job";
}
