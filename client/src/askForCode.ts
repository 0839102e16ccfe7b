import * as vscode from "vscode";

/** Asks for the code that an MFA device shows. */
export async function askForCode(serial: string): Promise<string> {
  const code = await vscode.window.showInputBox({
    title: vscode.l10n.t("IoT Jobs: Multi-Factor Authentication"),
    prompt: vscode.l10n.t("The code that {0} shows now", serial),
    placeHolder: "123456",
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^\d{6,8}$/u.test(text.trim()) ? undefined : vscode.l10n.t("Six digits, as it shows them"),
  });
  if (code === undefined) throw new NoCode();
  return code.trim();
}

/** By this name the failure is told from others. */
class NoCode extends Error {
  override readonly name = "NoCodeError";

  constructor() {
    super("No MFA code was given.");
  }
}
