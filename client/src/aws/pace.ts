/** Lets calls through in their order, at most so many in any second: AWS IoT throttles ListJobs and DescribeJob at about ten. */
export class Pace {
  /** When each of the last calls was or will be let through, in milliseconds; as many as fit into a second. */
  #turns: readonly number[] = [];

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
    private readonly sleep: (milliseconds: number) => Promise<void> = timer,
  ) {}

  /** Resolves when the call may be made. */
  async turn(): Promise<void> {
    const now = this.now();
    const oldest = this.#turns.length < this.perSecond ? undefined : this.#turns[0];
    const at = oldest === undefined ? now : Math.max(now, oldest + 1_000);
    this.#turns = [...this.#turns, at].slice(-this.perSecond);
    if (at > now) await this.sleep(at - now);
  }
}

function timer(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
