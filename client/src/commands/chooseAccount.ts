import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import type { Choice } from "../aws/account";
import { sharedFiles } from "../aws/sharedFiles";
import { withoutIcons } from "../plainText";
import type { SampleJobs } from "../samples/sampleJobs";

/** Regions of AWS IoT to pick from; any other can be typed. */
const regions =
  "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 ap-east-1 ap-south-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 me-south-1 me-central-1 cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1".split(
    " ",
  );

/**
 * Asks for a profile, then for a region if none is known with it; sample jobs and the region stand after the profiles.
 * @returns whether the user chose something
 */
export async function chooseProfile(accounts: Accounts, samples: SampleJobs): Promise<boolean> {
  const items = await accountItems(await accounts.choice());
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("IoT Jobs: AWS Profile"),
    placeHolder: vscode.l10n.t("The credentials that this window uses"),
    matchOnDescription: true,
  });
  switch (picked?.means?.kind) {
    case undefined:
      return false;
    case "samples":
      await samples.use();
      return true;
    case "region":
      return chooseRegion(accounts);
    case "profile":
      await accounts.pick("profile", picked.means.name);
      if ((await accounts.choice()).region === undefined) await chooseRegion(accounts);
      return true;
  }
}

interface AccountItem extends vscode.QuickPickItem {
  /** A line between groups means nothing; the profile without a name is the default chain, over what the settings name. */
  readonly means?:
    { readonly kind: "profile"; readonly name: string } | { readonly kind: "samples" } | { readonly kind: "region" };
}

async function accountItems(current: Choice): Promise<readonly AccountItem[]> {
  const { profiles } = await sharedFiles(process.env);
  const chain = vscode.l10n.t("environment, default profile, role of the machine");
  const madeUp = vscode.l10n.t("made up, on this machine, without AWS");
  const profile = (name: string, label: string, description = ""): AccountItem => {
    const isCurrent = current.kind === "aws" && name === (current.profile ?? "");
    return { label, description: isCurrent ? inUse(description) : description, means: { kind: "profile", name } };
  };
  return [
    profile("", vscode.l10n.t("Default credentials"), chain),
    ...profiles.map(({ name, settings }) =>
      profile(name, withoutIcons(name), withoutIcons(settings.get("region") ?? "")),
    ),
    {
      label: `$(beaker) ${vscode.l10n.t("Sample Jobs")}`,
      description: current.kind === "samples" ? inUse(madeUp) : madeUp,
      means: { kind: "samples" },
    },
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    {
      label: `$(globe) ${vscode.l10n.t("Choose AWS Region…")}`,
      description: current.region === undefined ? vscode.l10n.t("no region") : withoutIcons(current.region),
      means: { kind: "region" },
    },
  ];
}

function inUse(description = ""): string {
  return [vscode.l10n.t("in use"), description].filter(Boolean).join(" · ");
}

/** @returns whether the user chose one */
export async function chooseRegion(accounts: Accounts): Promise<boolean> {
  const region = await pickedRegion((await accounts.choice()).region);
  if (region !== undefined) await accounts.pick("region", region);
  return region !== undefined;
}

interface RegionItem extends vscode.QuickPickItem {
  readonly region: string;
}

/** A list that takes what is typed as well: new regions come faster than releases. Enter alone leaves the region as it is. */
function pickedRegion(current: string | undefined): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<RegionItem>();
  pick.title = vscode.l10n.t("IoT Jobs: AWS Region");
  pick.placeholder = vscode.l10n.t("Choose a region, or type one");
  const item = (region: string): RegionItem => ({ region, label: withoutIcons(region) });
  const currentItems = current === undefined ? [] : [{ ...item(current), description: inUse() }];
  const known = [...currentItems, ...regions.filter((region) => region !== current).map(item)];
  pick.items = known;
  pick.onDidChangeValue((value) => {
    const isNew = /^[a-z]+(-[a-z]+)+-\d+$/.test(value) && !known.some(({ region }) => region === value);
    pick.items = isNew ? [item(value), ...known] : known;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.region);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
