import { abortCriterion, retryCriterion } from "./criteria";
import { exponentialRate } from "./rollout";
import type { Structure, ValueOf } from "./shape";

/** The input of UpdateJob, API version 2015-05-28: every member, its limits, and what it is for. */
export const updateJob = {
  kind: "structure",
  page: "UpdateJob",
  documentation:
    "Changes a job that is in progress. Each member given replaces the stored one whole; absent ones stay.",
  example: '{"jobId": "example-job-01", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}',
  members: {
    jobId: {
      required: true,
      evidence: "model",
      shape: {
        kind: "text",
        documentation: "The job to update.",
        example: '"example-job-01"',
        minimum: 1,
        maximum: 64,
        pattern: "[a-zA-Z0-9_-]",
        patternInWords: "the letters A to Z and a to z, digits, - and _",
      },
    },
    description: {
      evidence: "model",
      reach: "It changes the text alone; executions feel nothing.",
      shape: {
        kind: "text",
        documentation: "A short description of the job.",
        example: '"Firmware 2.1 for sensors"',
        minimum: 1,
        maximum: 2028,
        pattern: "[^\\p{C}]",
        patternInWords: "visible characters and spaces, without line breaks, tabs, or control and invisible characters",
      },
    },
    presignedUrlConfig: {
      evidence: "reference",
      reach:
        "A device that asks for the job document after the update gets the new URLs; those already given keep their time.",
      shape: {
        kind: "structure",
        page: "PresignedUrlConfig",
        documentation: "How devices get presigned Amazon S3 URLs for the files that the job document names.",
        example: '{"roleArn": "arn:aws:iam::123456789012:role/S3DownloadRole", "expiresInSec": 3600}',
        members: {
          roleArn: {
            evidence: "model",
            shape: {
              kind: "text",
              documentation: "The IAM role that AWS IoT takes on to read the files from Amazon S3.",
              example: '"arn:aws:iam::123456789012:role/S3DownloadRole"',
              minimum: 20,
              maximum: 2048,
              pattern: "\\P{Cs}",
              patternInWords: "whole Unicode characters",
            },
          },
          expiresInSec: {
            evidence: "reference",
            shape: {
              kind: "quantity",
              documentation: "How long a presigned URL works. It is made when a device asks for the job document.",
              example: "3600",
              type: "long",
              decimals: 0,
              minimum: "60",
              maximum: "3600",
              unit: "seconds",
              default: "3600",
              useful: { "60": "1 minute", "600": "10 minutes", "3600": "1 hour, the default" },
            },
          },
        },
      },
    },
    jobExecutionsRolloutConfig: {
      evidence: "reference",
      reach: "Devices that have not been notified yet are notified at the new rate.",
      shape: {
        kind: "structure",
        page: "JobExecutionsRolloutConfig",
        documentation: "How fast devices are notified of the job: at a constant rate, or at one that grows.",
        example: '{"maximumPerMinute": 50}',
        members: {
          maximumPerMinute: {
            evidence: "guide",
            shape: {
              kind: "quantity",
              documentation: "The most devices that are notified in a minute.",
              example: "50",
              type: "integer",
              decimals: 0,
              minimum: "1",
              maximum: "1000",
              unit: "devices per minute",
              default: "1000",
              useful: {
                "10": "10 devices a minute",
                "50": "50 devices a minute",
                "1000": "1,000 devices a minute, the default",
              },
            },
          },
          exponentialRate: { evidence: "model", shape: exponentialRate },
        },
      },
    },
    abortConfig: {
      evidence: "model",
      reach: "Canceling stops executions that are queued; those in progress go on.",
      shape: {
        kind: "structure",
        page: "AbortConfig",
        documentation: "When too many failures cancel the job. The criteria are looked at in the order of the list.",
        example: `{"criteriaList": [${abortCriterion.example}]}`,
        members: {
          criteriaList: {
            required: true,
            evidence: "model",
            shape: {
              kind: "list",
              documentation: "The criteria. The first that is met cancels the job.",
              example: `[${abortCriterion.example}]`,
              minimum: 1,
              item: abortCriterion,
            },
          },
        },
      },
    },
    timeoutConfig: {
      evidence: "reference",
      reach: "Only executions that start after the update get the new time; running ones keep theirs.",
      shape: {
        kind: "structure",
        page: "TimeoutConfig",
        documentation: "How long a device may take for the job.",
        example: '{"inProgressTimeoutInMinutes": 60}',
        members: {
          inProgressTimeoutInMinutes: {
            evidence: "reference",
            shape: {
              kind: "quantity",
              documentation: "A device that is in progress for longer than this is set to TIMED_OUT.",
              example: "60",
              type: "long",
              decimals: 0,
              minimum: "1",
              maximum: "10080",
              unit: "minutes",
              useful: { "60": "1 hour", "1440": "1 day", "10080": "7 days, the longest" },
            },
          },
        },
      },
    },
    namespaceId: {
      evidence: "model",
      shape: {
        kind: "text",
        documentation:
          "Marks a job that a customer manages; it becomes part of the MQTT topics of its notifications. Used by AWS IoT Greengrass.",
        example: '"my-namespace"',
        minimum: 1,
        pattern: "[a-zA-Z0-9_-]",
        patternInWords: "the letters A to Z and a to z, digits, - and _",
      },
    },
    jobExecutionsRetryConfig: {
      evidence: "model",
      reach: "AWS does not say whether it changes executions that already run.",
      shape: {
        kind: "structure",
        page: "JobExecutionsRetryConfig",
        documentation: "Which failed executions are tried again. The job must have such a configuration already.",
        example: `{"criteriaList": [${retryCriterion.example}]}`,
        members: {
          criteriaList: {
            required: true,
            evidence: "model",
            shape: {
              kind: "list",
              documentation: "One or two criteria.",
              example: `[${retryCriterion.example}]`,
              minimum: 1,
              maximum: 2,
              item: retryCriterion,
            },
          },
        },
      },
    },
  },
} as const satisfies Structure;

/** What UpdateJob takes, derived from {@link updateJob}. */
export type UpdateJobInput = ValueOf<typeof updateJob>;
