import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Sample } from "./texts";
import { Wire } from "./wire";

const diagnostic = "textDocument/diagnostic";

/** A server under measurement, with one document open. Times are milliseconds of wall clock, seen by the client. */
export class Subject {
  readonly #child: ChildProcess;
  readonly #wire: Wire;
  readonly #began = performance.now();
  readonly #sample: Sample;
  #version = 1;

  constructor(program: string, sample: Sample) {
    this.#sample = sample;
    const stdio = ["ignore", "inherit", "inherit", "ipc"] as const;
    this.#child = spawn(process.execPath, [program, "--node-ipc"], { stdio: [...stdio] });
    this.#wire = new Wire(this.#child);
  }

  /** From the start of the process to the answer to `initialize`. */
  async initialize(): Promise<number> {
    const capabilities = { textDocument: { diagnostic: {} } };
    await this.#wire.request("initialize", { processId: process.pid, rootUri: null, capabilities });
    this.#wire.notify("initialized", {});
    return performance.now() - this.#began;
  }

  /** From opening to the first diagnostics. */
  async open(): Promise<number> {
    return timed(() => {
      const { uri, languageId, text } = this.#sample;
      this.#wire.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      return this.#ask(diagnostic, {});
    });
  }

  /** Types a digit, and asks. */
  edit(digit: string, method: string): Promise<number> {
    const { line, character } = this.#sample;
    return timed(() => {
      this.#change(digit);
      return this.#ask(method, { position: { line, character } });
    });
  }

  /** So many keys at once, each withdrawing the question of the one before as editors do, to the diagnostics after the last. */
  burst(keys: number): Promise<number> {
    return timed(() => {
      for (let key = 1; key < keys; key++) {
        this.#change(String((key % 8) + 1));
        this.#wire.requestAndCancel(diagnostic, { textDocument: this.#document });
      }
      return this.edit("1", diagnostic);
    });
  }

  get #document(): { readonly uri: string } {
    return { uri: this.#sample.uri };
  }

  #change(digit: string): void {
    const { line, character } = this.#sample;
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    this.#wire.notify("textDocument/didChange", {
      textDocument: { ...this.#document, version: ++this.#version },
      contentChanges: [{ range, text: digit }],
    });
  }

  #ask(method: string, more: object): Promise<unknown> {
    return this.#wire.request(method, { textDocument: this.#document, ...more });
  }

  /** The most memory that the process has held, in MiB; Linux only. */
  peakMemory(): number {
    const status = readFileSync(`/proc/${this.#child.pid ?? 0}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }

  async stop(): Promise<void> {
    const exited = once(this.#child, "exit");
    await this.#wire.request("shutdown");
    this.#wire.notify("exit");
    await exited;
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}
