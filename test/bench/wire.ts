import type { Readable, Writable } from "node:stream";

/**
 * The client's end of the protocol, no more than frames: the library that editors use costs as much as the servers that are
 * measured, and would make them look alike.
 */
export class Wire {
  readonly #input: Writable;
  readonly #answers = new Map<number, (answer: Answer) => void>();
  #chunks: Buffer[] = [];
  #received = 0;
  /** Of the message that is being received, its frame included; unknown until its frame is there. */
  #expected = Number.NaN;
  #lastId = 0;

  public constructor(input: Writable, output: Readable) {
    this.#input = input;
    output.on("data", (chunk: Buffer) => this.#receive(chunk));
  }

  public request(method: string, params?: object): Promise<unknown> {
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
  public requestAndCancel(method: string, params: object): void {
    const id = ++this.#lastId;
    this.#send({ id, method, params });
    this.notify("$/cancelRequest", { id });
  }

  public notify(method: string, params?: object): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#input.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    while (this.#takeMessage());
  }

  #takeMessage(): boolean {
    if (Number.isNaN(this.#expected)) {
      const frame = /^Content-Length: (\d+)\r\n\r\n/u.exec(this.#joined().toString("latin1", 0, 64));
      if (frame !== null) this.#expected = frame[0].length + Number(frame[1]);
    }
    if (!(this.#received >= this.#expected)) return false;
    const all = this.#joined();
    const message = all.subarray(all.indexOf("\r\n\r\n") + 4, this.#expected);
    this.#chunks = [all.subarray(this.#expected)];
    this.#received -= this.#expected;
    this.#expected = Number.NaN;
    this.#answer(JSON.parse(message.toString()));
    return true;
  }

  #joined(): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : undefined;
    const joined = all ?? Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
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
