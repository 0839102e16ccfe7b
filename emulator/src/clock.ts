/** What time it is, in milliseconds since the epoch. All that happens to jobs is computed from it when somebody looks. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
}

/** @param start milliseconds since the epoch */
export function manualClock(start: number = Date.UTC(2026, 0, 15, 12)): ManualClock {
  let time = start;
  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}
