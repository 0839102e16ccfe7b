import { type Json, type JsonObject, isList, isObject } from "./liveConfiguration";

/** Names of members, and indexes of lists from 0 on. */
export type Path = readonly (string | number)[];

/** One value that is not the same on both sides; absent where a side has none. */
export interface Difference {
  readonly path: Path;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** The innermost values in which two configurations differ, in the order of the first, then of the second. */
export function differences(before: Json | undefined, after: Json | undefined, path: Path = []): readonly Difference[] {
  if (isList(before) && isList(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      differences(before[index], after[index], [...path, index]),
    );
  }
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences(memberOf(before, name), memberOf(after, name), [...path, name]));
  }
  return before === after ? [] : [{ path, before, after }];
}

/**
 * The values of `wanted` that `found` does not have; `before` is what is found. What `found` has besides is no concern
 * here: the service may fill in a default.
 */
export function unmet(wanted: Json, found: Json | undefined, path: Path = []): readonly Difference[] {
  if (isList(wanted)) {
    if (!isList(found) || found.length !== wanted.length) return [{ path, before: found, after: wanted }];
    return wanted.flatMap((item, index) => unmet(item, found[index], [...path, index]));
  }
  if (isObject(wanted)) {
    return Object.entries(wanted).flatMap(([name, value]) =>
      unmet(value, isObject(found) ? memberOf(found, name) : undefined, [...path, name]),
    );
  }
  return wanted === found ? [] : [{ path, before: found, after: wanted }];
}

/** The value at a path; undefined where there is none. */
export function at(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((found, part) => {
    if (typeof part === "number") return isList(found) ? found[part] : undefined;
    return isObject(found) ? memberOf(found, part) : undefined;
  }, value);
}

/** `abortConfig.criteriaList[0].action` */
export function pathInWords(path: Path): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${part}`))
    .join("");
}

/** A name such as `constructor` is no member of every object. */
function memberOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
