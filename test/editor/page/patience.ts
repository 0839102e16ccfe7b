// VS Code does not say when it is ready for a key or a click: what nobody answered is asked again.
import type { Locator } from "playwright-core";

/** Whether something comes true within so many milliseconds. */
export type Condition = (milliseconds: number) => Promise<boolean>;

export const seen = (wanted: Locator): Condition => within((timeout) => wanted.waitFor({ timeout }));

export const gone = (unwanted: Locator): Condition =>
  within((timeout) => unwanted.waitFor({ state: "hidden", timeout }));

export function within(wait: (milliseconds: number) => Promise<unknown>): Condition {
  return (milliseconds) =>
    wait(milliseconds).then(
      () => true,
      () => false,
    );
}

const longestSeconds = 60;

/** For one act of `until`: less than for what needs no second try. */
export const patient = { timeout: 5000 };

/** Acts until it comes true; each time it waits longer, so that a slow answer is not cut off by asking again. */
export async function until(condition: Condition, act: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + longestSeconds * 1000;
  let failure: unknown;
  for (let patience = 3000; Date.now() < deadline; patience *= 1.5) {
    try {
      await act();
    } catch (error) {
      failure = error;
    }
    if (await condition(patience)) return;
  }
  throw new Error(`Nothing came of it within ${longestSeconds} s.`, { cause: failure });
}

/** The same for what may be true already, as a focus or a view that is open. */
export async function unless(condition: Condition, act: () => Promise<unknown>): Promise<void> {
  if (!(await condition(300))) await until(condition, act);
}
