/** A rollout that grows: what the members of `exponentialRate`, and `maximumPerMinute` beside it, come to. */
export interface Growth {
  /** Devices a minute at the start. */
  readonly base: number;
  readonly factor: number;
  readonly maximum: number;
  /** So many more devices, and the rate goes up. */
  readonly step: number;
}

export interface Stages {
  /** Devices a minute, stage by stage, up to the maximum. */
  readonly rates: readonly number[];
  /** How many devices it takes to the last stage. */
  readonly devices: number;
  /** The time to there, where notified devices are counted. */
  readonly minutes: number;
}

/** From 1 to 1000 by a factor of 1.1 takes 73 stages: more come only of numbers that are refused. */
const most = 100;

/** In floating point a product may fall short of a maximum that it is. Nobody is shown so little of a rate. */
const hair = 0.01;

/** The stages of a rollout; `undefined` where it never gets to its maximum. Source: the developer guide's table. */
export function stagesOf({ base, factor, maximum, step }: Growth): Stages | undefined {
  if (!(base > 0 && factor > 1 && maximum - hair > base && step > 0)) return undefined;
  const rates: number[] = [];
  let minutes = 0;
  for (let rate = base; rate < maximum - hair; rate *= factor) {
    if (rates.length >= most) return undefined;
    rates.push(rate);
    minutes += step / rate;
  }
  return { rates: [...rates, maximum], devices: rates.length * step, minutes };
}
