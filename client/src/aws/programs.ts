import { AsyncLocalStorage } from "node:async_hooks";
import { ChildProcess, execFile } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { platform } from "node:process";

/**
 * Runs a task, and ends the programs that it has started when the signal aborts. The AWS SDK starts a `credential_process` and
 * gives no way to end it, but Node tells of each program that is started.
 */
export async function withPrograms<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const ours = new AsyncLocalStorage<true>();
  const started = (message: unknown): void => {
    const program = programOf(message);
    if (program === undefined || ours.getStore() === undefined) return;
    const endIt = (): void => end(program);
    program.once("spawn", () => (signal.aborted ? endIt() : signal.addEventListener("abort", endIt)));
    program.once("exit", () => signal.removeEventListener("abort", endIt));
  };
  subscribe("child_process", started);
  try {
    return await ours.run(true, task);
  } finally {
    unsubscribe("child_process", started);
  }
}

function programOf(message: unknown): ChildProcess | undefined {
  const found = typeof message === "object" && message !== null && "process" in message ? message.process : undefined;
  return found instanceof ChildProcess ? found : undefined;
}

/** On Windows it is the shell alone that Node ends, and never what runs in it. */
function end(program: ChildProcess): void {
  if (platform === "win32") execFile("taskkill", ["/pid", String(program.pid), "/t", "/f"], () => undefined);
  else program.kill();
}
