import { setTimeout as pause } from "node:timers/promises";
import type { Say, Stage } from "../apply/surroundings";
import { showWhile } from "../notify";

/** What is done sooner than this, in milliseconds, needs no notification. */
const shown = 400;

/** Shows each step that takes a while, with *Cancel* where there is still a way back. */
export const progressStage: Stage = {
  cancellable: async (title, run) => {
    const controller = new AbortController();
    const sayings = new Sayings();
    const done = run(controller.signal, sayings.say);
    await showWhileSlow(done, { title, sayings, cancel: () => controller.abort() });
    return done;
  },
  committed: async (title, run) => {
    const sayings = new Sayings();
    const done = run(sayings.say);
    await showWhileSlow(done, { title, sayings });
    return done;
  },
};

/** The last sentence, for a notification that comes later than it. */
class Sayings {
  #last = "";
  #listener: Say = () => undefined;

  readonly say: Say = (sentence) => {
    this.#last = sentence;
    this.#listener(sentence);
  };

  listen(listener: Say): void {
    this.#listener = listener;
    listener(this.#last);
  }
}

interface Shown {
  readonly title: string;
  readonly sayings: Sayings;
  /** Absent where there is no way back. */
  readonly cancel?: () => void;
}

async function showWhileSlow(done: Promise<unknown>, { title, sayings, cancel }: Shown): Promise<void> {
  const settled = done.then(
    () => "settled",
    () => "settled",
  );
  if ((await Promise.race([settled, pause(shown)])) === "settled") return;
  await showWhile({ title, cancellable: cancel !== undefined }, (say, token) => {
    sayings.listen(say);
    token.onCancellationRequested(() => cancel?.());
    return settled;
  });
}
