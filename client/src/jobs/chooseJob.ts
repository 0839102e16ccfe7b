import * as vscode from "vscode";
import { isJobId } from "../aws/jobId";
import type { JobSummary } from "../aws/jobs";
import { isJobNode } from "./jobNode";
import type { JobsTree } from "./jobsTree";
import { statusWords } from "./jobsView";
import { withoutIcons } from "./plainText";

/** What the keyboard shortcuts of the view give to a command in place of an item. */
function meansSelection(argument: unknown): boolean {
  return typeof argument === "object" && argument !== null && "from" in argument && argument.from === "selection";
}

/**
 * The job that a command is for: that of the item or the id that it was given, that of the item selected, or one that is
 * asked for. Undefined when the user goes away.
 */
export async function jobFor(tree: JobsTree, argument: unknown): Promise<JobSummary | undefined> {
  const given = meansSelection(argument) ? tree.selection[0] : argument;
  if (typeof given === "string") return { jobId: given };
  if (isJobNode(given)) {
    if (given.kind === "job") return given.job;
    if ("jobId" in given && given.jobId !== "") return { jobId: given.jobId };
  }
  return meansSelection(argument) ? undefined : pickJob(tree.jobs);
}

interface JobPick extends vscode.QuickPickItem {
  readonly job: JobSummary;
}

/** A list that takes an id that is typed as well: not every job is in the view. */
function pickJob(jobs: readonly JobSummary[]): Promise<JobSummary | undefined> {
  const known = jobs
    .filter(({ jobId = "" }) => isJobId(jobId))
    .map((job): JobPick => ({ job, label: job.jobId ?? "", description: withoutIcons(statusWords(job.status)) }));
  const pick = vscode.window.createQuickPick<JobPick>();
  pick.title = vscode.l10n.t("IoT Jobs: Job");
  pick.placeholder = vscode.l10n.t("Choose a job, or type a job id");
  pick.items = known;
  // The page of a walkthrough takes the keyboard when it is done loading.
  pick.ignoreFocusOut = true;
  pick.onDidChangeValue((value) => {
    const isNew = isJobId(value) && !jobs.some(({ jobId }) => jobId === value);
    pick.items = isNew ? [...known, { label: value, job: { jobId: value } }] : known;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.job);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
