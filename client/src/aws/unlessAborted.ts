import { once } from "node:events";

/** What a task resolves to, unless the signal aborts before: then it rejects at once, whatever becomes of the task. */
export async function unlessAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const settled = new AbortController();
  const aborted = once(signal, "abort", { signal: settled.signal }).then(() => signal.throwIfAborted());
  try {
    return await Promise.race([task, aborted.then(() => task)]);
  } finally {
    settled.abort();
  }
}
