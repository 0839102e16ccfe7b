import * as vscode from "vscode";

/** Asks for the codes of MFA devices. */
class CodePrompt {
  #refused = false;

  /** After the user has closed the prompt, what runs by itself may not open it again; a command may. */
  allow(): void {
    this.#refused = false;
  }

  /** @throws NoCodeError when the user gives no code before the signal closes the prompt */
  async ask(serial: string, signal: AbortSignal): Promise<string> {
    const code = this.#refused ? undefined : await inputFor(serial, signal);
    this.#refused = code === undefined;
    if (code === undefined) throw Object.assign(new Error(`No code of ${serial} was given.`), { name: "NoCodeError" });
    return code.trim();
  }
}

/** One for the window: whoever needs credentials first asks for all. */
export const codePrompt = new CodePrompt();

function inputFor(serial: string, signal: AbortSignal): Thenable<string | undefined> {
  const closing = new vscode.CancellationTokenSource();
  signal.addEventListener("abort", () => closing.cancel());
  const options = {
    title: vscode.l10n.t("IoT Jobs: Multi-Factor Authentication"),
    prompt: vscode.l10n.t("The code that {0} shows now", serial),
    placeHolder: "123456",
    ignoreFocusOut: true,
    validateInput: (text: string) => (/^\d{6}$/u.test(text.trim()) ? undefined : vscode.l10n.t("Six digits")),
  };
  return vscode.window.showInputBox(options, closing.token);
}
