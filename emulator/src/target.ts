import { between, uuid } from "./chance";

/** The number of things in groups by the group's name, for those that matter; the others get some. */
export type GroupSizes = Readonly<Record<string, number>>;

export function thingArn(prefix: string, thingName: string): string {
  return `${prefix}:thing/${thingName}`;
}

/** The names of the groups among the targets. */
export function groupNames(targets: readonly string[]): readonly string[] {
  return targets.flatMap((arn) => /:thinggroup\/(.+)$/u.exec(arn)?.[1] ?? []);
}

export function groupId(groupName: string): string {
  return uuid(`thing group ${groupName}`);
}

/** The things that a job's targets stand for, each once. */
export function thingsOf(targets: readonly string[], sizes: GroupSizes): readonly string[] {
  const single = targets.flatMap((arn) => /:thing\/(.+)$/u.exec(arn)?.[1] ?? []);
  return [...new Set([...single, ...groupNames(targets).flatMap((group) => members(group, sizes))])];
}

/** How many they are, without naming each; a thing that is in two groups counts twice. */
export function countThings(targets: readonly string[], sizes: GroupSizes): number {
  const groups = groupNames(targets);
  return groups.reduce((sum, group) => sum + sizeOf(group, sizes), targets.length - groups.length);
}

function sizeOf(group: string, sizes: GroupSizes): number {
  return sizes[group] ?? between(12, 90, `size of ${group}`);
}

function members(group: string, sizes: GroupSizes): readonly string[] {
  return Array.from({ length: sizeOf(group, sizes) }, (_, index) => `${group}-${String(index + 1).padStart(4, "0")}`);
}
