/** What is read of all brackets that are still open: each takes its own when it closes, in a list of just that length. */
export interface Stack<T> {
  readonly count: () => number;
  readonly push: (item: T) => void;
  /** All from `first` on, taken off. */
  readonly take: (first: number) => readonly T[];
}

export function stack<T>(): Stack<T> {
  const held: T[] = [];
  let top = 0;
  return {
    count: () => top,
    push(item) {
      held[top++] = item;
    },
    take(first) {
      const own = held.slice(first, top);
      top = first;
      return own;
    },
  };
}
