import * as vscode from "vscode";
import { hostOf } from "../aws/account";
import type { Choice } from "../aws/account";
import { withoutIcons } from "../plainText";
import type { Accounts } from "./accounts";

/** Profile and region, always in sight where jobs can be changed. */
export class AccountStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("iotJobs.account", vscode.StatusBarAlignment.Left, 10);

  readonly #subscription: vscode.Disposable;

  constructor(private readonly accounts: Accounts) {
    this.#item.name = vscode.l10n.t("IoT Jobs: profile and region");
    this.#subscription = accounts.onDidChange(() => this.show());
  }

  async show(): Promise<void> {
    const choice = await this.accounts.choice();
    const { text, tooltip } = choice.kind === "samples" ? samples() : aws(choice);
    const missing = choice.region === undefined;
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    // Without it a screen reader says the names of the icons.
    this.#item.accessibilityInformation = { label: tooltip };
    this.#item.command = missing ? "iotJobs.chooseRegion" : "iotJobs.chooseProfile";
    this.#item.backgroundColor =
      missing || choice.kind === "samples" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.#item.show();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }
}

interface Shown {
  readonly text: string;
  readonly tooltip: string;
}

function aws({ profile, region, endpoint }: Choice): Shown {
  const who = withoutIcons(profile ?? process.env["AWS_PROFILE"] ?? "default");
  const where = region === undefined ? vscode.l10n.t("no region") : withoutIcons(region);
  const host = endpoint === undefined ? undefined : hostOf(endpoint);
  return {
    text: `$(circuit-board) ${who} · ${where}${host === undefined ? "" : ` · $(debug-disconnect) ${host}`}`,
    tooltip: [
      vscode.l10n.t("IoT Jobs: profile {0}, {1}", who, where),
      ...(host === undefined ? [] : [vscode.l10n.t("Endpoint {0}, not AWS's own", host)]),
    ].join("\n"),
  };
}

function samples(): Shown {
  return {
    text: `$(beaker) ${vscode.l10n.t("Sample Jobs")}`,
    tooltip: vscode.l10n.t("IoT Jobs: these jobs are made up and on this machine. Choose a profile to work with AWS."),
  };
}
