import { type Path } from "../liveJob/difference";
import { type Json, isList, isObject } from "../liveJob/liveConfiguration";
import { plainLines } from "../plainText";

/** One thing that AWS IoT found wrong in a request. */
export interface ServiceProblem {
  /** The member that it is about; empty where the message names none. */
  readonly path: Path;
  readonly message: string;
}

/** AWS IoT's own words for broken limits, all of them in one message; a value may hold any text. */
const violation =
  /Value (?:null|'[^]*?') at '([\w.]+)' failed to satisfy constraint: ([^]+?)(?=; Value (?:null|'[^]*?') at '[\w.]+' failed|$)/gu;

/**
 * Reads the message of a refused request: either `N validation errors detected: Value 'v' at 'path' failed …; Value …`, or
 * a sentence that names members in PascalCase.
 */
export function serviceProblems(answer: string, payload: Json): readonly ServiceProblem[] {
  const message = answer.slice(0, longest);
  return problemsIn(message, payload).map((problem) => ({ ...problem, message: inOneLine(problem.message) }));
}

/** All six members with the longest values that they take; what is longer was not written by AWS IoT. */
const longest = 10_000;

function inOneLine(text: string): string {
  return plainLines(text).replaceAll("\n", " ");
}

function problemsIn(message: string, payload: Json): readonly ServiceProblem[] {
  if (!/^\d+ validation errors? detected: /u.test(message)) return [{ path: namedIn(message, payload), message }];
  const found = [...message.matchAll(violation)].map(([, path = "", constraint = ""]) => ({
    path: pathOf(path),
    message: constraint,
  }));
  return found.length === 0 ? [{ path: [], message }] : found;
}

/** `abortConfig.criteriaList.1.member.failureType`, where lists count from 1 and `member` stands for the item. */
function pathOf(text: string): Path {
  const parts = text.split(".");
  return parts.flatMap((part, index): Path => {
    if (/^\d+$/u.test(part)) return [Number(part) - 1];
    return part === "member" && /^\d+$/u.test(parts[index - 1] ?? "") ? [] : [part];
  });
}

/** The first name in the sentence that the payload has; where it has it several times, what holds them all. */
function namedIn(sentence: string, payload: Json): Path {
  for (const [word] of sentence.matchAll(/\b[A-Z]\w+/gu)) {
    const name = word.charAt(0).toLowerCase() + word.slice(1);
    const [first, ...others] = pathsTo(name, payload, []);
    if (first !== undefined) return others.reduce(sharedPath, first);
  }
  return [];
}

function pathsTo(name: string, value: Json, path: Path): readonly Path[] {
  if (isList(value)) return value.flatMap((item, index) => pathsTo(name, item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = [...path, key];
    return [...(key === name ? [at] : []), ...pathsTo(name, member, at)];
  });
}

function sharedPath(one: Path, other: Path): Path {
  const end = one.findIndex((part, index) => part !== other[index]);
  return end < 0 ? one : one.slice(0, end);
}
