/** Seconds between two refreshes: short while something changes, longer the longer nothing does or nobody answers. */
const shortest = 10;
const longestSame = 120;
const longestFailed = 300;

export type Refreshed = "changed" | "same" | "failed";

export function nextPause(pause: number, outcome: Refreshed): number {
  switch (outcome) {
    case "changed":
      return shortest;
    case "same":
      return Math.min(Math.max(pause * 1.5, shortest), longestSame);
    case "failed":
      return Math.min(Math.max(pause * 2, shortest), longestFailed);
  }
}

/** Refreshes again and again while it is on; the next pause begins when a refresh has ended. */
export class AutoRefresh {
  #timer: NodeJS.Timeout | undefined;
  #pause = shortest;
  #isOn = false;

  constructor(private readonly refresh: () => Promise<Refreshed>) {}

  /** Somebody looks at the jobs, or has just changed one: the next refresh is soon. */
  start(): void {
    this.stop();
    this.#isOn = true;
    this.#pause = shortest;
    this.#wait();
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#due(), this.#pause * 1_000);
  }

  async #due(): Promise<void> {
    const outcome = await this.refresh();
    this.#pause = nextPause(this.#pause, outcome);
    if (this.#isOn) this.#wait();
  }
}
