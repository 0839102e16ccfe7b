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

function members(group: string, sizes: GroupSizes): readonly string[] {
  const size = sizes[group] ?? between(12, 90, `size of ${group}`);
  return Array.from({ length: size }, (_, index) => `${group}-${String(index + 1).padStart(4, "0")}`);
}
