import type { ChildProcess } from "node:child_process";

/**
 * The client's end of the protocol over Node's IPC channel, on which VS Code speaks to its JSON server and to this one. It does
 * no more than match answers: the library that editors use costs as much as the servers that are measured, and would make them
 * look alike.
 */
export class Wire {
  readonly #child: ChildProcess;
  readonly #answers = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", (message) => this.#answer(message));
  }

  request(method: string, params?: object): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${JSON.stringify(error)}`));
      });
      this.#send({ id, method, params });
    });
  }

  /** Asks, and withdraws the question at once. */
  requestAndCancel(method: string, params: object): void {
    const id = ++this.#lastId;
    this.#send({ id, method, params });
    this.notify("$/cancelRequest", { id });
  }

  notify(method: string, params?: object): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    this.#child.send({ jsonrpc: "2.0", ...message });
  }

  #answer(message: unknown): void {
    if (!isAnswer(message)) return;
    this.#answers.get(message.id)?.(message);
    this.#answers.delete(message.id);
  }
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === "object" && message !== null && "id" in message && !("method" in message);
}
