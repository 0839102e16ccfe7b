import { between, chance, pick } from "./chance";
import { type Fortune, devicesWith, slowestRun, slowestStart, usualFortune } from "./devices";
import type { SampleJobs } from "./accountJobs";
import type { Job } from "./job";
import { longestRollout } from "./rollout";
import { namedSamples, type Sample } from "./samples";
import type { Configuration } from "./shape";
import { countThings, type GroupSizes, thingsOf } from "./target";

const minute = 60_000;

/** How many of the newest jobs may still go on; whatever is older is history and costs nothing until somebody asks for it. */
const recent = 400;

/** The number of jobs that were written by hand: the first of every fleet. */
export const namedJobs = namedSamples.length;

export interface Place {
  /** `arn:aws:iot:REGION:ACCOUNT`. */
  readonly arnPrefix: string;
  readonly thingGroups: GroupSizes;
  /** When the fleet is seeded, in milliseconds since the epoch; all times go back from here. */
  readonly now: number;
}

/** A fleet that is always the same: some jobs written by hand, then as many as are wanted, drawn by lot; newest first. */
export function sampleJobs(length: number, place: Place): SampleJobs {
  const at = (index: number): Job => {
    const named = namedSamples[index];
    return toJob(named ?? drawn(index), index, place);
  };
  const named = new Map(namedSamples.slice(0, length).map((sample, index) => [sample.jobId, index]));
  return {
    length,
    at,
    settledStatus: (index) => (index < recent ? undefined : pastStatus(statusLot(index))),
    indexOf: (jobId) => {
      const index = named.get(jobId) ?? Number(/-(\d{6})$/u.exec(jobId)?.[1] ?? NaN);
      return index < length && at(index).jobId === jobId ? index : undefined;
    },
  };
}

const families = ["firmware", "security-patch", "config", "certificates", "telemetry-agent", "bootloader", "ml-model"];
const places = ["berlin", "oslo", "lisbon", "osaka", "denver", "quito", "perth", "accra"];

/** The job of an index, by lot; the index ends its id. */
function drawn(index: number): Sample {
  const lot = (what: string) => `sample ${index} ${what}`;
  const family = pick(families, lot("family"));
  const place = pick(places, lot("place"));
  const version = `${between(1, 4, lot("major"))}.${between(0, 20, lot("minor"))}.${between(0, 9, lot("patch"))}`;
  return {
    jobId: `${family}-${place}-${String(index).padStart(6, "0")}`,
    minutesAgo: 45 + (index - namedJobs) * 3 + between(0, 2, lot("time")),
    targets: [
      chance(lot("single")) < 0.1 ? `thing/${place}-gateway-${between(1, 40, lot("thing"))}` : `thinggroup/${place}`,
    ],
    targetSelection: chance(lot("selection")) < 0.15 ? "CONTINUOUS" : "SNAPSHOT",
    ends: ending(index),
    configuration: configuration(index, `${family} ${version} for ${place}`),
    document: { operation: `install-${family}`, version },
    tags: { team: pick(["edge", "platform", "security"], lot("team")) },
    ...(chance(lot("namespace")) < 0.05 && { namespaceId: "greengrass" }),
  };
}

function statusLot(index: number): number {
  return chance(`sample ${index} status`);
}

function pastStatus(lot: number): "COMPLETED" | "CANCELED" {
  return lot < 0.9 ? "COMPLETED" : "CANCELED";
}

function ending(index: number): Sample["ends"] {
  const lot = statusLot(index);
  if (index < recent && lot < 0.45) return { kind: "goes-on" };
  if (index < recent && lot < 0.48) return { kind: "scheduled", inMinutes: between(30, 3000, `start of ${index}`) };
  if (index < recent && lot < 0.5) return { kind: "in-deletion" };
  return pastStatus(lot) === "COMPLETED"
    ? { kind: "completed" }
    : { kind: "canceled", after: chance(`cancel ${index}`) };
}

