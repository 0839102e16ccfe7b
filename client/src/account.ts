import * as vscode from "vscode";
import { chosen } from "./aws/account";
import type { Choice } from "./aws/account";
import { sharedProfiles } from "./aws/sharedFiles";

/** The profile, region and endpoint that the settings, the environment and the shared AWS files choose now. */
export async function currentChoice(): Promise<Choice> {
  const configuration = vscode.workspace.getConfiguration("iotJobs");
  const settings = {
    profile: configuration.get("profile", ""),
    region: configuration.get("region", ""),
    endpoint: configuration.get("endpoint", ""),
  };
  return chosen(settings, process.env, await sharedProfiles(process.env));
}

/** Whether a change of settings changes where calls go. */
export function changesAccount(event: vscode.ConfigurationChangeEvent): boolean {
  return ["profile", "region", "endpoint"].some((name) => event.affectsConfiguration(`iotJobs.${name}`));
}
