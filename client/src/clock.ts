import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "./apply/surroundings";

/** Time as it goes by. */
export const systemClock: Clock = {
  now: () => new Date(),
  wait: (milliseconds, signal) => pause(milliseconds, undefined, signal === undefined ? {} : { signal }),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};

/** For the tests of the extension, in which nobody waits for a timeout: time goes by as they say. */
export class TestClock implements Clock {
  #clock = systemClock;

  readonly now: Clock["now"] = () => this.#clock.now();
  readonly wait: Clock["wait"] = (...args) => this.#clock.wait(...args);
  readonly deadline: Clock["deadline"] = (...args) => this.#clock.deadline(...args);

  use(clock: Clock): void {
    this.#clock = clock;
  }
}