function configuration(index: number, description: string): Configuration {
  const lot = (what: string) => `configuration ${index} ${what}`;
  const maximumPerMinute = between(1, 20, lot("rate")) * 5;
  const criterion = {
    failureType: pick(["FAILED", "REJECTED", "TIMED_OUT", "ALL"] as const, lot("type")),
    action: "CANCEL",
    thresholdPercentage: between(80, 180, lot("threshold")) / 2,
    minNumberOfExecutedThings: between(20, 50, lot("minimum")),
  } as const;
  const exponentialRate = {
    baseRatePerMinute: between(1, maximumPerMinute - 1, lot("base")),
    incrementFactor: between(11, 50, lot("factor")) / 10,
    rateIncreaseCriteria: { numberOfNotifiedThings: between(5, 50, lot("step")) },
  };
  return {
    description,
    ...(chance(lot("rollout")) < 0.7 && {
      jobExecutionsRolloutConfig: { maximumPerMinute, ...(chance(lot("kind")) < 0.4 && { exponentialRate }) },
    }),
    ...(chance(lot("abort")) < 0.5 && { abortConfig: { criteriaList: [criterion] } }),
    ...(chance(lot("timeout")) < 0.5 && {
      timeoutConfig: { inProgressTimeoutInMinutes: pick([15, 30, 60, 720], lot("minutes")) },
    }),
  };
}

/** Devices that all report in the end, so that a job of the past can have been completed. */
const reliable: Fortune = { ...usualFortune, silent: 0, offline: 0 };

function toJob(sample: Sample, index: number, { arnPrefix, thingGroups, now }: Place): Job {
  const targets = sample.targets.map((target) => `${arnPrefix}:${target}`);
  const sizes = { ...sample.groupSizes, ...thingGroups };
  const createdAt = now - sample.minutesAgo * minute - between(0, 59_999, `second of ${index}`);
  const fortune = sample.fortune ?? (sample.ends.kind === "completed" ? reliable : usualFortune);
  const startsAt = sample.ends.kind === "scheduled" ? now + sample.ends.inMinutes * minute : createdAt;
  return {
    jobId: sample.jobId,
    jobArn: `${arnPrefix}:job/${sample.jobId}`,
    targets,
    targetSelection: sample.targetSelection,
    document: JSON.stringify(sample.document, undefined, 2),
    documentSource: sample.documentSource,
    documentParameters: undefined,
    jobTemplateArn: undefined,
    namespaceId: sample.namespaceId,
    tags: Object.entries(sample.tags).map(([Key, Value]) => ({ Key, Value })),
    scheduling: {
      startsAt,
      endsAt: undefined,
      config: startsAt === createdAt ? undefined : { startTime: new Date(startsAt).toISOString() },
    },
    things: () => thingsOf(targets, sizes),
    devices: devicesWith(fortune),
    createdAt,
    configuration: sample.configuration,
    forceCanceled: false,
    reasonCode: sample.reasonCode,
    comment: sample.comment,
    ...state(sample, { createdAt, now, longest: longestRun(sample.configuration, countThings(targets, sizes)) }),
  };
}

/** Milliseconds after which all things of such a job have surely come to an end. */
function longestRun({ jobExecutionsRolloutConfig, jobExecutionsRetryConfig }: Configuration, things: number): number {
  const retries = jobExecutionsRetryConfig?.criteriaList.reduce((sum, { numberOfRetries }) => sum + numberOfRetries, 0);
  return longestRollout(jobExecutionsRolloutConfig, things) + (slowestStart + slowestRun) * (1 + (retries ?? 0));
}

interface Times {
  readonly createdAt: number;
  readonly now: number;
  readonly longest: number;
}

function state({ ends }: Sample, { createdAt, now, longest }: Times) {
  const going = { status: "IN_PROGRESS", lastUpdatedAt: createdAt, completedAt: undefined, goneAt: undefined } as const;
  const endedAt = createdAt + (ends.kind === "canceled" ? longest * ends.after : longest);
  const over = { lastUpdatedAt: endedAt, completedAt: endedAt, goneAt: undefined };
  if (ends.kind === "scheduled") return { ...going, status: "SCHEDULED" } as const;
  if (ends.kind === "goes-on" || endedAt > now) return going;
  if (ends.kind === "completed") return { ...over, status: "COMPLETED" } as const;
  if (ends.kind === "canceled") return { ...over, status: "CANCELED" } as const;
  return { ...over, status: "DELETION_IN_PROGRESS", goneAt: now + 60 * minute } as const;
}
