import { setTimeout as pause } from "node:timers/promises";

/** How many jobs may wait; those that were shown first are asked for first, and the others when someone looks at them. */
const mostWaiting = 100;
const perSecond = 3;

/** Asks for the details of the jobs that are shown, one after another, a few a second. */
export class DetailsQueue {
  #waiting: readonly string[] = [];
  #running: Promise<void> | undefined;

  constructor(
    /** Resolves to "stop" when asking for the others is of no use either. */
    private readonly ask: (jobId: string) => Promise<"goOn" | "stop">,
    private readonly sleep: (milliseconds: number) => Promise<void> = pause,
  ) {}

  /** Puts jobs at the end; those that wait already keep their place. */
  add(jobIds: readonly string[]): void {
    this.#waiting = [...new Set([...this.#waiting, ...jobIds])].slice(0, mostWaiting);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      const [answer] = await Promise.all([this.ask(next), this.sleep(1_000 / perSecond)]);
      if (answer === "stop") this.clear();
    }
  }

  #take(): string | undefined {
    const [first, ...rest] = this.#waiting;
    this.#waiting = rest;
    return first;
  }
}
