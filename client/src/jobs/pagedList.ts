import type { Page, PageRequest } from "../aws/jobs";

/** The service gives at most 250 items a page. */
const largestPage = 250;
const firstPage = 50;
/** How many pages one search asks for before it shows what it has found. */
const pagesOfSearch = 5;
/** Beyond this many items a renewal leaves what is older as it was. */
const mostRenewed = 1_000;

interface PagedListOptions<T> {
  readonly fetch: (page: PageRequest) => Promise<Page<T>>;
  /** Items with the same key are one; those without a key are left out. */
  readonly keyOf: (item: T) => string | undefined;
  /** What the service cannot filter by. Items that do not match are counted and forgotten. */
  readonly matches?: ((item: T) => boolean) | undefined;
}

/** A list that is fetched a page at a time, and shown a page at a time. */
export class PagedList<T> {
  #items: readonly T[] = [];
  #seen = 0;
  /** Of a search: how many items the service had given before each that matched. */
  readonly #places = new Map<string, number>();
  #limit = firstPage;
  #next: string | undefined;
  #running: Promise<void> | undefined;
  #state: "new" | "stale" | "fetched" = "new";

  constructor(private readonly options: PagedListOptions<T>) {}

  /** The items to show. */
  get items(): readonly T[] {
    return this.#items.slice(0, this.#limit);
  }

  /** How many items were looked at, those included that are not shown. */
  get seen(): number {
    return this.#seen;
  }

  /** Whether the service has items that nobody has looked at. */
  get hasUnseen(): boolean {
    return this.#next !== undefined;
  }

  get hasMore(): boolean {
    return this.hasUnseen || this.#items.length > this.#limit;
  }

  get isStarted(): boolean {
    return this.#state !== "new";
  }

  /** The items so far; they are fetched at the first call, after a failure, and when they are stale. */
  async first(): Promise<readonly T[]> {
    if (this.#state === "stale") await this.renew();
    else if (this.#state === "new") await this.#once(() => this.#fill(firstPage));
    return this.items;
  }

  /** Shows the next page. What was looked ahead is there at once. */
  async more(): Promise<void> {
    this.#limit += largestPage;
    await this.#running?.catch(() => undefined);
    await this.#once(() => this.#fill(largestPage));
  }

  /** Fetches what `more` will show, so that the count says more and the wait is short; nothing while searching. */
  async lookAhead(): Promise<void> {
    const due = this.options.matches === undefined && this.hasUnseen && this.#items.length <= this.#limit;
    if (due) await this.#once(() => this.#fetchPage(largestPage));
  }

  /** What is here is shown until it is asked for the next time, then asked for again. */
  markStale(): void {
    if (this.#state === "fetched") this.#state = "stale";
  }

  /** Fetches again what was looked at. When it fails everything stays as it was. */
  async renew(): Promise<void> {
    // What is looked ahead is no renewal.
    await this.#running?.catch(() => undefined);
    await this.#once(async () => {
      const { items, seen, next } = await this.#fetchUntil(this.#renewed());
      const rest = next === undefined ? [] : this.#after(items, seen);
      const isShorter = rest.length > 0 || (this.options.matches !== undefined && this.#seen > seen);
      if (next === undefined || !isShorter) [this.#next, this.#seen] = [next, seen];
      this.#items = this.#joined(items, rest);
      this.#state = "fetched";
    });
  }

  /** The known items that a renewal of so many did not reach, in the order of the service. */
  #after(fresh: readonly T[], seen: number): readonly T[] {
    const { keyOf, matches } = this.options;
    if (matches !== undefined) return this.#items.filter((item) => (this.#places.get(keyOf(item) ?? "") ?? 0) >= seen);
    const keys = new Set(fresh.map(keyOf));
    const last = this.#items.findLastIndex((item) => keys.has(keyOf(item)));
    return last < 0 ? [] : this.#items.slice(last + 1);
  }

  /** How many items a renewal looks at: what is shown, or what was searched to show it. */
  #renewed(): number {
    const wanted = this.options.matches === undefined ? Math.min(this.#limit, this.#seen) : this.#seen;
    return Math.min(Math.max(wanted, firstPage), mostRenewed);
  }

  async #fetchUntil(goal: number): Promise<{ items: readonly T[]; seen: number; next: string | undefined }> {
    let items: readonly T[] = [];
    let seen = 0;
    let next: string | undefined;
    do {
      const page = await this.options.fetch({ size: pageSize(goal - seen), token: next });
      items = this.#joined(items, page.items);
      seen += page.items.length;
      next = page.next;
    } while (next !== undefined && seen < goal);
    return { items, seen, next };
  }

  /** Fetches until the limit is reached; a search gives up for now after some pages. */
  async #fill(size: number): Promise<void> {
    const searching = this.options.matches !== undefined;
    for (let pages = 0; pages < (searching ? pagesOfSearch : 1); pages++) {
      const enough = this.#items.length >= this.#limit || (this.#state === "fetched" && !this.hasUnseen);
      if (enough) return;
      await this.#fetchPage(searching ? largestPage : size);
    }
  }

  async #fetchPage(size: number): Promise<void> {
    const { items, next } = await this.options.fetch({ size, token: this.#next });
    this.#remember(items);
    this.#items = this.#joined(this.#items, items);
    this.#seen += items.length;
    this.#next = next;
    this.#state = "fetched";
  }

  #remember(added: readonly T[]): void {
    const { keyOf, matches } = this.options;
    if (matches === undefined) return;
    added.forEach((item, index) => {
      if (matches(item)) this.#places.set(keyOf(item) ?? "", this.#seen + index);
    });
  }

  /** A job that is created between two pages moves the others on: they come twice. */
  #joined(known: readonly T[], added: readonly T[]): readonly T[] {
    const { keyOf, matches = () => true } = this.options;
    const byKey = new Map(known.map((item) => [keyOf(item), item]));
    for (const item of added) if (keyOf(item) !== undefined && matches(item)) byKey.set(keyOf(item), item);
    return [...byKey.values()];
  }

  /** One fetch at a time: a call while one is on its way waits for that one. */
  #once(run: () => Promise<void>): Promise<void> {
    this.#running ??= run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }
}

function pageSize(wanted: number): number {
  return Math.min(Math.max(wanted, firstPage), largestPage);
}
