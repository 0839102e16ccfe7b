import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { refuseUntrusted } from "../account/askForAccount";
import { accountAt } from "../aws/account";
import { startSamples } from "./emulator";
import type { Emulator } from "./emulator";

const region = "us-west-2";

/** Made-up jobs in the place of an account, until this window chooses another one or closes. */
export class SampleJobs implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #emulator: Promise<Emulator> | undefined;

  constructor(private readonly accounts: Accounts) {
    this.#subscription = accounts.onDidChange(() => this.#follow());
  }

  async use(): Promise<void> {
    if (!vscode.workspace.isTrusted) return refuseUntrusted();
    this.#emulator ??= startSamples(region, randomUUID()).catch((error: unknown) => {
      // The next try is another start.
      this.#emulator = undefined;
      throw error;
    });
    this.accounts.useSamples(accountAt((await this.#emulator).endpoint, { kind: "samples", region }));
    await vscode.commands.executeCommand("iotJobs.jobs.focus");
  }

  stop(): void {
    this.accounts.useSamples(undefined);
  }

  /** The emulator is there as long as its jobs are the account's. */
  async #follow(): Promise<void> {
    const inUse = this.accounts.usesSamples;
    await vscode.commands.executeCommand("setContext", "iotJobs.samples", inUse);
    if (!inUse) await this.#close();
  }

  async #close(): Promise<void> {
    const emulator = this.#emulator;
    this.#emulator = undefined;
    await (await emulator)?.close();
  }

  dispose(): void {
    this.#subscription.dispose();
    void this.#close();
  }
}
