import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from "vscode-languageserver/node";

const uri = "file:///bench/a.update-job.json";

/** A server under measurement, with one document open. Times are milliseconds of wall clock, seen by the client. */
export class Subject {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #began = performance.now();
  #version = 1;

  public constructor(program: string) {
    this.#child = spawn(process.execPath, [program, "--stdio"]);
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.listen();
  }

  /** From the start of the process to the answer to `initialize`. */
  public async initialize(): Promise<number> {
    const capabilities = { textDocument: { diagnostic: {} } };
    await this.#connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
    await this.#connection.sendNotification("initialized", {});
    return performance.now() - this.#began;
  }

  /** From opening to the first diagnostics. */
  public async open(text: string): Promise<number> {
    return timed(async () => {
      const textDocument = { uri, languageId: "json", version: 1, text };
      await this.#connection.sendNotification("textDocument/didOpen", { textDocument });
      await this.#ask("textDocument/diagnostic", {});
    });
  }

  /** Types a digit on `line` at `character`, and asks. */
  public edit(line: number, character: number, digit: string, method: string): Promise<number> {
    return timed(async () => {
      await this.#change(line, character, digit);
      await this.#ask(method, { position: { line, character } });
    });
  }

  /** So many keys at once, and the diagnostics after the last. */
  public burst(line: number, character: number, keys: number): Promise<number> {
    return timed(async () => {
      for (let key = 0; key < keys; key++) {
        void this.#change(line, character, String(key % 10));
        void this.#ask("textDocument/diagnostic", {});
      }
      await this.#ask("textDocument/diagnostic", {});
    });
  }

  async #change(line: number, character: number, digit: string): Promise<void> {
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text: digit }],
    });
  }

  #ask(method: string, more: object): Promise<unknown> {
    return this.#connection.sendRequest(method, { textDocument: { uri }, ...more });
  }

  /** The most memory that the process has held, in MiB; Linux only. */
  public peakMemory(): number {
    const status = readFileSync(`/proc/${this.#child.pid ?? 0}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }

  public async stop(): Promise<void> {
    const exited = once(this.#child, "exit");
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    await exited;
    this.#connection.dispose();
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}
