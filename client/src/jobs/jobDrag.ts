import * as vscode from "vscode";
import { plain } from "../plainText";
import type { JobNode } from "./jobNode";

/** The ids of dragged jobs as a JSON list; what `JobDrop` takes. */
export const jobsMimeType = "application/vnd.iot-jobs.jobs+json";

/** Lets a job be dragged into an editor or a terminal: as text it is its id. */
export class JobDrag implements vscode.TreeDragAndDropController<JobNode> {
  readonly dropMimeTypes = [];
  readonly dragMimeTypes = [jobsMimeType, "text/plain"];

  handleDrag(source: readonly JobNode[], transfer: vscode.DataTransfer): void {
    const jobIds = source.flatMap((node) => (node.kind === "job" ? [node.jobId] : []));
    if (jobIds.length === 0) return;
    transfer.set(jobsMimeType, new vscode.DataTransferItem(JSON.stringify(jobIds)));
    transfer.set("text/plain", new vscode.DataTransferItem(jobIds.map(plain).join("\n")));
  }
}
