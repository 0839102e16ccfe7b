import { t } from "@vscode/l10n";
import type { JobsQuery, JobStatus, JobSummary, TargetSelection } from "../aws/jobs";
import { grouped } from "./progress";

/** How the jobs of an account and region are shown; kept across restarts. */
export interface JobsView {
  readonly layout: "flat" | "byStatus";
  readonly order: Order;
  readonly filter: JobsFilter;
}

type Order = "newest" | "oldest" | "updated" | "id";

/** The service filters by all but the text, which has to be part of the job id, in capitals or not. */
export interface JobsFilter extends JobsQuery {
  readonly text?: string | undefined;
}

export const usualView: JobsView = { layout: "flat", order: "newest", filter: {} };

/** Those that go on first. */
export const jobStatuses: readonly JobStatus[] = [
  "IN_PROGRESS",
  "SCHEDULED",
  "COMPLETED",
  "CANCELED",
  "DELETION_IN_PROGRESS",
];
export const targetSelections: readonly TargetSelection[] = ["CONTINUOUS", "SNAPSHOT"];
export const orders: readonly Order[] = ["newest", "oldest", "updated", "id"];

/** What was stored, by this version or another: anything that is not known is left out. */
export function readView(stored: unknown): JobsView {
  const view = membersOf(stored);
  const filter = membersOf(view["filter"]);
  return {
    layout: view["layout"] === "byStatus" ? "byStatus" : "flat",
    order: orders.find((order) => order === view["order"]) ?? "newest",
    filter: {
      status: jobStatuses.find((status) => status === filter["status"]),
      targetSelection: targetSelections.find((selection) => selection === filter["targetSelection"]),
      thingGroupName: text(filter["thingGroupName"]),
      namespaceId: text(filter["namespaceId"]),
      text: text(filter["text"]),
    },
  };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 200) : undefined;
}

export function isFiltered(filter: JobsFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** The filter in words, a part each; empty when everything is shown. */
export function filterWords(filter: JobsFilter): readonly string[] {
  return [
    ...(filter.status === undefined ? [] : [statusWords(filter.status)]),
    ...(filter.targetSelection === undefined ? [] : [selectionWords(filter.targetSelection)]),
    ...(filter.thingGroupName === undefined ? [] : [t("thing group {0}", filter.thingGroupName)]),
    ...(filter.namespaceId === undefined ? [] : [t("namespace {0}", filter.namespaceId)]),
    ...(filter.text === undefined ? [] : [t("id with “{0}”", filter.text)]),
  ];
}

/** Whether a job passes the part of the filter that is ours; undefined where the service does it all. */
export function matcherOf({ text: wanted }: JobsFilter): ((job: JobSummary) => boolean) | undefined {
  if (wanted === undefined) return undefined;
  const lower = wanted.toLowerCase();
  return ({ jobId }) => jobId?.toLowerCase().includes(lower) === true;
}

/** Jobs of the same moment stay in the order of the service. */
export function ordered(jobs: readonly JobSummary[], order: Order): readonly JobSummary[] {
  switch (order) {
    case "newest":
      return jobs.toSorted((a, b) => timeOf(b.createdAt) - timeOf(a.createdAt));
    case "oldest":
      return jobs.toSorted((a, b) => timeOf(a.createdAt) - timeOf(b.createdAt));
    case "updated":
      return jobs.toSorted((a, b) => timeOf(b.lastUpdatedAt) - timeOf(a.lastUpdatedAt));
    case "id":
      return jobs.toSorted((a, b) => compareIds(a.jobId ?? "", b.jobId ?? ""));
  }
}

function timeOf(time: Date | undefined): number {
  return time?.getTime() ?? 0;
}

const collator = new Intl.Collator("en", { numeric: true });

function compareIds(one: string, other: string): number {
  return collator.compare(one, other);
}

/** `12`, `50+`, or `50 of 1,240+`: what is shown, what was looked at, and whether there is more. */
export function countWords(shown: number, seen: number, more: "more" | "all"): string {
  const plus = more === "more" ? "+" : "";
  const whole = `${grouped(seen)}${plus}`;
  return shown === seen ? whole : t("{0} of {1}", grouped(shown), whole);
}

export function statusWords(status: string | undefined): string {
  switch (status) {
    case "IN_PROGRESS":
      return t("in progress");
    case "COMPLETED":
      return t("completed");
    case "CANCELED":
      return t("canceled");
    case "DELETION_IN_PROGRESS":
      return t("being deleted");
    case "SCHEDULED":
      return t("scheduled");
    case undefined:
    default:
      return status ?? t("unknown");
  }
}

export function selectionWords(selection: TargetSelection): string {
  switch (selection) {
    case "CONTINUOUS":
      return t("continuous");
    case "SNAPSHOT":
      return t("snapshot");
  }
}

export function orderWords(order: Order): string {
  switch (order) {
    case "newest":
      return t("newest first");
    case "oldest":
      return t("oldest first");
    case "updated":
      return t("last updated first");
    case "id":
      return t("by job id");
  }
}
