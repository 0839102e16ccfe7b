import type { ReviewEditor } from "../applyInEditor/reviewEditor";
import type { Account } from "../aws/account";
import type { PayloadToRun } from "./payloadsToRun";

interface Wanted {
  readonly account: Account;
  readonly payloads: readonly PayloadToRun[];
}

interface OpenRun extends Wanted {
  readonly replaced: AbortController;
}

/** The runs that have not ended: no two of them review a payload of one document for one job. */
export class OpenRuns {
  readonly #open = new Set<OpenRun>();

  constructor(private readonly editor: ReviewEditor) {}

  /** Takes the place of runs of an earlier text. Where the very same is open already, shows its review, and gives undefined. */
  async begin<T>(wanted: Wanted, run: (replaced: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const alike = [...this.#open].filter((other) =>
      other.payloads.some((each) => wanted.payloads.some(ofSameJob(each))),
    );
    const same = alike.find((other) => isSame(other, wanted));
    if (same !== undefined) {
      await this.editor.reveal(same.payloads.map(({ request }) => request));
      return undefined;
    }
    for (const other of alike) this.#replace(other);
    const open = { ...wanted, replaced: new AbortController() };
    this.#open.add(open);
    try {
      return await run(open.replaced.signal);
    } finally {
      this.#open.delete(open);
    }
  }

  #replace(run: OpenRun): void {
    this.#open.delete(run);
    run.replaced.abort();
  }
}

/** A configuration that is restored is in no file. */
function ofSameJob({ request: one }: PayloadToRun): (other: PayloadToRun) => boolean {
  return ({ request: other }) => other.file === one.file && other.payload.jobId === one.payload.jobId;
}

function isSame(one: Wanted, other: Wanted): boolean {
  return JSON.stringify(textOf(one)) === JSON.stringify(textOf(other));
}

function textOf({ account, payloads }: Wanted): unknown {
  return [account, payloads.map(({ version, request }) => [version, request])];
}
