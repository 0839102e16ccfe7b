// A real VS Code in a headless browser, on a fresh workspace, to drive by mouse and keyboard.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { root } from "../../../scripts/child.mjs";
import { writeSettings } from "../../../scripts/vscodeProfile.mjs";
import { type Editor, editorOf } from "./editor";
import { type Machine, atEnd, browserOfTests, serverOfTests } from "./machine";
import { gone, patient, seen, unless, until } from "./patience";
import { type QuickInput, quickInputOf } from "./quickInput";

export interface WorkbenchOptions extends Machine {
  /** Text by path in the workspace. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is open at first. */
  readonly open?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where the AWS calls go, at region us-west-2. */
  readonly emulator?: { readonly endpoint: string };
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Workbench
  extends Editor, Pick<QuickInput, "choices" | "choose" | "message" | "fill" | "answer" | "leave"> {
  /** For what has no method of its own here. */
  readonly page: Page;
  readonly folder: string;
  /** Opens a file of the workspace and puts the keyboard into it. */
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command by its title, from the palette. */
  readonly runCommand: (title: string) => Promise<void>;
  /** The same for a command that asks something: its list takes the place of the palette. */
  readonly startCommand: (title: string) => Promise<void>;
  readonly press: (keys: string) => Promise<void>;
  /** Clicks a button that goes away with what it is a part of. */
  readonly clickAway: (button: Locator) => Promise<void>;
  readonly openProblems: () => Promise<void>;
  /** Rows of the Problems view, files and problems alike. */
  readonly problems: Locator;
  readonly dialog: Locator;
  /** Clicks a button of the dialog, which closes. */
  readonly closeDialog: (button: string) => Promise<void>;
  /** The buttons of an open review, in the title of its editor. */
  readonly applyButton: Locator;
  readonly cancelButton: Locator;
  /** Waits for a notification, on the screen or under the bell. */
  readonly notified: (text: string | RegExp) => Promise<void>;
  readonly notifications: Locator;
  readonly clearNotifications: () => Promise<void>;
  /** Opens the view container by its name in the activity bar. */
  readonly openView: (name: string) => Promise<void>;
  /** Rows of the view *Jobs*. */
  readonly treeRows: Locator;
  readonly payloadRows: Locator;
  readonly statusBar: Locator;
  /** Replaces the settings of the machine; VS Code takes them at once. */
  readonly changeSettings: (settings: Readonly<Record<string, unknown>>) => void;
  readonly reload: () => Promise<void>;
  /** Takes a theme, and waits until its colors are there. */
  readonly changeTheme: (shade: Shade) => Promise<void>;
  /** Makes out/pictures/NAME.png. */
  readonly screenshot: (name: string) => Promise<void>;
  /** The same of the editor from its tabs to the ends of some of its parts. */
  readonly screenshotUpTo: (parts: readonly Locator[], name: string) => Promise<void>;
  /** Makes NAME-light.png and NAME-dark.png there. */
  readonly screenshots: (name: string) => Promise<void>;
}

/** Themes of VS Code, and what its window calls their kind. */
const themes = {
  light: { name: "Default Light Modern", kind: "vs" },
  dark: { name: "Default Dark Modern", kind: "vs-dark" },
  highContrast: { name: "Default High Contrast", kind: "hc-black" },
} as const;

export type Shade = keyof typeof themes;

export function inTheme(shade: Shade): Readonly<Record<string, unknown>> {
  return { "workbench.colorTheme": themes[shade].name };
}

type Body = (workbench: Workbench) => Promise<void>;

/** Opens a workbench for the time of `body`. If it fails, out/pictures/failed-TIME.png shows what was on the screen. */
export async function inWorkbench(options: WorkbenchOptions, body: Body): Promise<void> {
  const opened = await open(options);
  try {
    await withPictureOfFailure(opened.workbench, body);
  } finally {
    await opened.close();
  }
}

/**
 * One workbench for several tests of a file: the first of them opens it, and after one that fails the next opens another.
 * Each test finds the settings that were asked for; it works on files of its own and leaves no list or dialog open.
 */
export function sharedWorkbench(options: WorkbenchOptions): (body: Body) => Promise<void> {
  let shared: Opened | undefined;
  atEnd(async () => shared?.close());
  return async (body) => {
    shared ??= await open(options);
    const { workbench, close } = shared;
    try {
      workbench.changeSettings({});
      await withPictureOfFailure(workbench, body);
    } catch (error) {
      shared = undefined;
      await close();
      throw error;
    }
  };
}

interface Opened {
  readonly workbench: Workbench;
  readonly close: () => Promise<void>;
}

async function open(options: WorkbenchOptions): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), "iot-jobs-page-"));
  writeFiles(folder, options.files);
  const settings = { ...steadySettings, ...emulatorSettings(options), ...options.settings };
  const vscode = await serverOfTests(options, settings);
  const context = await (await browserOfTests()).newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const close = async (): Promise<void> => {
    // A window that is left ends its extension host; one that is only gone keeps it for hours.
    await page.goto("about:blank").catch(() => undefined);
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const changeSettings = (changed: Readonly<Record<string, unknown>>): void =>
    writeSettings(vscode.data, { ...settings, ...changed });
  try {
    const payload =
      options.open === undefined ? [] : [["openFile", vscode.uri(path.join(folder, options.open))] as const];
    await page.goto(vscode.page({ folder, payload }));
    const workbench = workbenchOf({ page, folder, changeSettings });
    await ready(workbench, options.open);
    return { workbench, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A click beside the few lines of a test must not scroll them away, and what moves costs time. A list that follows
 * another closes when the focus comes back late from the first.
 */
const steadySettings = {
  "workbench.quickOpen.closeOnFocusLost": false,
  "editor.scrollBeyondLastLine": false,
  "editor.cursorBlinking": "solid",
  "workbench.reduceMotion": "on",
};

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function emulatorSettings({ emulator }: WorkbenchOptions): Readonly<Record<string, unknown>> {
  return emulator === undefined ? {} : { "iotJobs.endpoint": emulator.endpoint, "iotJobs.region": "us-west-2" };
}

async function ready({ page, focus }: Workbench, open: string | undefined): Promise<void> {
  await page.locator(".monaco-workbench .part.statusbar .statusbar-item").first().waitFor();
  if (open === undefined) return;
  await page.locator(".editor-instance .view-lines").first().waitFor();
  await focus();
}

async function withPictureOfFailure(workbench: Workbench, body: Body): Promise<void> {
  try {
    await body(workbench);
  } catch (error) {
    await workbench.screenshot(`failed-${new Date().toISOString().replaceAll(/[:.]/gu, "-")}`).catch(() => undefined);
    throw error;
  }
}

interface Driven {
  readonly page: Page;
  readonly folder: string;
  readonly changeSettings: (settings: Readonly<Record<string, unknown>>) => void;
}

function workbenchOf({ page, folder, changeSettings }: Driven): Workbench {
  const quickInput = quickInputOf(page);
  const editor = editorOf(page, quickInput);
  const { choices, choose, message, fill, answer, leave, pick, start } = quickInput;
  const runCommand = (title: string): Promise<void> => pick("F1", `>${title}`, title);
  const dialog = page.locator(".monaco-dialog-box");
  const clickAway = (button: Locator): Promise<void> => until(gone(button), () => button.click(patient));
  return {
    page,
    folder,
    ...editor,
    ...{ choices, choose, message, fill, answer, leave },
    openFile: async (name) => {
      await pick("Control+P", name, path.basename(name));
      await page.locator(".tab.active", { hasText: path.basename(name) }).waitFor();
      await editor.focus();
    },
    runCommand,
    startCommand: (title) => start("F1", `>${title}`, title),
    press: (keys) => page.keyboard.press(keys),
    clickAway,
    openProblems: () => runCommand("Problems: Focus on Problems View"),
    problems: page.locator(".markers-panel .monaco-list-row"),
    dialog,
    closeDialog: async (name) => {
      await dialog.getByRole("button", { name, exact: true }).waitFor();
      await clickAway(dialog.getByRole("button", { name, exact: true }));
    },
    applyButton: page.locator(".editor-actions").getByRole("button", { name: "Apply Reviewed Update" }),
    cancelButton: page.locator(".editor-actions").getByRole("button", { name: "Cancel Reviewed Update" }),
    ...notificationsOf(page, runCommand),
    openView: (name) => {
      const tab = page.locator(".activitybar").getByRole("tab", { name });
      const open = page.locator(".activitybar").getByRole("tab", { name, selected: true });
      return unless(seen(open.first()), () => tab.first().click(patient));
    },
    treeRows: rowsOf(page, "Jobs"),
    payloadRows: rowsOf(page, "Payloads"),
    statusBar: page.locator(".part.statusbar"),
    changeSettings,
    reload: async () => {
      await page.reload();
      await page.locator(".monaco-workbench .part.statusbar .statusbar-item").first().waitFor();
    },
    ...picturesOf(page, changeSettings),
  };
}

type Pictures = Pick<Workbench, "changeTheme" | "screenshot" | "screenshotUpTo" | "screenshots">;

function picturesOf(page: Page, changeSettings: Workbench["changeSettings"]): Pictures {
  const changeTheme = async (shade: Shade): Promise<void> => {
    changeSettings(inTheme(shade));
    await page.locator(`.monaco-workbench.${themes[shade].kind}`).waitFor();
  };
  const shoot = async (name: string, clip?: Box): Promise<void> => {
    mkdirSync(path.join(root, "out/pictures"), { recursive: true });
    const file = path.join(root, "out/pictures", `${name}.png`);
    await page.screenshot({ path: file, animations: "disabled", ...(clip && { clip }) });
  };
  const screenshot = (name: string): Promise<void> => shoot(name);
  return {
    changeTheme,
    screenshot,
    screenshotUpTo: async (parts, name) => {
      const { x, y } = await boxOf(page.locator(".editor-group-container.active"));
      const boxes = await Promise.all(parts.map(boxOf));
      const width = Math.max(...boxes.map((box) => box.x + box.width)) + 16 - x;
      const height = Math.max(...boxes.map((box) => box.y + box.height)) + 32 - y;
      await shoot(name, { x, y, width, height });
    },
    screenshots: async (name) => {
      for (const shade of ["dark", "light"] as const) {
        await changeTheme(shade);
        await screenshot(`${name}-${shade}`);
      }
    },
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(part: Locator): Promise<Box> {
  return (await part.first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
}

type Notifications = Pick<Workbench, "notifications" | "notified" | "clearNotifications">;

function notificationsOf(page: Page, runCommand: (title: string) => Promise<void>): Notifications {
  const notifications = page.locator(
    ".notifications-toasts .notification-list-item-message, .notifications-center .notification-list-item-message",
  );
  return {
    notifications,
    notified: async (text) => {
      const wanted = seen(notifications.filter({ hasText: text }).first());
      // What comes before a window has settled down stands under the bell alone, and no toast stays.
      if (!(await wanted(15_000))) await until(wanted, () => runCommand("Notifications: Show Notifications"));
    },
    clearNotifications: () =>
      until(gone(notifications.first()), () => runCommand("Notifications: Clear All Notifications")),
  };
}

function rowsOf(page: Page, view: string): Locator {
  const header = page.locator(".pane-header .title", { hasText: new RegExp(`^${view}$`, "u") });
  return page.locator(".sidebar .pane", { has: header }).locator(".monaco-list-row");
}
