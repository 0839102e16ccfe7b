import * as vscode from "vscode";
import type { Accounts } from "./account";
import { hostOf } from "./aws/account";

/** Profile and region, always in sight where jobs can be changed. */
export class AccountStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("iotJobs.account", vscode.StatusBarAlignment.Left, 10);

  readonly #subscription: vscode.Disposable;

  constructor(private readonly accounts: Accounts) {
    this.#item.name = vscode.l10n.t("IoT Jobs: profile and region");
    this.#subscription = accounts.onDidChange(() => this.show());
  }

  async show(): Promise<void> {
    const { profile, region, endpoint } = await this.accounts.choice();
    const who = profile ?? process.env["AWS_PROFILE"] ?? "default";
    const missing = region === undefined;
    const where = region ?? vscode.l10n.t("no region");
    this.#item.text = `$(circuit-board) ${who} · ${where}${endpoint === undefined ? "" : ` · $(debug-disconnect) ${hostOf(endpoint)}`}`;
    this.#item.tooltip = [
      vscode.l10n.t("IoT Jobs: profile {0}, {1}", who, where),
      ...(endpoint === undefined ? [] : [vscode.l10n.t("Endpoint {0}, not AWS's own", endpoint)]),
    ].join("\n");
    this.#item.command = missing ? "iotJobs.chooseRegion" : "iotJobs.chooseProfile";
    this.#item.backgroundColor = missing ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.#item.show();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }
}
