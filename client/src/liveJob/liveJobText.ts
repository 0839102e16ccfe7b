import type { Job } from "../aws/jobs";
import { inFullView } from "./annotatedJson";

/** A live job as JSON, all of it, as DescribeJob gives it; times are ISO 8601. */
export function liveJobText(job: Job): string {
  return `${inFullView(JSON.stringify(job, undefined, 2))}\n`;
}
