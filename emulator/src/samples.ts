import { type Fortune, usualFortune } from "./devices";
import type { Configuration } from "./shape";
import type { GroupSizes } from "./target";

/** A sample job as it is told; the seed makes a job of it. */
export interface Sample {
  readonly jobId: string;
  readonly minutesAgo: number;
  /** `thing/NAME` or `thinggroup/NAME`. */
  readonly targets: readonly string[];
  readonly targetSelection: "CONTINUOUS" | "SNAPSHOT";
  readonly ends:
    | { readonly kind: "goes-on" | "completed" | "in-deletion" }
    /** By an operator, after this share of the longest time that it could have taken. */
    | { readonly kind: "canceled"; readonly after: number }
    | { readonly kind: "scheduled"; readonly inMinutes: number };
  readonly configuration: Configuration;
  readonly document: Readonly<Record<string, unknown>>;
  readonly documentSource?: string;
  readonly namespaceId?: string;
  readonly reasonCode?: string;
  readonly comment?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly groupSizes?: GroupSizes;
  readonly fortune?: Fortune;
}

const abortOn = (failureType: "FAILED" | "REJECTED" | "TIMED_OUT" | "ALL", percentage: number, things: number) =>
  ({
    failureType,
    action: "CANCEL",
    thresholdPercentage: percentage,
    minNumberOfExecutedThings: things,
  }) as const;

const image = (name: string) => `https://updates-example.s3.us-west-2.amazonaws.com/${name}`;

