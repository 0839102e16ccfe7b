import * as vscode from "vscode";
import { isJobId } from "../aws/jobId";
import type { JobSummary } from "../aws/jobs";
import { withoutIcons } from "../plainText";
import { isJobNode } from "./jobNode";
import type { JobsTree } from "./jobsTree";
import { statusWords } from "./jobsView";

/** What the keyboard shortcuts of the view give to a command in place of an item. */
function meansSelection(argument: unknown): boolean {
  return typeof argument === "object" && argument !== null && "from" in argument && argument.from === "selection";
}

/** What a command wants a job for, where it asks for one. */
export interface JobQuestion {
  readonly title: string;
  readonly isMeant: (job: JobSummary) => boolean;
}

function anyJob(): JobQuestion {
  return { title: vscode.l10n.t("IoT Jobs: Job"), isMeant: () => true };
}

/**
 * The job that a command is for: that of the item or the id that it was given, that of the item selected, or one that is
 * asked for. Undefined when the user goes away.
 */
export async function jobFor(tree: JobsTree, argument: unknown, question = anyJob()): Promise<JobSummary | undefined> {
  const given = meansSelection(argument) ? tree.selection[0] : argument;
  if (typeof given === "string") return { jobId: given };
  if (isJobNode(given)) {
    if (given.kind === "job") return given.job;
    if ("jobId" in given && given.jobId !== "") return { jobId: given.jobId };
  }
  return meansSelection(argument) ? undefined : pickJob(tree, question);
}

interface JobPick extends vscode.QuickPickItem {
  readonly means: { readonly kind: "job"; readonly job: JobSummary } | { readonly kind: "typed" | "more" };
}

/** A list that takes an id that is typed as well: not every job is in the view. */
async function pickJob(tree: JobsTree, { title, isMeant }: JobQuestion): Promise<JobSummary | undefined> {
  if (!(await tree.mayList())) return undefined;
  const pick = vscode.window.createQuickPick<JobPick>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t("Choose a job, or type a job id");
  // The page of a walkthrough takes the keyboard when it is done loading.
  pick.ignoreFocusOut = true;
  const show = (): void => {
    const offered = tree.jobs.filter(isMeant);
    pick.items = [...known(offered), ...typed(offered, pick.value), ...(pick.busy ? [] : more(tree))];
  };
  const load = async (fetch: Promise<void>): Promise<void> => {
    pick.busy = true;
    await fetch;
    pick.busy = false;
    show();
  };
  pick.onDidChangeValue(show);
  return new Promise((resolve, reject) => {
    const failed = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)));
      pick.hide();
    };
    const followed = whenEmptied(tree, () => void load(tree.loadFirst()).catch(failed));
    pick.onDidAccept(() => {
      if (pick.selectedItems[0]?.means.kind === "more") return void load(tree.loadMore(undefined)).catch(failed);
      const job = meant(pick);
      if (job === undefined) return;
      resolve(job);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      followed.dispose();
      pick.dispose();
    });
    load(tree.loadFirst()).catch(failed);
    show();
    pick.show();
  });
}

/** Another account may come meanwhile, whose jobs are not here yet. */
function whenEmptied(tree: JobsTree, then: () => void): vscode.Disposable {
  return tree.onDidChangeTreeData(() => {
    if (tree.jobs.length === 0) then();
  });
}

/** What is typed counts as it is now: the row that was taken may have come some letters earlier. */
function meant({ selectedItems: [picked], value }: vscode.QuickPick<JobPick>): JobSummary | undefined {
  if (picked?.means.kind === "job") return picked.means.job;
  return picked?.means.kind === "typed" && isJobId(value) ? { jobId: value } : undefined;
}

function known(jobs: readonly JobSummary[]): readonly JobPick[] {
  return jobs
    .filter(({ jobId = "" }) => isJobId(jobId))
    .map((job) => ({
      means: { kind: "job", job },
      label: job.jobId ?? "",
      description: withoutIcons(statusWords(job.status)),
    }));
}

/** VS Code puts rows whose label has what is typed above all others: without words in their labels, these stay below. */
function typed(jobs: readonly JobSummary[], value: string): readonly JobPick[] {
  if (!isJobId(value) || jobs.some(({ jobId }) => jobId === value)) return [];
  const description = vscode.l10n.t("Use this id: {0}", value);
  return [{ means: { kind: "typed" }, label: "$(edit)", description, alwaysShow: true }];
}

function more({ jobs, hasMore }: JobsTree): readonly JobPick[] {
  if (!hasMore) return [];
  const description = vscode.l10n.t("Not all jobs are listed here, only {0}: load more", jobs.length);
  return [{ means: { kind: "more" }, label: "$(ellipsis)", description, alwaysShow: true }];
}
