import * as vscode from "vscode";
import { failureOf } from "../aws/failure";
import { showWhile, tell } from "../notify";
import { connect } from "./connect";
import type { Accounts } from "./accounts";
import { askForAccount } from "./askForAccount";
import { renewal } from "./renewal";

/** Renews a session that has expired: the login of the AWS CLI runs in a terminal, and what waits for it goes on by itself. */
export class SignIn implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;

  constructor(
    private readonly accounts: Accounts,
    private readonly log: vscode.LogOutputChannel,
  ) {
    renewal.follow(accounts);
    this.#subscription = vscode.commands.registerCommand("iotJobs.signIn", () => this.#signIn());
  }

  /** Whether the session is renewed: it may also have been so in another terminal. */
  async #signIn(): Promise<boolean> {
    const terminal = (await askForAccount(this.accounts)) && (await openTerminal());
    if (terminal === undefined) return false;
    const title = vscode.l10n.t("Waiting for the sign-in in the terminal");
    return showWhile({ title, cancellable: true }, (_, canceled) => this.#renewed(terminal, canceled));
  }

  /** The login writes more than one file: each change may be the one that it all waits for. Without its terminal it is over. */
  #renewed(terminal: vscode.Terminal, canceled: vscode.CancellationToken): Promise<boolean> {
    return new Promise<boolean>((resolve) => {
      const waiting = new AbortController();
      const ended = vscode.Disposable.from(
        canceled.onCancellationRequested(() => {
          end(false);
          waiting.abort();
        }),
        this.accounts.onDidChange(async () => {
          if (await this.#answers(waiting.signal)) end(true);
        }),
        vscode.window.onDidCloseTerminal(async (closed) => {
          if (closed === terminal) end(await this.#answers(waiting.signal));
        }),
      );
      const end = (renewed: boolean): void => {
        ended.dispose();
        resolve(renewed);
      };
    });
  }

  /** Whether AWS takes the credentials; that it may refuse to say whose they are is as good. */
  async #answers(waiting: AbortSignal): Promise<boolean> {
    const state = await this.accounts.state();
    if (state.kind !== "ready") return false;
    try {
      const jobs = await connect(state.account);
      await jobs.authenticate(waiting);
      const { arn } = await jobs.callerIdentity(AbortSignal.any([waiting, AbortSignal.timeout(10_000)]));
      this.log.info(`Signed in as ${arn}`);
      return true;
    } catch (error) {
      return failureOf(error).kind === "denied";
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

async function openTerminal(): Promise<vscode.Terminal | undefined> {
  const login = await renewal.login();
  if (login === undefined) {
    tell("warning", await renewal.sentence());
    return undefined;
  }
  const terminal = vscode.window.createTerminal({ name: vscode.l10n.t("AWS Sign-In"), isTransient: true });
  terminal.show();
  terminal.sendText(login);
  return terminal;
}
