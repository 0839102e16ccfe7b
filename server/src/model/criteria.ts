import type { Structure } from "./shape";

/** What cancels a job: an item of `abortConfig.criteriaList`. */
export const abortCriterion = {
  kind: "structure",
  page: "AbortCriteria",
  documentation: "One criterion: which failures count, and how many of them cancel the job.",
  example:
    '{"failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 10.5, "minNumberOfExecutedThings": 100}',
  members: {
    failureType: {
      required: true,
      evidence: "model",
      shape: {
        kind: "choice",
        documentation: "Which failed executions count.",
        example: '"FAILED"',
        values: {
          FAILED: "the device reported a failure",
          REJECTED: "the device refused the job",
          TIMED_OUT: "the device did not finish in time",
          ALL: "any of these",
        },
      },
    },
    action: {
      required: true,
      evidence: "model",
      shape: {
        kind: "choice",
        documentation: "What happens when the criterion is met.",
        example: '"CANCEL"',
        values: { CANCEL: "cancels the job; executions that already run go on" },
      },
    },
    thresholdPercentage: {
      required: true,
      evidence: "live",
      shape: {
        kind: "quantity",
        documentation: "The share of failed executions, in percent, from which the job is canceled.",
        example: "10.5",
        type: "double",
        decimals: 2,
        minimum: "0",
        excludesMinimum: true,
        maximum: "100",
        unit: "%",
        useful: { "5": "5 percent", "10": "10 percent", "20": "20 percent" },
      },
    },
    minNumberOfExecutedThings: {
      required: true,
      evidence: "model",
      shape: {
        kind: "quantity",
        documentation:
          "How many executions must have finished before the share is looked at. The API model counts devices notified, the developer guide counts executions completed.",
        example: "100",
        type: "integer",
        decimals: 0,
        minimum: "1",
        maximum: "2147483647",
        unit: "devices",
        useful: { "1": "1 device", "10": "10 devices", "100": "100 devices" },
      },
    },
  },
} as const satisfies Structure;

/** What is tried again: an item of `jobExecutionsRetryConfig.criteriaList`. */
export const retryCriterion = {
  kind: "structure",
  page: "RetryCriteria",
  documentation: "One criterion: which failures are tried again, and how often.",
  example: '{"failureType": "FAILED", "numberOfRetries": 0}',
  members: {
    failureType: {
      required: true,
      evidence: "model",
      shape: {
        kind: "choice",
        documentation: "Which failed executions are tried again.",
        example: '"FAILED"',
        values: {
          FAILED: "the device reported a failure",
          TIMED_OUT: "the device did not finish in time",
          ALL: "either of these",
        },
      },
    },
    numberOfRetries: {
      required: true,
      evidence: "model",
      shape: {
        kind: "quantity",
        documentation: "How often an execution is tried again. UpdateJob can only set it to 0, which stops retries.",
        example: "0",
        type: "integer",
        decimals: 0,
        minimum: "0",
        maximum: "10",
        unit: "retries",
        useful: { "0": "no more retries" },
      },
    },
  },
} as const satisfies Structure;
