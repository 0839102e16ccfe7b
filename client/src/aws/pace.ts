import { setTimeout as pause } from "node:timers/promises";

interface PaceOptions {
  readonly perSecond: number;
  /** How many may go at once after a pause. No second has more than these and `perSecond` together. */
  readonly atOnce: number;
}

/** Lets calls through in their order, evenly: AWS IoT throttles ListJobs and DescribeJob at about ten a second. */
export class Pace {
  /** When the calls so far would be through if each had waited for the one before, in milliseconds. */
  #due = -Infinity;

  constructor(
    private readonly options: PaceOptions,
    private readonly now: () => number = () => performance.now(),
    private readonly sleep: (milliseconds: number) => Promise<void> = pause,
  ) {}

  /** Resolves when the call may be made. */
  async turn(): Promise<void> {
    const gap = 1_000 / this.options.perSecond;
    const now = this.now();
    const at = Math.max(now, this.#due - (this.options.atOnce - 1) * gap);
    this.#due = Math.max(this.#due, at) + gap;
    if (at > now) await this.sleep(at - now);
  }
}
