/** What happens when: a binary heap, earliest first; what was entered first comes first at the same time. */
export interface Agenda<T> {
  add(at: number, item: T): void;
  /** Takes off the earliest item that is due at `time`, or nothing. */
  takeDue(time: number): Entry<T> | undefined;
}

interface Entry<T> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly item: T;
}

interface Ordered<T> extends Entry<T> {
  readonly order: number;
}

export function createAgenda<T>(): Agenda<T> {
  const heap: Ordered<T>[] = [];
  let order = 0;
  return {
    add: (at, item) => {
      heap.push({ at, item, order: order++ });
      rise(heap, heap.length - 1);
    },
    takeDue: (time) => {
      const first = heap[0];
      if (first === undefined || first.at > time) return undefined;
      const last = heap.pop();
      if (last !== undefined && last !== first) {
        heap[0] = last;
        sink(heap);
      }
      return first;
    },
  };
}

function rise<T>(heap: Ordered<T>[], from: number): void {
  let index = from;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfEarlier(heap, index, parent)) return;
    index = parent;
  }
}

function sink<T>(heap: Ordered<T>[]): void {
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const child = isEarlier(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!swapIfEarlier(heap, child, index)) return;
    index = child;
  }
}

function swapIfEarlier<T>(heap: Ordered<T>[], below: number, above: number): boolean {
  const low = heap[below];
  const high = heap[above];
  if (low === undefined || high === undefined || !isEarlier(low, high)) return false;
  heap[below] = high;
  heap[above] = low;
  return true;
}

function isEarlier<T>(a: Ordered<T> | undefined, b: Ordered<T> | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
