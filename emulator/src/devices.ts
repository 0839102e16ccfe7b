import { between, chance } from "./chance";

/** What a device does with one execution of a job. */
export interface Run {
  /** Milliseconds from the notification until the device reacts; Infinity for one that is offline. */
  readonly startsAfter: number;
  /** Milliseconds that it works. */
  readonly takes: number;
  /** What it reports in the end; SILENT reports nothing, so that only a timeout can end it. */
  readonly ends: "SUCCEEDED" | "FAILED" | "REJECTED" | "SILENT";
}

/** The devices of the fleet: the same answer whenever they are asked the same. `attempt` counts from 0. */
export type Devices = (jobId: string, thingName: string, attempt: number) => Run;

/** How a job's devices fare, as shares of 1; the rest succeeds. */
export interface Fortune {
  readonly failed: number;
  readonly rejected: number;
  readonly silent: number;
  readonly offline: number;
}

export const usualFortune: Fortune = { failed: 0.035, rejected: 0.01, silent: 0.015, offline: 0.02 };

export const slowestStart = 20_000;
export const slowestRun = 240_000;

/** Devices whose deeds are drawn by lot from job, thing and attempt. */
export function devicesWith(fortune: Fortune): Devices {
  return (jobId, thingName, attempt) => {
    const lot = `${jobId} ${thingName} ${attempt}`;
    return {
      startsAfter: chance(`${lot} online`) < fortune.offline ? Infinity : between(2000, slowestStart, `${lot} start`),
      takes: between(20_000, slowestRun, `${lot} run`),
      ends: draw(fortune, chance(`${lot} end`)),
    };
  };
}

function draw({ failed, rejected, silent }: Fortune, lot: number): Run["ends"] {
  if (lot < failed) return "FAILED";
  if (lot < failed + rejected) return "REJECTED";
  if (lot < failed + rejected + silent) return "SILENT";
  return "SUCCEEDED";
}
