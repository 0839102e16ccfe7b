import type { Structure } from "./shape";

const counts = { "10": "10 devices", "100": "100 devices", "1000": "1,000 devices" } as const;

/** `jobExecutionsRolloutConfig.exponentialRate`. */
export const exponentialRate = {
  kind: "structure",
  page: "ExponentialRolloutRate",
  documentation:
    "Starts the rollout slowly and speeds it up. The rate is multiplied by `incrementFactor` each time the criterion is met, up to `maximumPerMinute`.",
  example: '{"baseRatePerMinute": 50, "incrementFactor": 2, "rateIncreaseCriteria": {"numberOfNotifiedThings": 1000}}',
  members: {
    baseRatePerMinute: {
      required: true,
      evidence: "model",
      shape: {
        kind: "quantity",
        documentation:
          "How many devices a minute are notified at the start of the rollout. Keep it below `maximumPerMinute`.",
        example: "50",
        type: "integer",
        decimals: 0,
        minimum: "1",
        maximum: "1000",
        unit: "devices per minute",
        useful: { "1": "1 device a minute", "10": "careful start", "50": "50 devices a minute" },
      },
    },
    incrementFactor: {
      required: true,
      evidence: "reference",
      shape: {
        kind: "quantity",
        documentation: "What the rate is multiplied by at each step.",
        example: "1.5",
        type: "double",
        decimals: 1,
        minimum: "1.1",
        maximum: "5",
        unit: "times",
        useful: { "1.1": "slowest growth", "1.5": "half as fast again", "2": "twice as fast" },
      },
    },
    rateIncreaseCriteria: {
      required: true,
      evidence: "model",
      shape: {
        kind: "structure",
        page: "RateIncreaseCriteria",
        takesOne: true,
        documentation: "When the rate goes up a step. Give exactly one of the two members.",
        example: '{"numberOfNotifiedThings": 1000}',
        members: {
          numberOfNotifiedThings: {
            evidence: "model",
            shape: {
              kind: "quantity",
              documentation: "The rate goes up each time so many more devices have been notified.",
              example: "1000",
              type: "integer",
              decimals: 0,
              minimum: "1",
              maximum: "2147483647",
              unit: "devices",
              useful: counts,
            },
          },
          numberOfSucceededThings: {
            evidence: "model",
            shape: {
              kind: "quantity",
              documentation:
                "The rate goes up each time so many more devices have succeeded. Safer than counting notifications.",
              example: "100",
              type: "integer",
              decimals: 0,
              minimum: "1",
              maximum: "2147483647",
              unit: "devices",
              useful: counts,
            },
          },
        },
      },
    },
  },
} as const satisfies Structure;
