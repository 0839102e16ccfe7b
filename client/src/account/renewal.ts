import * as vscode from "vscode";
import { loginCommand } from "../aws/login";
import { sharedFiles } from "../aws/sharedFiles";
import { plain } from "../plainText";
import type { Accounts } from "./accounts";

/** How the credentials of the window's account are renewed. */
class Renewal {
  #accounts: Accounts | undefined;

  follow(accounts: Accounts): void {
    this.#accounts = accounts;
  }

  /** The command of the AWS CLI that signs in again; undefined where none does, as with keys that stand in a file. */
  async login(): Promise<string | undefined> {
    return loginCommand((await this.#profile()) ?? "default", await sharedFiles(process.env));
  }

  /** What to do where no command signs in. */
  async sentence(): Promise<string> {
    const profile = await this.#profile();
    return profile === undefined
      ? vscode.l10n.t("No sign-in is known for the default credentials. Renew them where they come from, then refresh.")
      : vscode.l10n.t("No sign-in is known for the profile {0}. Renew its credentials, then refresh.", plain(profile));
  }

  async #profile(): Promise<string | undefined> {
    return (await this.#accounts?.choice())?.profile ?? process.env["AWS_PROFILE"];
  }
}

/** One for the window: whatever fails asks it. */
export const renewal = new Renewal();
