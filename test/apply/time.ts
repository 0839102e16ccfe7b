// Time in which nobody waits: pauses are over at once, and an answer is late when a test says so.
import type { Clock } from "../../client/src/apply/surroundings";

const deadlines = new Set<AbortController>();

function deadline(): AbortSignal {
  const controller = new AbortController();
  deadlines.add(controller);
  return controller.signal;
}

/** The time for an answer is over, as soon as the emulator has done what it is about to do. */
export function timeIsUp(): void {
  setImmediate(() => {
    for (const controller of deadlines) controller.abort();
    deadlines.clear();
  });
}

export const shortTime: Clock = { now: () => new Date(), wait: () => Promise.resolve(), deadline };
