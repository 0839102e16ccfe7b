// The view *Jobs* in a workbench, and what its tests say of it.
import type { Locator } from "playwright-core";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
import type { EmulatorOptions } from "../../../emulator/src/host";
import { type Workbench, inWorkbench } from "./workbench";

export const dark = { "workbench.colorTheme": "Default Dark Modern" };
export const light = { "workbench.colorTheme": "Default Light Modern" };
export const highContrast = { "workbench.colorTheme": "Default High Contrast" };

interface View extends EmulatorOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly open?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A workbench whose view *IoT Jobs* is open, on an emulator of so many jobs. */
export async function inJobsView(
  { files = { "update-job.json": "{}\n" }, open, settings = {}, ...options }: View,
  body: (workbench: Workbench, emulator: Emulator) => Promise<void>,
): Promise<void> {
  const emulator = await startEmulator({ region: "us-west-2", ...options });
  try {
    await inWorkbench({ files, ...(open && { open }), emulator, settings }, async (workbench) => {
      await workbench.openView("IoT Jobs");
      await body(workbench, emulator);
    });
  } finally {
    await emulator.close();
  }
}

/** Row of the tree by its text. */
export const row = ({ treeRows }: Workbench, text: string | RegExp): Locator =>
  treeRows.filter({ hasText: text }).first();

export const header = ({ page }: Workbench, text: string | RegExp): Locator =>
  page.locator(".sidebar .pane-header .description", { hasText: text }).first();

export const message = ({ page }: Workbench, text: string | RegExp): Locator =>
  page.locator(".sidebar .tree-explorer-viewlet-tree-view .message", { hasText: text }).first();

/** Runs a command from the palette, and takes the row of each list that it shows. */
export async function choose(workbench: Workbench, command: string, ...answers: readonly string[]): Promise<void> {
  await workbench.startCommand(`IoT Jobs: ${command}`);
  for (const text of answers) {
    const choice = workbench.choices.filter({ has: workbench.page.getByText(text, { exact: true }) }).first();
    await choice.click();
    await choice.waitFor({ state: "hidden" });
  }
}

export async function answer(workbench: Workbench, text: string): Promise<void> {
  const input = workbench.page.locator(".quick-input-widget input.input");
  await input.waitFor();
  await input.fill(text);
  await workbench.press("Enter");
}

export const calls = (emulator: Emulator, operation: string): number =>
  emulator.requests.filter((request) => request.operation === operation).length;
