import { t } from "@vscode/l10n";
import type { JobExecutionStatus, JobExecutionSummaryForJob, JobStatus, JobSummary } from "../aws/jobs";
import { plain } from "../plainText";
import type { Item } from "../treeItem";
import type { ConfigurationEntry } from "./configuration";
import type { JobCache } from "./jobCache";
import { executionItem, jobItem, statusItem, statusLook } from "./jobItem";
import type { StatusCount } from "./jobItem";
import { countWords, statusWords } from "./jobsView";
import { progressOf, progressWords } from "./progress";

/** An element of the tree. */
export type JobNode =
  | { readonly kind: "group"; readonly status: JobStatus }
  | { readonly kind: "job"; readonly job: JobSummary; readonly jobId: string }
  | { readonly kind: "moreJobs"; readonly status: JobStatus | undefined }
  | { readonly kind: "folder"; readonly jobId: string; readonly name: FolderName }
  | { readonly kind: "document"; readonly jobId: string }
  | { readonly kind: "entry"; readonly jobId: string; readonly entry: ConfigurationEntry }
  | { readonly kind: "status"; readonly jobId: string; readonly count: StatusCount }
  | ({ readonly kind: "execution"; readonly execution: JobExecutionSummaryForJob } & OfStatus)
  | ({ readonly kind: "moreExecutions"; readonly parent: JobNode } & OfStatus)
  | { readonly kind: "fact"; readonly jobId: string; readonly fact: Fact };

export type FolderName = "configuration" | "targets" | "executions" | "tags";

/** A row with nothing below it. */
export interface Fact {
  /** Unlike those of its siblings. */
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly icon?: string;
  /** What *Copy Value* copies; where there is none, the row is a remark. */
  readonly copies?: string;
}

interface OfStatus {
  readonly jobId: string;
  readonly status: JobExecutionStatus;
}

/** What VS Code hands to the commands of the tree is the element that the tree gave it. */
export function isJobNode(value: unknown): value is JobNode {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}

export function itemOf(node: JobNode, cache: JobCache | undefined): Item {
  switch (node.kind) {
    case "group":
      return groupItem(node.status, cache);
    case "job":
      return jobItem(cache?.current(node.job) ?? node.job, cache?.known(node.jobId), new Date());
    case "moreJobs":
      return moreItem(`moreJobs/${node.status ?? ""}`, cache?.view.filter.text === undefined ? "load" : "search");
    case "folder":
      return folderItem(node.jobId, node.name, cache);
    case "document":
      return {
        id: `job/${node.jobId}/document`,
        label: t("Job Document"),
        icon: "file-code",
        contextValue: "jobDocument",
      };
    case "entry":
      return entryItem(node.jobId, node.entry);
    case "status":
      return statusItem(node.jobId, node.count);
    case "execution":
      return executionItem(node.jobId, node.status, node.execution);
    case "moreExecutions":
      return moreItem(`moreExecutions/${node.jobId}/${node.status}`, "load");
    case "fact":
      return factItem(node.jobId, node.fact);
  }
}

function groupItem(status: JobStatus, cache: JobCache | undefined): Item {
  const { icon, color } = statusLook(status);
  const words = statusWords(status);
  const label = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  const list = cache?.list(status);
  const count =
    list?.isStarted === true
      ? { description: countWords(list.items.length, list.seen, list.hasUnseen ? "more" : "all") }
      : {};
  return {
    id: `group/${status}`,
    label,
    ...count,
    icon,
    ...(color === undefined ? {} : { color }),
    contextValue: "jobGroup",
  };
}

function folderItem(jobId: string, name: FolderName, cache: JobCache | undefined): Item {
  const base = { id: `job/${jobId}/${name}`, contextValue: name };
  const details = cache?.known(jobId);
  const progress = details === undefined ? undefined : progressOf(details);
  switch (name) {
    case "configuration":
      return { ...base, label: t("Configuration"), icon: "settings" };
    case "targets":
      return {
        ...base,
        label: t("Targets"),
        icon: "target",
        ...(details === undefined ? {} : { description: `${details.targets?.length ?? 0}` }),
      };
    case "executions":
      return {
        ...base,
        label: t("Executions"),
        icon: "list-unordered",
        ...(progress === undefined ? {} : { description: progressWords(progress) }),
      };
    case "tags":
      return { ...base, label: t("Tags"), icon: "tag" };
  }
}

/** A sentence; or below one, a member by its name in a payload and its value. */
function entryItem(jobId: string, { text, path, value }: ConfigurationEntry): Item {
  const isMember = path.at(-1) === text.split(".").at(-1);
  const label = plain(text);
  const shown =
    isMember && typeof value !== "object"
      ? { description: plain(typeof value === "string" ? value : JSON.stringify(value)) }
      : {};
  return {
    id: `job/${jobId}/configuration/${path.join("/")}`,
    label,
    ...shown,
    spoken: [label, ...Object.values(shown)].join(", "),
    tooltip: t("{0}\nOpens the payload here.", plain(path.join("."))),
    contextValue: "configurationEntry",
  };
}

function factItem(jobId: string, { id, label, value, icon, copies }: Fact): Item {
  const shown = value === undefined ? {} : { description: plain(value) };
  return {
    id: `job/${jobId}/fact/${id}`,
    label: plain(label),
    ...shown,
    tooltip: [plain(label), ...(value === undefined ? [] : [plain(value)])].join("\n"),
    spoken: [plain(label), ...Object.values(shown)].join(", "),
    ...(icon === undefined ? {} : { icon }),
    contextValue: copies === undefined ? "remark" : "fact",
  };
}

function moreItem(id: string, verb: "load" | "search"): Item {
  const label = verb === "load" ? t("Load more") : t("Search further");
  return { id, label, icon: "ellipsis", contextValue: "more" };
}
