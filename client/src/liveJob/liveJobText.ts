import type { Job } from "../aws/jobs";

/** A live job as JSON, all of it, as DescribeJob gives it; times are ISO 8601. */
export function liveJobText(job: Job): string {
  return `${JSON.stringify(job, undefined, 2)}\n`;
}
