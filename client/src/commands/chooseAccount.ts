import * as vscode from "vscode";
import type { Accounts } from "../account";
import { sharedFiles } from "../aws/sharedFiles";
import type { SampleJobs } from "../samples/sampleJobs";

/** Regions of AWS IoT to pick from; any other can be typed. */
const regions =
  "us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1 ap-east-1 ap-south-1 ap-northeast-1 ap-northeast-2 ap-southeast-1 ap-southeast-2 me-south-1 me-central-1 cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1".split(
    " ",
  );

/** Asks for a profile, then for a region if none is known with it; the sample jobs stand among the profiles. */
export async function chooseProfile(accounts: Accounts, samples: SampleJobs): Promise<void> {
  const title = vscode.l10n.t("IoT Jobs: AWS Profile");
  const picked = await vscode.window.showQuickPick(profileItems(), { title, matchOnDescription: true });
  if (picked === undefined) return;
  if (picked.profile === undefined) return samples.use();
  await accounts.pick("profile", picked.profile);
  if ((await accounts.choice()).region === undefined) await chooseRegion(accounts);
}

interface ProfileItem extends vscode.QuickPickItem {
  /** Empty for the default chain, over a profile that the user's settings name; undefined for the sample jobs. */
  readonly profile: string | undefined;
}

async function profileItems(): Promise<ProfileItem[]> {
  const { profiles } = await sharedFiles(process.env);
  const chain: ProfileItem = {
    label: vscode.l10n.t("Default chain"),
    description: vscode.l10n.t("environment, default profile, role of the machine"),
    profile: "",
  };
  const named = profiles.map(({ name, settings }) => ({
    label: name,
    description: settings.get("region") ?? "",
    profile: name,
  }));
  const samples: ProfileItem = {
    label: `$(beaker) ${vscode.l10n.t("Sample Jobs")}`,
    description: vscode.l10n.t("made up, on this machine, without AWS"),
    profile: undefined,
  };
  return [chain, ...named, samples];
}

export async function chooseRegion(accounts: Accounts): Promise<void> {
  const region = await pickedRegion((await accounts.choice()).region);
  if (region !== undefined) await accounts.pick("region", region);
}

/** A list that takes what is typed as well: new regions come faster than releases. */
function pickedRegion(current: string | undefined): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = vscode.l10n.t("IoT Jobs: AWS Region");
  pick.placeholder = current ?? vscode.l10n.t("No region is chosen");
  const known = regions.map((label) => ({ label }));
  pick.items = known;
  pick.onDidChangeValue((value) => {
    const isNew = /^[a-z]+(-[a-z]+)+-\d+$/.test(value) && !regions.includes(value);
    pick.items = isNew ? [{ label: value }, ...known] : known;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
