/** The form of a request as the API model states it: one constant gives its checks and its TypeScript type. */
export type Shape = Text | Choice | Quantity | Flag | List | Structure | Dictionary;

interface Text {
  readonly kind: "text";
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

interface Choice {
  readonly kind: "choice";
  readonly of: readonly string[];
}

interface Quantity {
  readonly kind: "integer" | "double";
  readonly min?: number;
  readonly max?: number;
}

interface Flag {
  readonly kind: "flag";
}

interface List {
  readonly kind: "list";
  readonly of: Shape;
  readonly min?: number;
  readonly max?: number;
}

export interface Structure {
  readonly kind: "structure";
  readonly members: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
}

/** Texts by name. */
interface Dictionary {
  readonly kind: "dictionary";
}

/** The type of a value that conforms to a shape. */
export type Of<S extends Shape> = S extends Text
  ? string
  : S extends { readonly kind: "choice"; readonly of: readonly (infer C)[] }
    ? C
    : S extends Quantity
      ? number
      : S extends Flag
        ? boolean
        : S extends { readonly kind: "list"; readonly of: infer Item extends Shape }
          ? readonly Of<Item>[]
          : S extends Structure
            ? OfMembers<S["members"], S["required"][number]>
            : Readonly<Record<string, string>>;

type OfMembers<M extends Readonly<Record<string, Shape>>, R extends string> = {
  readonly [K in keyof M as K extends R ? K : never]: Of<M[K]>;
} & { readonly [K in keyof M as K extends R ? never : K]?: Of<M[K]> };

const pattern = (source: string) => new RegExp(`^(?:${source})$`, "u");

const jobId = { kind: "text", min: 1, max: 64, pattern: pattern("[a-zA-Z0-9_-]+") } as const;
const namespaceId = { kind: "text", pattern: pattern("[a-zA-Z0-9_-]+") } as const;
const thingName = { kind: "text", min: 1, max: 128, pattern: pattern("[a-zA-Z0-9:_-]+") } as const;
const flag = { kind: "flag" } as const;
const text = { kind: "text" } as const;

const description = { kind: "text", max: 2028, pattern: pattern("[^\\p{C}]+") } as const;
const atLeastOne = { kind: "integer", min: 1 } as const;

const rolloutConfig = {
  kind: "structure",
  required: [],
  members: {
    maximumPerMinute: atLeastOne,
    exponentialRate: {
      kind: "structure",
      required: ["baseRatePerMinute", "incrementFactor", "rateIncreaseCriteria"],
      members: {
        baseRatePerMinute: { kind: "integer", min: 1, max: 1000 },
        incrementFactor: { kind: "double", min: 1.1, max: 5 },
        rateIncreaseCriteria: {
          kind: "structure",
          required: [],
          members: { numberOfNotifiedThings: atLeastOne, numberOfSucceededThings: atLeastOne },
        },
      },
    },
  },
} as const;

const abortCriterion = {
  kind: "structure",
  required: ["failureType", "action", "thresholdPercentage", "minNumberOfExecutedThings"],
  members: {
    failureType: { kind: "choice", of: ["FAILED", "REJECTED", "TIMED_OUT", "ALL"] },
    action: { kind: "choice", of: ["CANCEL"] },
    thresholdPercentage: { kind: "double", max: 100 },
    minNumberOfExecutedThings: atLeastOne,
  },
} as const;

const retryCriterion = {
  kind: "structure",
  required: ["failureType", "numberOfRetries"],
  members: {
    failureType: { kind: "choice", of: ["FAILED", "TIMED_OUT", "ALL"] },
    numberOfRetries: { kind: "integer", min: 0, max: 10 },
  },
} as const;

/** The members that CreateJob and UpdateJob share. */
const configuration = {
  description,
  presignedUrlConfig: {
    kind: "structure",
    required: [],
    members: {
      roleArn: { kind: "text", min: 20, max: 2048 },
      expiresInSec: { kind: "integer", min: 60, max: 3600 },
    },
  },
  jobExecutionsRolloutConfig: rolloutConfig,
  abortConfig: {
    kind: "structure",
    required: ["criteriaList"],
    members: { criteriaList: { kind: "list", of: abortCriterion, min: 1 } },
  },
  timeoutConfig: { kind: "structure", required: [], members: { inProgressTimeoutInMinutes: { kind: "integer" } } },
  jobExecutionsRetryConfig: {
    kind: "structure",
    required: ["criteriaList"],
    members: { criteriaList: { kind: "list", of: retryCriterion, min: 1, max: 2 } },
  },
} as const;

export const configurationShape = { kind: "structure", required: [], members: configuration } as const;

export const updateJobShape = {
  kind: "structure",
  required: ["jobId"],
  members: { jobId, namespaceId, ...configuration },
} as const;

export const createJobShape = {
  kind: "structure",
  required: ["jobId", "targets"],
  members: {
    jobId,
    targets: { kind: "list", of: { kind: "text", max: 2048 }, min: 1 },
    documentSource: { kind: "text", min: 1, max: 1350 },
    document: { kind: "text", max: 32_768 },
    targetSelection: { kind: "choice", of: ["CONTINUOUS", "SNAPSHOT"] },
    ...configuration,
    tags: {
      kind: "list",
      of: {
        kind: "structure",
        required: ["Key"],
        members: {
          Key: { kind: "text", min: 1, max: 128, pattern: pattern("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)") },
          Value: { kind: "text", min: 0, max: 256 },
        },
      },
    },
    namespaceId,
    jobTemplateArn: { kind: "text", min: 1, max: 1600, pattern: pattern("arn:[!-~]+") },
    documentParameters: { kind: "dictionary" },
    schedulingConfig: {
      kind: "structure",
      required: [],
      members: {
        startTime: { kind: "text", min: 1, max: 64 },
        endTime: { kind: "text", min: 1, max: 64 },
        endBehavior: { kind: "choice", of: ["STOP_ROLLOUT", "CANCEL", "FORCE_CANCEL"] },
      },
    },
  },
} as const;

export const cancelJobShape = {
  kind: "structure",
  required: ["jobId"],
  members: {
    jobId,
    reasonCode: { kind: "text", max: 128, pattern: pattern("[\\p{Lu}\\p{Nd}_]+") },
    comment: description,
    force: flag,
  },
} as const;

export const deleteJobShape = {
  kind: "structure",
  required: ["jobId"],
  members: { jobId, force: flag, namespaceId },
} as const;

export const oneJobShape = {
  kind: "structure",
  required: ["jobId"],
  members: { jobId, beforeSubstitution: flag },
} as const;

const page = { maxResults: { kind: "integer", min: 1, max: 250 }, nextToken: text } as const;

export const listJobsShape = {
  kind: "structure",
  required: [],
  members: {
    status: {
      kind: "choice",
      of: ["IN_PROGRESS", "CANCELED", "COMPLETED", "DELETION_IN_PROGRESS", "SCHEDULED"],
    },
    targetSelection: { kind: "choice", of: ["CONTINUOUS", "SNAPSHOT"] },
    thingGroupName: { ...thingName },
    thingGroupId: { kind: "text", min: 1, max: 128, pattern: pattern("[a-zA-Z0-9\\-]+") },
    namespaceId,
    ...page,
  },
} as const;

export const listExecutionsShape = {
  kind: "structure",
  required: ["jobId"],
  members: {
    jobId,
    status: {
      kind: "choice",
      of: ["QUEUED", "IN_PROGRESS", "SUCCEEDED", "FAILED", "TIMED_OUT", "REJECTED", "REMOVED", "CANCELED"],
    },
    ...page,
  },
} as const;

export const executionShape = {
  kind: "structure",
  required: ["jobId", "thingName"],
  members: { jobId, thingName, executionNumber: { kind: "integer" } },
} as const;

export const tagsShape = {
  kind: "structure",
  required: ["resourceArn"],
  members: { resourceArn: text, nextToken: text },
} as const;

export type Configuration = Of<typeof configurationShape>;
export type RolloutConfig = NonNullable<Configuration["jobExecutionsRolloutConfig"]>;
export type CreateJobInput = Of<typeof createJobShape>;
export type UpdateJobInput = Of<typeof updateJobShape>;
export type ListJobsInput = Of<typeof listJobsShape>;
export type JobStatus = NonNullable<ListJobsInput["status"]>;
export type ExecutionStatus = NonNullable<Of<typeof listExecutionsShape>["status"]>;
export type Tag = NonNullable<CreateJobInput["tags"]>[number];