/** The first jobs of every fleet, newest first: each shows something else. */
export const namedSamples: readonly Sample[] = [
  {
    jobId: "example-job-01",
    minutesAgo: 2,
    targets: ["thing/MyRaspberryPi"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "goes-on" },
    configuration: {
      description: "example job test",
      jobExecutionsRolloutConfig: { maximumPerMinute: 50 },
      abortConfig: { criteriaList: [abortOn("FAILED", 20, 10)] },
      timeoutConfig: { inProgressTimeoutInMinutes: 60 },
    },
    document: { operation: "reboot", delaySeconds: 10 },
    tags: {},
    fortune: { failed: 0, rejected: 0, silent: 0, offline: 1 },
  },
  {
    jobId: "firmware-2-14-0-europe",
    minutesAgo: 6,
    targets: ["thinggroup/gateways-europe"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "goes-on" },
    groupSizes: { "gateways-europe": 1200 },
    configuration: {
      description: "Gateway firmware 2.14.0, first wave",
      presignedUrlConfig: { roleArn: "arn:aws:iam::123456789012:role/iot-jobs-download", expiresInSec: 1800 },
      jobExecutionsRolloutConfig: {
        maximumPerMinute: 400,
        exponentialRate: {
          baseRatePerMinute: 50,
          incrementFactor: 1.5,
          rateIncreaseCriteria: { numberOfNotifiedThings: 200 },
        },
      },
      abortConfig: { criteriaList: [abortOn("FAILED", 12.5, 100), abortOn("TIMED_OUT", 30, 200)] },
      timeoutConfig: { inProgressTimeoutInMinutes: 30 },
    },
    document: {
      operation: "install-firmware",
      version: "2.14.0",
      url: `\${aws:iot:s3-presigned-url:${image("gateway-2.14.0.bin")}}`,
    },
    tags: { team: "edge", release: "2.14.0" },
  },
  {
    jobId: "camera-model-3",
    minutesAgo: 9,
    targets: ["thinggroup/cameras"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "goes-on" },
    groupSizes: { cameras: 300 },
    configuration: {
      description: "Object detection model 3; failures are close to the abort criterion",
      jobExecutionsRolloutConfig: { maximumPerMinute: 20 },
      abortConfig: { criteriaList: [abortOn("FAILED", 20, 100)] },
      timeoutConfig: { inProgressTimeoutInMinutes: 15 },
    },
    document: { operation: "install-model", version: 3 },
    tags: { team: "vision" },
    fortune: { ...usualFortune, failed: 0.19 },
  },
  {
    jobId: "security-patch-openssl",
    minutesAgo: 14,
    targets: ["thinggroup/gateways-europe", "thinggroup/gateways-asia"],
    targetSelection: "CONTINUOUS",
    ends: { kind: "goes-on" },
    groupSizes: { "gateways-europe": 1200, "gateways-asia": 640 },
    configuration: {
      description: "OpenSSL patch for every gateway, also for those that join later",
      jobExecutionsRolloutConfig: {
        maximumPerMinute: 250,
        exponentialRate: {
          baseRatePerMinute: 20,
          incrementFactor: 2,
          rateIncreaseCriteria: { numberOfSucceededThings: 100 },
        },
      },
      timeoutConfig: { inProgressTimeoutInMinutes: 20 },
      jobExecutionsRetryConfig: {
        criteriaList: [
          { failureType: "FAILED", numberOfRetries: 2 },
          { failureType: "TIMED_OUT", numberOfRetries: 1 },
        ],
      },
    },
    document: { operation: "patch", package: "openssl" },
    tags: { team: "security", severity: "high" },
  },
  {
    jobId: "thermostat-schedule-fix",
    minutesAgo: 20,
    targets: ["thinggroup/thermostats"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "goes-on" },
    groupSizes: { thermostats: 500 },
    configuration: {
      description: "Heating schedule after daylight saving time",
      jobExecutionsRolloutConfig: { maximumPerMinute: 15 },
      abortConfig: { criteriaList: [abortOn("ALL", 33.33, 50)] },
    },
    document: { operation: "set-config", key: "schedule.dst", value: true },
    tags: { team: "home" },
  },
  {
    jobId: "certificate-rotation-q1",
    minutesAgo: 25,
    targets: ["thing/line-1-controller", "thing/line-2-controller", "thing/line-3-controller"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "scheduled", inMinutes: 360 },
    configuration: {
      description: "Device certificates, first quarter",
      presignedUrlConfig: { roleArn: "arn:aws:iam::123456789012:role/iot-jobs-download", expiresInSec: 600 },
      timeoutConfig: { inProgressTimeoutInMinutes: 120 },
    },
    document: { operation: "rotate-certificate" },
    documentSource: image("rotate-certificate.json"),
    tags: { team: "factory" },
  },
  {
    jobId: "greengrass-deployment-17",
    minutesAgo: 30,
    targets: ["thinggroup/greengrass-cores"],
    targetSelection: "CONTINUOUS",
    ends: { kind: "goes-on" },
    groupSizes: { "greengrass-cores": 80 },
    configuration: {
      description: "Deployment 17",
      jobExecutionsRolloutConfig: { maximumPerMinute: 1000 },
      timeoutConfig: { inProgressTimeoutInMinutes: 10 },
    },
    document: { components: { "com.example.Telemetry": { componentVersion: "1.9.0" } } },
    namespaceId: "greengrass",
    tags: { team: "edge" },
  },
  {
    jobId: "beta-image-7",
    minutesAgo: 33,
    targets: ["thinggroup/beta-devices"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "goes-on" },
    groupSizes: { "beta-devices": 150 },
    configuration: {
      description: "Beta image 7; an abort criterion stopped it",
      jobExecutionsRolloutConfig: { maximumPerMinute: 10 },
      abortConfig: { criteriaList: [abortOn("FAILED", 30, 20)] },
    },
    document: { operation: "install-image", version: "7-beta" },
    tags: { team: "edge" },
    fortune: { ...usualFortune, failed: 0.6 },
  },
  {
    jobId: "door-lock-config-4471",
    minutesAgo: 36,
    targets: ["thinggroup/door-locks"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "completed" },
    groupSizes: { "door-locks": 210 },
    configuration: {
      description: "Longer battery life",
      jobExecutionsRolloutConfig: { maximumPerMinute: 60 },
      timeoutConfig: { inProgressTimeoutInMinutes: 30 },
    },
    document: { operation: "set-config", key: "radio.interval", value: 30 },
    tags: {},
  },
  {
    jobId: "firmware-2-13-2-asia",
    minutesAgo: 39,
    targets: ["thinggroup/gateways-asia"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "canceled", after: 0.4 },
    groupSizes: { "gateways-asia": 640 },
    configuration: {
      description: "Gateway firmware 2.13.2",
      jobExecutionsRolloutConfig: { maximumPerMinute: 40 },
      abortConfig: { criteriaList: [abortOn("FAILED", 50, 100)] },
    },
    document: { operation: "install-firmware", version: "2.13.2" },
    reasonCode: "SUPERSEDED",
    comment: "2.14.0 has the same fix",
    tags: { team: "edge", release: "2.13.2" },
  },
  {
    jobId: "retired-sensors-wipe",
    minutesAgo: 42,
    targets: ["thinggroup/retired-sensors"],
    targetSelection: "SNAPSHOT",
    ends: { kind: "in-deletion" },
    groupSizes: { "retired-sensors": 60 },
    configuration: { description: "Take old sensors out of service" },
    document: { operation: "wipe" },
    tags: {},
    fortune: { failed: 0, rejected: 0, silent: 0, offline: 0 },
  },
];
