import * as vscode from "vscode";
import { type Profile, inheritedRegion, readProfiles } from "./aws/account";
import type { Connection, Jobs } from "./aws/jobs";

/** Why there is no account to call: what the view's welcome and the messages speak of. */
export class NotConnected extends Error {
  public constructor(
    public readonly reason: "untrusted" | "region",
    message: string,
  ) {
    super(message);
  }
}

/** Which account and region the calls go to, by the settings and the environment; and the calls. Holds no credential. */
export class Session implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  #open: { readonly key: string; readonly jobs: Jobs } | undefined;
  public readonly onDidChange = this.#changed.event;

  public constructor() {
    this.#disposables = [
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (["profile", "region", "endpoint"].some((name) => event.affectsConfiguration(`iotJobs.${name}`)))
          this.reset();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reset()),
    ];
  }

  /** Forgets the SDK's client, and with it credentials that it had read; the next call reads them anew. */
  public reset(): void {
    this.#open = undefined;
    this.#changed.fire();
  }

  /** @throws NotConnected in an untrusted workspace, and without a region: there is no silent default. */
  public async connection(): Promise<Connection> {
    if (!vscode.workspace.isTrusted) {
      throw new NotConnected("untrusted", vscode.l10n.t("AWS is not called in a workspace that is not trusted."));
    }
    const { profile, region, endpoint } = settings();
    const found = region ?? inheritedRegion(profile, await this.profiles(), process.env);
    if (found === undefined) throw new NotConnected("region", vscode.l10n.t("No AWS region is chosen."));
    return { region: found, ...(profile !== undefined && { profile }), ...(endpoint !== undefined && { endpoint }) };
  }

  /** The calls. The AWS SDK is loaded here, on first use. */
  public async jobs(): Promise<Jobs> {
    const connection = await this.connection();
    const key = JSON.stringify(connection);
    if (this.#open?.key !== key) {
      const { connect } = await import("./aws/sdk");
      this.#open = { key, jobs: connect(connection) };
    }
    return this.#open.jobs;
  }

  public profiles(): Promise<readonly Profile[]> {
    return readProfiles(process.env);
  }

  public dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

/** The settings; empty text is as good as none. */
export function settings(): { profile: string | undefined; region: string | undefined; endpoint: string | undefined } {
  const configuration = vscode.workspace.getConfiguration("iotJobs");
  const text = (name: string): string | undefined => configuration.get<string>(name)?.trim() || undefined;
  return { profile: text("profile"), region: text("region"), endpoint: text("endpoint") };
}
