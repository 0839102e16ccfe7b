import { t } from "@vscode/l10n";
import type { JobExecution } from "../aws/jobs";
import { timeWords } from "../times";
import { entries, members } from "./configuration";
import type { JobCache } from "./jobCache";
import { statusCounts, targetName, thingNameOf } from "./jobItem";
import type { Fact, FolderName, JobNode } from "./jobNode";

/** What stands below a job and below the items in it. */
export async function jobChildren(
  node: Exclude<JobNode, { kind: "group" | "moreJobs" }>,
  cache: JobCache,
): Promise<readonly JobNode[]> {
  const { jobId } = node;
  switch (node.kind) {
    case "job":
      return [
        ...folders(jobId, "configuration", "targets", "executions"),
        { kind: "document", jobId },
        ...folders(jobId, "tags"),
      ];
    case "folder":
      return folderChildren(jobId, node.name, cache);
    case "entry":
      return members(node.entry).map((entry) => ({ kind: "entry", jobId, entry }));
    case "status":
      return executions(node, cache);
    case "execution":
      return executionFacts(node, cache);
    case "document":
    case "moreExecutions":
    case "fact":
      return [];
  }
}

function folders(jobId: string, ...names: readonly FolderName[]): readonly JobNode[] {
  return names.map((name) => ({ kind: "folder", jobId, name }));
}

async function folderChildren(jobId: string, name: FolderName, cache: JobCache): Promise<readonly JobNode[]> {
  switch (name) {
    case "configuration":
      return configuration(jobId, cache);
    case "targets":
      return targets(jobId, cache);
    case "executions":
      return statuses(jobId, cache);
    case "tags":
      return tags(jobId, cache);
  }
}

/** A remark in the place of children that are not there. */
export function remark(jobId: string, id: string, label: string): JobNode {
  return { kind: "fact", jobId, fact: { id, label } };
}

async function configuration(jobId: string, cache: JobCache): Promise<readonly JobNode[]> {
  const found = entries(await cache.details(jobId));
  if (found.length === 0) return [remark(jobId, "noConfiguration", t("Nothing is configured."))];
  return found.map((entry) => ({ kind: "entry", jobId, entry }));
}

async function targets(jobId: string, cache: JobCache): Promise<readonly JobNode[]> {
  const { targets: found = [] } = await cache.details(jobId);
  if (found.length === 0) return [remark(jobId, "noTargets", t("The service names no targets."))];
  return [...new Set(found)].map((arn) => {
    const icon = targetName(arn).startsWith("thinggroup/") ? "organization" : "circuit-board";
    return {
      kind: "fact",
      jobId,
      fact: { id: `target/${arn}`, label: thingNameOf(arn), icon, value: arn, copies: arn },
    };
  });
}

async function tags(jobId: string, cache: JobCache): Promise<readonly JobNode[]> {
  const found = await cache.tags(jobId);
  if (found.length === 0) return [remark(jobId, "noTags", t("No tags."))];
  return found.map(({ Key = "", Value = "" }) => ({
    kind: "fact",
    jobId,
    fact: { id: `tag/${Key}`, label: Key, value: Value, copies: Value },
  }));
}

async function statuses(jobId: string, cache: JobCache): Promise<readonly JobNode[]> {
  const { jobProcessDetails } = await cache.details(jobId);
  const counts = statusCounts(jobProcessDetails);
  if (counts.length === 0) return [remark(jobId, "noExecutions", t("No executions yet."))];
  return counts.map((count) => ({ kind: "status", jobId, count }));
}

async function executions(parent: Extract<JobNode, { kind: "status" }>, cache: JobCache): Promise<readonly JobNode[]> {
  const { jobId, count } = parent;
  const { status } = count;
  const list = cache.executions({ jobId, status });
  const found = await list.first();
  const nodes = found.map((execution): JobNode => ({ kind: "execution", jobId, status, execution }));
  return list.hasMore ? [...nodes, { kind: "moreExecutions", jobId, status, parent }] : nodes;
}

async function executionFacts(
  { jobId, execution }: Extract<JobNode, { kind: "execution" }>,
  cache: JobCache,
): Promise<readonly JobNode[]> {
  const thingName = thingNameOf(execution.thingArn ?? "");
  const { executionNumber } = execution.jobExecutionSummary ?? {};
  const details = await cache.execution({ jobId, thingName, executionNumber });
  return factsOf(details).map((fact) => ({
    kind: "fact",
    jobId,
    fact: { ...fact, id: `execution/${thingName}/${executionNumber ?? ""}/${fact.id}` },
  }));
}

/** What DescribeJobExecution says: what the device told of itself first, then times and numbers. */
export function factsOf(execution: JobExecution): readonly Fact[] {
  const told = Object.entries(execution.statusDetails?.detailsMap ?? {});
  const seconds = execution.approximateSecondsBeforeTimedOut;
  return [
    ...told.map(([name, value]) => fact(`details/${name}`, name, value)),
    ...time("queuedAt", t("Queued"), execution.queuedAt),
    ...time("startedAt", t("Started"), execution.startedAt),
    ...time("lastUpdatedAt", t("Last updated"), execution.lastUpdatedAt),
    ...(seconds === undefined ? [] : [fact("timesOut", t("Times out in"), t("{0} s", seconds))]),
    ...(execution.versionNumber === undefined ? [] : [fact("version", t("Version"), `${execution.versionNumber}`)]),
    ...(execution.forceCanceled === true ? [fact("forced", t("Canceled by force"), t("yes"))] : []),
  ];
}

function fact(id: string, label: string, value: string): Fact {
  return { id, label, value, copies: value };
}

function time(id: string, label: string, at: Date | undefined): readonly Fact[] {
  return at === undefined ? [] : [fact(id, label, timeWords(at))];
}
