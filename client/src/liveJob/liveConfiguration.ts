import type { UpdateJobInput } from "../../../server/src/protocol";
import type { Job } from "../aws/jobs";

/** A value as JSON has it, without null: AWS IoT Jobs has none. */
export type Json = string | number | boolean | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

type ConfigurationMember = Exclude<keyof UpdateJobInput, "jobId" | "namespaceId">;

/** A record, so that a member that is new in UpdateJob stops the compiler until it is here. */
const members = {
  description: true,
  presignedUrlConfig: true,
  jobExecutionsRolloutConfig: true,
  abortConfig: true,
  timeoutConfig: true,
  jobExecutionsRetryConfig: true,
} as const satisfies Record<ConfigurationMember, true>;

/** Every name, outside in, in the order of the reference page: two configurations are compared line by line. */
const order = [
  "jobId",
  "namespaceId",
  ...Object.keys(members),
  ..."roleArn expiresInSec maximumPerMinute exponentialRate baseRatePerMinute incrementFactor rateIncreaseCriteria".split(
    " ",
  ),
  ..."numberOfNotifiedThings numberOfSucceededThings criteriaList failureType action thresholdPercentage".split(" "),
  ..."minNumberOfExecutedThings inProgressTimeoutInMinutes numberOfRetries".split(" "),
];

/** What UpdateJob could change of a live job, as it is: what is null or empty is not set, and left out. */
export function configurationOf(job: Job): JsonObject {
  return membersOf({ ...job });
}

/** What a payload changes: its members but those that say which job is meant. */
export function changesOf(payload: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(
    Object.keys(members).flatMap((name) => (payload[name] === undefined ? [] : [[name, plain(payload[name])]])),
  );
}

/** A configuration as the payload that would set it. */
export function asPayload({ jobId = "", namespaceId = "" }: JobName, configuration: JsonObject): JsonObject {
  return { jobId, ...(namespaceId !== "" && { namespaceId }), ...configuration };
}

interface JobName {
  readonly jobId?: string | undefined;
  readonly namespaceId?: string | undefined;
}

function membersOf(job: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(
    Object.keys(members).flatMap((name) => {
      const value = plain(job[name]);
      return isEmpty(value) ? [] : [[name, value]];
    }),
  );
}

/** Without what is not set, with names in our order; what is no JSON value, such as a function, counts as not set. */
function plain(value: unknown): Json {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(plain).filter((item) => !isEmpty(item));
  return typeof value === "object" && value !== null ? plainMembers({ ...value }) : {};
}

/** The same for a structure. */
export function plainMembers(found: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(
    Object.keys(found)
      .sort((one, other) => place(one) - place(other))
      .flatMap((name) => {
        const member = plain(found[name]);
        return isEmpty(member) ? [] : [[name, member]];
      }),
  );
}

function place(name: string): number {
  const index = order.indexOf(name);
  return index < 0 ? order.length : index;
}

function isEmpty(value: Json): boolean {
  if (value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && !Array.isArray(value);
}
