import type { Review } from "./review";

/** Patterns with `*` for any text and `?` for one character: the setting `iotJobs.protected`. */
export interface Protection {
  readonly jobs: readonly string[];
  readonly accounts: readonly string[];
}

/** The ids of the jobs that are protected, by themselves or by their account; all of them while the account is not known. */
export function protectedJobs({ identity, updates }: Review, { jobs, accounts }: Protection): readonly string[] {
  const ids = [...new Set(updates.map(({ plan }) => plan.payload.jobId))];
  const wholeAccount = identity.kind === "known" ? matches(accounts, identity.accountId) : accounts.length > 0;
  return wholeAccount ? ids : ids.filter((jobId) => matches(jobs, jobId));
}

function matches(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => expression(pattern).test(text));
}

function expression(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[\\^$.+()[\]{}|/]/gu, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\*+/gu, ".*").replaceAll("?", ".")}$`, "u");
}
