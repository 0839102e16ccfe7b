import type { Identity } from "./review";

/** Patterns with `*` for any text and `?` for one character: the setting `iotJobs.protected`. */
export interface Protection {
  readonly jobs: readonly string[];
  readonly accounts: readonly string[];
}

/** Jobs of an account that are about to be changed. */
export interface ChangedJobs {
  readonly identity: Identity;
  readonly jobIds: readonly string[];
}

/** Those that are protected, by themselves or by their account; all of them while the account is not known. */
export function protectedJobs({ identity, jobIds }: ChangedJobs, { jobs, accounts }: Protection): readonly string[] {
  const ids = [...new Set(jobIds)];
  const wholeAccount = identity.kind === "known" ? matches(accounts, identity.accountId) : accounts.length > 0;
  return wholeAccount ? ids : ids.filter((jobId) => matches(jobs, jobId));
}

/** All patterns of settings, whatever these hold: the manifest has a schema, but nobody is kept to it. */
export function protectionOf(settings: readonly unknown[]): Protection {
  return { jobs: patternsOf(settings, "jobs"), accounts: patternsOf(settings, "accounts") };
}

function patternsOf(settings: readonly unknown[], name: keyof Protection): readonly string[] {
  return settings.flatMap((value) => {
    const patterns: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
    // Who writes one pattern without a list wants it to protect.
    return (Array.isArray(patterns) ? patterns : [patterns]).filter((pattern) => typeof pattern === "string");
  });
}

function matches(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => isMatch(pattern.split("*"), text));
}

/** By the parts between the stars, each where it comes first: a regular expression would try all places with all others. */
function isMatch([first = "", ...parts]: readonly string[], text: string): boolean {
  const last = parts.pop();
  if (last === undefined) return first.length === text.length && isPartAt(first, text, 0);
  if (!isPartAt(first, text, 0)) return false;
  let place = first.length;
  for (const part of parts) {
    while (place + part.length <= text.length && !isPartAt(part, text, place)) place += 1;
    place += part.length;
  }
  const end = text.length - last.length;
  return place <= end && isPartAt(last, text, end);
}

function isPartAt(part: string, text: string, place: number): boolean {
  return Array.from(part).every((character, index) => {
    const found = text[place + index];
    return found !== undefined && (character === "?" || character === found);
  });
}
