/** Adds items at the end of a list. `push(...items)` throws where there are more of them than fit on the stack. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
