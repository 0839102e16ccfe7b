// All that the user reads in notifications and dialogs goes through here: VS Code makes a link, even one to a command, of
// `[a](b)` in them, and much of what is told holds foreign text.
import * as vscode from "vscode";
import { withoutLinks } from "./plainText";

export type Level = "information" | "warning" | "error";

/** Does not wait until it is read. */
export function tell(level: Level, message: string): void {
  void show(level, message, {});
}

/** A button that runs a command. */
export interface Step {
  readonly title: string;
  readonly command: string;
  readonly args?: readonly unknown[];
}

/** A message with what is to be done next; resolves to what the chosen command gives, to undefined where none is chosen. */
export async function offer<T>(level: Level, message: string, steps: readonly Step[]): Promise<T | undefined> {
  const chosen = await show(level, message, {}, ...steps);
  return chosen && vscode.commands.executeCommand<T>(chosen.command, ...(chosen.args ?? []));
}

/** A message with buttons; resolves to the title of the one that is pressed. */
export async function choose(level: Level, message: string, titles: readonly string[]): Promise<string | undefined> {
  return (await show(level, message, {}, ...titles.map((title) => ({ title }))))?.title;
}

/** A dialog, which nothing else goes on beside; resolves to the button that is pressed. */
export function confirm<T extends vscode.MessageItem>(
  level: Level,
  { message, detail }: { readonly message: string; readonly detail: string },
  buttons: readonly T[],
): Thenable<T | undefined> {
  return show(level, message, { modal: true, detail: withoutLinks(detail) }, ...buttons);
}

/** A button of a dialog that does nothing. It takes the place of VS Code's own *Cancel*, which would be taken for the job's. */
export function closeButton(): vscode.MessageItem {
  return { title: vscode.l10n.t("Close"), isCloseAffordance: true };
}

function show<T extends vscode.MessageItem>(
  level: Level,
  message: string,
  options: vscode.MessageOptions,
  ...items: readonly T[]
): Thenable<T | undefined> {
  const text = withoutLinks(message);
  switch (level) {
    case "information":
      return vscode.window.showInformationMessage(text, options, ...items);
    case "warning":
      return vscode.window.showWarningMessage(text, options, ...items);
    case "error":
      return vscode.window.showErrorMessage(text, options, ...items);
  }
}

type Task<T> = (say: (sentence: string) => void, canceled: vscode.CancellationToken) => Thenable<T>;

/** A notification for as long as a task goes on. */
export function showWhile<T>(
  { title, cancellable }: { readonly title: string; readonly cancellable: boolean },
  task: Task<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable };
  return vscode.window.withProgress(options, (progress, canceled) =>
    task((sentence) => progress.report({ message: withoutLinks(sentence) }), canceled),
  );
}
