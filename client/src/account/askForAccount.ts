import * as vscode from "vscode";
import type { Account } from "../aws/account";
import { confirm, offer } from "../notify";
import { plain } from "../plainText";
import type { Accounts, Wish } from "./accounts";

/** The account to call AWS with, after whatever the user has to say to it; undefined when there will be no call. */
export async function askForAccount(accounts: Accounts): Promise<Account | undefined> {
  const state = await accounts.state();
  switch (state.kind) {
    case "ready":
      return state.account;
    case "untrusted":
      await refuseUntrusted();
      return undefined;
    case "consent":
      return (await askForConsent(accounts, state.wish)) ? askForAccount(accounts) : undefined;
    case "noRegion":
      return (await askForRegion()) ? askForAccount(accounts) : undefined;
  }
}

/** The link of the tree while the workspace's account waits for the user. */
export async function allowWorkspaceAccount(accounts: Accounts): Promise<void> {
  const state = await accounts.state();
  if (state.kind === "consent") await askForConsent(accounts, state.wish);
}

/** Asks whether the workspace may have the account that its settings name; false when the user goes away. */
async function askForConsent(accounts: Accounts, wish: Wish): Promise<boolean> {
  const use = { title: vscode.l10n.t("Use This Account") };
  const choose = { title: vscode.l10n.t("Choose Another") };
  const message = vscode.l10n.t("Use the AWS account that the settings of this workspace name?");
  const answer = await confirm("warning", { message, detail: wishInWords(wish) }, [use, choose]);
  if (answer === use) await accounts.agree(wish);
  if (answer === choose) return vscode.commands.executeCommand<boolean>("iotJobs.chooseProfile");
  return answer === use;
}

function wishInWords({ profile, region, runs }: Wish): string {
  return [
    ...(profile === undefined ? [] : [vscode.l10n.t("Profile: {0}", plain(profile))]),
    ...(region === undefined ? [] : [vscode.l10n.t("Region: {0}", plain(region))]),
    ...runs.map((program) => vscode.l10n.t("To get credentials, this program is run: {0}", plain(program))),
    "",
    vscode.l10n.t("You did not choose them yourself. Nothing is called, and no program is run, before you agree."),
  ].join("\n");
}

export async function refuseUntrusted(): Promise<void> {
  const manage = { title: vscode.l10n.t("Manage Workspace Trust"), command: "workbench.trust.manage" };
  await offer("warning", vscode.l10n.t("AWS is not called in a workspace that is not trusted."), [manage]);
}

/** False when the user goes away. */
async function askForRegion(): Promise<boolean> {
  const choose = { title: vscode.l10n.t("Choose Region"), command: "iotJobs.chooseRegion" };
  const message = vscode.l10n.t("No AWS region is chosen; nothing was sent.");
  return (await offer<boolean>("warning", message, [choose])) === true;
}
