import type { RecordedRequest } from "../../emulator/src/host";

const names: Readonly<Record<string, string>> = {
  GetCallerIdentity: "who",
  DescribeJob: "look",
  UpdateJob: "UPDATE",
  CancelJob: "CANCEL",
};

/** Without those of the views beside a run. */
export function requestsOfRun(requests: readonly RecordedRequest[]): readonly RecordedRequest[] {
  return requests.filter(({ operation = "" }) => Object.hasOwn(names, operation));
}

/** What went on, in order: `who look review look UPDATE look`. `reviews` says how many requests were before each review. */
export function traceOf(requests: readonly RecordedRequest[], reviews: readonly number[]): string {
  const trace = requests.map(({ operation = "" }) => names[operation] ?? operation);
  reviews.toReversed().forEach((place) => trace.splice(place, 0, "review"));
  return trace.join(" ");
}
