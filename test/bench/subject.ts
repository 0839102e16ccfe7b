import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  CancellationTokenSource,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from "vscode-languageserver/node";
import type { Sample } from "./texts";

const diagnostic = "textDocument/diagnostic";

/** A server under measurement, with one document open. Times are milliseconds of wall clock, seen by the client. */
export class Subject {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #began = performance.now();
  readonly #sample: Sample;
  #version = 1;

  public constructor(program: string, sample: Sample) {
    this.#sample = sample;
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
  public async open(): Promise<number> {
    return timed(async () => {
      const { uri, languageId, text } = this.#sample;
      await this.#connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      });
      await this.#ask(diagnostic, {});
    });
  }

  /** Types a digit, and asks. */
  public edit(digit: string, method: string): Promise<number> {
    const { line, character } = this.#sample;
    return timed(async () => {
      await this.#change(digit);
      await this.#ask(method, { position: { line, character } });
    });
  }

  /** So many keys at once, each withdrawing the question of the one before as editors do, to the diagnostics after the last. */
  public burst(keys: number): Promise<number> {
    return timed(async () => {
      for (let key = 1; key < keys; key++) {
        const source = new CancellationTokenSource();
        void this.#change(String((key % 8) + 1));
        const asked = this.#connection.sendRequest(diagnostic, { textDocument: this.#document }, source.token);
        void asked.catch(() => undefined);
        source.cancel();
      }
      await this.edit("1", diagnostic);
    });
  }

  get #document(): { readonly uri: string } {
    return { uri: this.#sample.uri };
  }

  async #change(digit: string): Promise<void> {
    const { line, character } = this.#sample;
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { ...this.#document, version: ++this.#version },
      contentChanges: [{ range, text: digit }],
    });
  }

  #ask(method: string, more: object): Promise<unknown> {
    return this.#connection.sendRequest(method, { textDocument: this.#document, ...more });
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

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}
