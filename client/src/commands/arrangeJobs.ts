import * as vscode from "vscode";
import type { JobsTree } from "../jobs/jobsTree";
import {
  filterWords,
  type JobsFilter,
  jobStatuses,
  orders,
  orderWords,
  selectionWords,
  statusWords,
  targetSelections,
} from "../jobs/jobsView";

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

async function choose<T>(
  title: string,
  placeHolder: string,
  items: readonly Choice<T>[],
): Promise<Choice<T> | undefined> {
  return vscode.window.showQuickPick(items, { title, placeHolder });
}

function marked<T>(choices: readonly Choice<T>[], current: unknown): readonly Choice<T>[] {
  const description = vscode.l10n.t("now");
  return choices.map((choice) => (choice.value === current ? { ...choice, description } : choice));
}

export async function sortJobs(tree: JobsTree): Promise<void> {
  await tree.cache();
  const items = marked(
    orders.map((value) => ({ value, label: orderWords(value) })),
    tree.view.order,
  );
  const hint = vscode.l10n.t("The order of the jobs that are loaded");
  const picked = await choose(vscode.l10n.t("IoT Jobs: Sort"), hint, items);
  if (picked !== undefined) await tree.change({ order: picked.value });
}

/** Asks for a part of the job id. Empty: all jobs. */
export async function searchJobs(tree: JobsTree): Promise<void> {
  await tree.cache();
  const text = await ask(vscode.l10n.t("Part of the job id, in capitals or not; empty for all"), tree.view.filter.text);
  if (text !== undefined) await filter(tree, { text: text === "" ? undefined : text });
}

export async function clearJobFilters(tree: JobsTree): Promise<void> {
  await tree.change({ filter: {} });
}

type FilterName = keyof JobsFilter;

/** Asks what to filter by, then for the value. */
export async function filterJobs(tree: JobsTree): Promise<void> {
  await tree.cache();
  const current = tree.view.filter;
  const item = (value: FilterName, label: string): Choice<FilterName> => ({
    value,
    label,
    description: filterWords({ [value]: current[value] }).join(""),
  });
  const picked = await choose(vscode.l10n.t("IoT Jobs: Filter"), vscode.l10n.t("Filter by …"), [
    item("status", vscode.l10n.t("Status")),
    item("targetSelection", vscode.l10n.t("Target selection")),
    item("thingGroupName", vscode.l10n.t("Thing group")),
    item("namespaceId", vscode.l10n.t("Namespace")),
    item("text", vscode.l10n.t("Text in the job id")),
  ]);
  if (picked !== undefined) await filterBy(tree, picked.value);
}

async function filterBy(tree: JobsTree, name: FilterName): Promise<void> {
  const { filter: current } = tree.view;
  switch (name) {
    case "status":
      return filterByChoice(
        tree,
        name,
        jobStatuses.map((value) => ({ value, label: statusWords(value) })),
      );
    case "targetSelection":
      return filterByChoice(
        tree,
        name,
        targetSelections.map((value) => ({ value, label: selectionWords(value) })),
      );
    case "text":
      return searchJobs(tree);
    case "thingGroupName":
      return filterByText(
        tree,
        name,
        await ask(vscode.l10n.t("Name of the thing group; empty for all"), current[name]),
      );
    case "namespaceId":
      return filterByText(tree, name, await ask(vscode.l10n.t("Id of the namespace; empty for all"), current[name]));
  }
}

async function filterByChoice<T>(tree: JobsTree, name: FilterName, choices: readonly Choice<T>[]): Promise<void> {
  const all: Choice<undefined> = { value: undefined, label: vscode.l10n.t("all") };
  const items = marked<T | undefined>([all, ...choices], tree.view.filter[name]);
  const picked = await choose<T | undefined>(vscode.l10n.t("IoT Jobs: Filter"), "", items);
  if (picked !== undefined) await filter(tree, { [name]: picked.value });
}

async function filterByText(tree: JobsTree, name: FilterName, text: string | undefined): Promise<void> {
  if (text !== undefined) await filter(tree, { [name]: text === "" ? undefined : text });
}

async function ask(prompt: string, value = ""): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({ title: vscode.l10n.t("IoT Jobs: Filter"), prompt, value });
  return text?.trim();
}

async function filter(tree: JobsTree, change: JobsFilter): Promise<void> {
  await tree.change({ filter: { ...tree.view.filter, ...change } });
}
