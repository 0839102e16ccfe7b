// The view *Jobs* in a workbench, and what its tests say of it.
import type { Locator } from "playwright-core";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
import type { EmulatorOptions } from "../../../emulator/src/host";
import { patient, seen, unless, until } from "./patience";
import { type Workbench, inTheme, inWorkbench } from "./workbench";

export const dark = inTheme("dark");
export const light = inTheme("light");
export const highContrast = inTheme("highContrast");

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
  for (const text of answers) await workbench.choose(text);
}

/** Opens a row of the tree, or closes it, unless it is so already. */
export function expand(workbench: Workbench, text: string | RegExp): Promise<void> {
  return toggle(workbench, text, "true");
}

export function collapse(workbench: Workbench, text: string | RegExp): Promise<void> {
  return toggle(workbench, text, "false");
}

/** A row that a refresh renews under the mouse is clicked again. */
function toggle(workbench: Workbench, text: string | RegExp, expanded: "true" | "false"): Promise<void> {
  const wanted = row(workbench, text).and(workbench.page.locator(`[aria-expanded="${expanded}"]`));
  return unless(seen(wanted), () => row(workbench, text).click(patient));
}

/** Moves the keyboard's focus in the tree from its first row down to another, each key after the one before was obeyed. */
export async function walkTo(workbench: Workbench, text: string): Promise<void> {
  const { treeRows, page, press } = workbench;
  const focusedAt = (place: string): Locator => treeRows.and(page.locator(`.focused[data-index="${place}"]`));
  await until(seen(focusedAt("0")), () => press("Home"));
  for (let index = 0; (await focusedAt(String(index)).filter({ hasText: text }).count()) === 0; index++) {
    const next = focusedAt(String(index + 1));
    await until(seen(next), async () => {
      if (!(await next.isVisible())) await press("ArrowDown");
    });
  }
}

export const calls = (emulator: Emulator, operation: string): number =>
  emulator.requests.filter((request) => request.operation === operation).length;
