import * as vscode from "vscode";

/** The texts of a setting that is a list. In the files of the settings anything may stand: what is no text is passed over. */
export function textsOf(name: string): readonly string[] {
  const value = vscode.workspace.getConfiguration("iotJobs").get<unknown>(name);
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

/** The members of a setting that is an object; none where it is of another type. */
export function membersOf(name: string, scope?: vscode.ConfigurationScope): Readonly<Record<string, unknown>> {
  const value = vscode.workspace.getConfiguration("iotJobs", scope).get<unknown>(name);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
