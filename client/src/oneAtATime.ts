/** Gives each task its turn, in the order in which they come: when the one before has ended, however it did. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** The same for the tasks of each key: those of different keys do not wait for one another. */
export function oneAtATimeEach(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, ReturnType<typeof oneAtATime>>();
  return (key, task) => {
    const queue = queues.get(key) ?? oneAtATime();
    queues.set(key, queue);
    return queue(task);
  };
}
