import * as vscode from "vscode";
import { accountInWords, accountOf, chosen } from "../aws/account";
import type { Account, Choice } from "../aws/account";
import { programsOf } from "../aws/login";
import { sharedFiles } from "../aws/sharedFiles";
import { choose } from "../notify";
import { plain } from "../plainText";
import { onDidChangeCredentials } from "./credentialFiles";

/** Whether AWS may be called, and if not, why not. */
export type AccountState =
  | { readonly kind: "ready"; readonly account: Account }
  | { readonly kind: "untrusted" }
  /** The settings of the workspace name an account that the user has not agreed to. */
  | { readonly kind: "consent"; readonly wish: Wish }
  | { readonly kind: "noRegion" };

/** What the settings of a workspace ask for; undefined where they ask for nothing. */
export interface Wish {
  readonly profile: string | undefined;
  readonly region: string | undefined;
  /** The programs that are run for the credentials of the profile. */
  readonly runs: readonly string[];
}

/** A choice of this window, over the settings; empty text stands for what the environment and the AWS files say. */
interface Picked {
  readonly profile?: string;
  readonly region?: string;
}

const names = ["profile", "region"] as const;

type Name = (typeof names)[number];

const pickedKey = "iotJobs.picked";
const agreedKey = "iotJobs.agreed";

/**
 * The account of this window. What the user picks is kept beside the workspace, not in its settings: another window may
 * have another account, and no profile's name gets into a repository.
 */
export class Accounts implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The account, or whether it may be used, has changed. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #credentials: vscode.Disposable | undefined;
  #samples: Account | undefined;

  constructor(private readonly memory: vscode.Memento) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration((event) => this.#settingsChanged(event)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
    );
  }

  /** What would be used, allowed or not: for the eye only. */
  async choice(): Promise<Choice> {
    return this.#samples ?? chosen(this.#settings(), process.env, await sharedFiles(process.env));
  }

  async state(): Promise<AccountState> {
    if (!vscode.workspace.isTrusted) return { kind: "untrusted" };
    const wish = await this.#openWish();
    if (wish !== undefined) return { kind: "consent", wish };
    const account = accountOf(await this.choice());
    if (account === undefined) return { kind: "noRegion" };
    this.#credentials ??= onDidChangeCredentials(() => this.#changed.fire());
    return { kind: "ready", account };
  }

  get usesSamples(): boolean {
    return this.#samples !== undefined;
  }

  /** Takes the place of the chosen account, until it is called with nothing or another account is picked. */
  useSamples(account: Account | undefined): void {
    this.#samples = account;
    this.#changed.fire();
  }

  /** For this window and workspace; undefined goes back to what the settings say. */
  async pick(name: Name, value: string | undefined): Promise<void> {
    const others = Object.entries(this.#picked()).filter(([each]) => each !== name);
    this.#samples = undefined;
    await this.memory.update(pickedKey, Object.fromEntries(value === undefined ? others : [...others, [name, value]]));
    this.#changed.fire();
  }

  /** The same for all that is named, at once. */
  async pickAll(picked: Picked): Promise<void> {
    this.#samples = undefined;
    await this.memory.update(pickedKey, { ...this.#picked(), ...picked });
    this.#changed.fire();
  }

  /** What would be used if these were picked. */
  async choiceWith(picked: Picked): Promise<Choice> {
    return chosen({ ...this.#settings(), ...picked }, process.env, await sharedFiles(process.env));
  }

  /** Whether the shared AWS files have a profile of this name. */
  async hasProfile(name: string): Promise<boolean> {
    return (await sharedFiles(process.env)).profiles.some((profile) => profile.name === name);
  }

  /** The programs that are run for the credentials of a profile. */
  async programsOf(profile: string | undefined): Promise<readonly string[]> {
    return profile === undefined ? [] : programsOf(profile, await sharedFiles(process.env));
  }

  /** Remembers that the user lets this workspace have its wish, once for each value of it. */
  async agree({ profile, region }: Wish): Promise<void> {
    const wish = JSON.stringify({ profile, region });
    await this.memory.update(agreedKey, [...this.#agreed().filter((each) => each !== wish), wish]);
    this.#changed.fire();
  }

  #settings(): Record<Name | "endpoint", string> {
    const value = (name: Name): string => {
      const { ofWorkspace, ofUser } = configured(name);
      return this.#picked()[name] ?? ofWorkspace ?? ofUser ?? "";
    };
    const endpoint = vscode.workspace.getConfiguration("iotJobs").get("endpoint", "");
    return { profile: value("profile"), region: value("region"), endpoint };
  }

  async #openWish(): Promise<Wish | undefined> {
    const [profile, region] = [this.#wished("profile"), this.#wished("region")];
    if (this.#samples !== undefined || (profile === undefined && region === undefined)) return undefined;
    if (this.#agreed().includes(JSON.stringify({ profile, region }))) return undefined;
    return { profile, region, runs: await this.programsOf(profile) };
  }

  /** The value of the workspace's settings where it counts and is not the user's own. */
  #wished(name: Name): string | undefined {
    if (this.#picked()[name] !== undefined) return undefined;
    const { ofWorkspace, ofUser } = configured(name);
    return ofWorkspace === ofUser ? undefined : ofWorkspace;
  }

  #picked(): Picked {
    return this.memory.get<Picked>(pickedKey, {});
  }

  #agreed(): readonly string[] {
    return this.memory.get<readonly string[]>(agreedKey, []);
  }

  /** A setting may be changed in another window, or by a checkout: only the user takes back what was picked for this one. */
  #settingsChanged(event: vscode.ConfigurationChangeEvent): void {
    const changed = names.filter((name) => event.affectsConfiguration(`iotJobs.${name}`));
    if (changed.length > 0 || event.affectsConfiguration("iotJobs.endpoint")) this.#changed.fire();
    if (changed.some((name) => this.#isPickedOver(name))) void this.#offerSettings();
  }

  #isPickedOver(name: Name): boolean {
    const { ofWorkspace, ofUser } = configured(name);
    const named = ofWorkspace ?? ofUser;
    const picked = this.#picked()[name];
    return named !== undefined && (this.#samples !== undefined || (picked !== undefined && picked !== named));
  }

  async #offerSettings(): Promise<void> {
    const message = vscode.l10n.t(
      "The settings name another profile or region now. This window stays where it is: {0}.",
      plain(accountInWords(await this.choice())),
    );
    const use = vscode.l10n.t("Use the Settings");
    if ((await choose("information", message, [use])) !== use) return;
    for (const name of names) await this.pick(name, undefined);
  }

  dispose(): void {
    this.#credentials?.dispose();
    this.#subscriptions.dispose();
  }
}

interface Configured {
  readonly ofWorkspace: string | undefined;
  readonly ofUser: string | undefined;
}

/** What the settings name. An empty text names nothing: in a workspace it would take away what the user has chosen. */
function configured(name: Name): Configured {
  const found = vscode.workspace.getConfiguration("iotJobs").inspect(name);
  return {
    ofWorkspace: [found?.workspaceFolderValue, found?.workspaceValue].find(isNamed),
    ofUser: [found?.globalValue].find(isNamed),
  };
}

function isNamed(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
