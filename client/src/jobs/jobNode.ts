import { l10n } from "vscode";
import type { JobExecutionStatus, JobExecutionSummaryForJob, JobSummary } from "../aws/jobs";
import { executionItem, jobItem, statusItem } from "./jobItem";
import type { Item, StatusCount } from "./jobItem";

/** An element of the tree. */
export type JobNode =
  | { readonly kind: "job"; readonly job: JobSummary; readonly jobId: string }
  | { readonly kind: "moreJobs" }
  | { readonly kind: "configuration"; readonly jobId: string }
  | { readonly kind: "line"; readonly jobId: string; readonly text: string }
  | { readonly kind: "executions"; readonly jobId: string }
  | { readonly kind: "status"; readonly jobId: string; readonly count: StatusCount }
  | ({ readonly kind: "execution"; readonly execution: JobExecutionSummaryForJob } & OfStatus)
  | ({ readonly kind: "moreExecutions"; readonly parent: JobNode } & OfStatus);

interface OfStatus {
  readonly jobId: string;
  readonly status: JobExecutionStatus;
}

export function itemOf(node: JobNode): Item {
  switch (node.kind) {
    case "job":
      return jobItem(node.job, new Date());
    case "moreJobs":
      return moreItem("moreJobs");
    case "configuration":
      return folder(node.jobId, "configuration", { label: l10n.t("Configuration"), icon: "settings" });
    case "line":
      return { id: `job/${node.jobId}/line/${node.text}`, label: node.text, tooltip: node.text, contextValue: "line" };
    case "executions":
      return folder(node.jobId, "executions", { label: l10n.t("Executions"), icon: "list-unordered" });
    case "status":
      return statusItem(node.jobId, node.count);
    case "execution":
      return executionItem(node.jobId, node.status, node.execution);
    case "moreExecutions":
      return moreItem(`moreExecutions/${node.jobId}/${node.status}`);
  }
}

function folder(jobId: string, contextValue: string, look: { readonly label: string; readonly icon: string }): Item {
  return { id: `job/${jobId}/${contextValue}`, ...look, contextValue };
}

function moreItem(id: string): Item {
  return { id, label: l10n.t("Load more"), icon: "ellipsis", contextValue: "more" };
}
