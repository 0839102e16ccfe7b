import type { RolloutConfig } from "./shape";

/** How far a rollout has come: what decides the rate. */
export interface Progress {
  readonly notified: number;
  readonly succeeded: number;
}

/** The rate without a rollout configuration; the developer guide's default. */
const defaultPerMinute = 1000;

/**
 * Things notified per minute. An exponential rate starts at `baseRatePerMinute` and is multiplied by `incrementFactor` each time
 * that another number of things is reached, up to `maximumPerMinute` (developer guide, "Job rollout rates").
 */
export function ratePerMinute(config: RolloutConfig | undefined, progress: Progress): number {
  const maximum = config?.maximumPerMinute ?? defaultPerMinute;
  const exponential = config?.exponentialRate;
  if (exponential === undefined) return maximum;
  const { baseRatePerMinute, incrementFactor, rateIncreaseCriteria } = exponential;
  return Math.min(maximum, baseRatePerMinute * incrementFactor ** increases(rateIncreaseCriteria, progress));
}

type Criteria = NonNullable<RolloutConfig["exponentialRate"]>["rateIncreaseCriteria"];

function increases({ numberOfNotifiedThings, numberOfSucceededThings }: Criteria, progress: Progress): number {
  if (numberOfNotifiedThings !== undefined) return Math.floor(progress.notified / numberOfNotifiedThings);
  if (numberOfSucceededThings !== undefined) return Math.floor(progress.succeeded / numberOfSucceededThings);
  return 0;
}

/** Milliseconds until the next thing is notified. */
export function pause(config: RolloutConfig | undefined, progress: Progress): number {
  return 60_000 / ratePerMinute(config, progress);
}

/** Milliseconds within which a rollout to so many things has notified all, whatever its criteria. */
export function longestRollout(config: RolloutConfig | undefined, things: number): number {
  return things * pause(config, { notified: 0, succeeded: 0 });
}
