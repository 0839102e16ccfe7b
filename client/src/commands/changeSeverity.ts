import * as vscode from "vscode";
import type { Level } from "../../../server/src/protocol";

/** Asks for the severity of the problems of a rule, and sets it where the user's other rules are set. */
export async function changeSeverity(code: unknown): Promise<void> {
  if (typeof code !== "string") return;
  const placeHolder = vscode.l10n.t("Severity of {0}", code);
  const picked = await vscode.window.showQuickPick([...choices(), unset()], { placeHolder });
  if (picked === undefined) return;
  const configuration = vscode.workspace.getConfiguration("iotJobs");
  const { globalValue, workspaceValue } = configuration.inspect<Readonly<Record<string, Level>>>("rules") ?? {};
  const [target, rules] =
    workspaceValue === undefined
      ? [vscode.ConfigurationTarget.Global, globalValue]
      : [vscode.ConfigurationTarget.Workspace, workspaceValue];
  const others = Object.entries(rules ?? {}).filter(([name]) => name !== code);
  const changed = picked.level === undefined ? others : [...others, [code, picked.level] as const];
  await configuration.update("rules", Object.fromEntries(changed), target);
}

interface Choice extends vscode.QuickPickItem {
  readonly level: Level | undefined;
}

function choices(): readonly Choice[] {
  return [
    { level: "error", label: vscode.l10n.t("Error"), description: vscode.l10n.t("stops a run") },
    { level: "warning", label: vscode.l10n.t("Warning"), description: vscode.l10n.t("is shown before a run") },
    { level: "information", label: vscode.l10n.t("Information") },
    { level: "hint", label: vscode.l10n.t("Hint") },
    { level: "off", label: vscode.l10n.t("Off"), description: vscode.l10n.t("is not shown") },
  ];
}

function unset(): Choice {
  return {
    level: undefined,
    label: vscode.l10n.t("Default"),
    description: vscode.l10n.t("the severity without a setting"),
  };
}
