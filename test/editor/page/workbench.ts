// A real VS Code in a headless browser, on a fresh workspace, to drive by mouse and keyboard.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser } from "../../../scripts/browser.mjs";
import { root } from "../../../scripts/child.mjs";
import { startVscode } from "../../../scripts/vscode.mjs";
import { writeSettings } from "../../../scripts/vscodeProfile.mjs";

export interface WorkbenchOptions {
  /** Text by path in the workspace. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is open at first. */
  readonly open?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where the AWS calls go, at region us-west-2. */
  readonly emulator?: { readonly endpoint: string };
  /** Over the environment with fake AWS credentials; a name set to undefined is taken out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A packaged extension to install; without it the one that was built runs. */
  readonly vsix?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  /** For what has no method of its own here. */
  readonly page: Page;
  readonly folder: string;
  /** Opens a file of the workspace and puts the keyboard into it. */
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command by its title, from the palette. */
  readonly runCommand: (title: string) => Promise<void>;
  /** The same for a command that asks something: its list takes the place of the palette. */
  readonly startCommand: (title: string) => Promise<void>;
  /** Pastes text: nothing is closed or indented by the editor. */
  readonly paste: (text: string) => Promise<void>;
  /** Types one key after the other. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (keys: string) => Promise<void>;
  /** Puts the cursor of the active editor, both counted from 1. */
  readonly goTo: (line: number, column: number) => Promise<void>;
  /** Replaces all text of the active editor. */
  readonly replaceText: (text: string) => Promise<void>;
  /** The visible lines of the active editor. */
  readonly text: () => Promise<string>;
  /** The underlines of errors in the active editor. */
  readonly errors: Locator;
  readonly warnings: Locator;
  /** Opens the Problems view and gives its rows, files and problems alike. */
  readonly problems: () => Promise<readonly string[]>;
  /** Rests the mouse on the first such text in the active editor and gives what the hover says. */
  readonly hover: (text: string) => Promise<string>;
  /** Rows of the list of completions, when it is shown. */
  readonly suggestions: Locator;
  /** Rows of the quick pick or of the palette. */
  readonly choices: Locator;
  readonly dialog: Locator;
  /** The buttons of an open review, in the title of its editor. */
  readonly applyButton: Locator;
  readonly cancelButton: Locator;
  /** The visible lines of both sides of the active diff editor. */
  readonly diff: () => Promise<{ readonly before: string; readonly after: string }>;
  readonly notifications: Locator;
  /** Opens the view container by its name in the activity bar. */
  readonly openView: (name: string) => Promise<void>;
  /** Rows of the view *Jobs*. */
  readonly treeRows: Locator;
  readonly payloadRows: Locator;
  readonly statusBar: Locator;
  /** Replaces the settings of the machine; VS Code takes them at once. */
  readonly changeSettings: (settings: Readonly<Record<string, unknown>>) => void;
  /** Makes out/pictures/NAME.png. */
  readonly screenshot: (name: string) => Promise<void>;
}

/** Opens a workbench for the time of `body`. If it fails, out/pictures/failed-TITLE.png shows what was on the screen. */
export async function inWorkbench(
  options: WorkbenchOptions,
  body: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "iot-jobs-page-"));
  writeFiles(folder, options.files);
  // A click beside the few lines of a test must not scroll them away.
  const settings = { "editor.scrollBeyondLastLine": false, ...emulatorSettings(options), ...options.settings };
  const vscode = await startVscode({
    settings,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.vsix === undefined ? {} : { extension: { kind: "package", file: options.vsix } }),
  });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const payload =
      options.open === undefined ? [] : [["openFile", vscode.uri(path.join(folder, options.open))] as const];
    await page.goto(vscode.page({ folder, payload }));
    const workbench = workbenchOf({
      page,
      folder,
      changeSettings: (changed) => writeSettings(vscode.data, { ...settings, ...changed }),
    });
    await ready(workbench, options.open);
    await withPictureOfFailure(workbench, body);
  } finally {
    await browser?.close();
    await vscode.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

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

async function ready({ page }: Workbench, open: string | undefined): Promise<void> {
  await page.locator(".monaco-workbench .part.statusbar .statusbar-item").first().waitFor();
  if (open === undefined) return;
  await page.locator(".editor-instance .view-lines").first().waitFor();
  await page.locator(".editor-instance .view-lines").first().click();
}

async function withPictureOfFailure(
  workbench: Workbench,
  body: (workbench: Workbench) => Promise<void>,
): Promise<void> {
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

const activeEditor = ".editor-group-container.active .editor-instance";

function workbenchOf({ page, folder, changeSettings }: Driven): Workbench {
  const { keyboard } = page;
  const editor = page.locator(activeEditor);
  const pick = pickIn(page);
  return {
    page,
    folder,
    openFile: async (name) => {
      await pick("Control+P", name);
      await page.locator(".tab.active", { hasText: path.basename(name) }).waitFor();
      await editor.locator(".view-lines").first().click();
    },
    runCommand: (title) => pick("F1", `>${title}`),
    startCommand: (title) => takeRow(page, "F1", `>${title}`),
    paste: (text) => paste(page, text),
    type: (text) => keyboard.type(text, { delay: 10 }),
    press: (keys) => keyboard.press(keys),
    goTo: (line, column) => pick("Control+G", `:${line}:${column}`),
    replaceText: async (text) => {
      await editor.locator(".view-lines").first().click();
      await keyboard.press("Control+A");
      await paste(page, text);
    },
    text: () => linesOf(page, activeEditor),
    errors: editor.locator(".squiggly-error"),
    warnings: editor.locator(".squiggly-warning"),
    problems: async () => {
      await pick("F1", ">Problems: Focus on Problems View");
      await page.locator(".markers-panel .monaco-list-row").first().waitFor();
      return page.locator(".markers-panel .monaco-list-row").allInnerTexts();
    },
    hover: (text) => hoverOn(page, editor.locator(".view-line span span", { hasText: text }).first()),
    suggestions: page.locator(".suggest-widget.visible .monaco-list-row"),
    choices: page.locator(".quick-input-widget .monaco-list-row"),
    dialog: page.locator(".monaco-dialog-box"),
    applyButton: page.locator(".editor-actions").getByRole("button", { name: "Apply Reviewed Update" }),
    cancelButton: page.locator(".editor-actions").getByRole("button", { name: "Cancel Reviewed Update" }),
    diff: async () => ({
      before: await linesOf(page, ".editor-group-container.active .editor.original"),
      after: await linesOf(page, ".editor-group-container.active .editor.modified"),
    }),
    notifications: page.locator(
      ".notifications-toasts .notification-list-item-message, .notifications-center .notification-list-item-message",
    ),
    openView: (name) => page.locator(".activitybar").getByRole("tab", { name }).first().click(),
    treeRows: rowsOf(page, "Jobs"),
    payloadRows: rowsOf(page, "Payloads"),
    statusBar: page.locator(".part.statusbar"),
    changeSettings,
    screenshot: async (name) => {
      mkdirSync(path.join(root, "out/pictures"), { recursive: true });
      await page.screenshot({ path: path.join(root, "out/pictures", `${name}.png`), animations: "disabled" });
    },
  };
}

function rowsOf(page: Page, view: string): Locator {
  const header = page.locator(".pane-header .title", { hasText: new RegExp(`^${view}$`, "u") });
  return page.locator(".sidebar .pane", { has: header }).locator(".monaco-list-row");
}

/** Takes a row of a quick input, which then closes. */
function pickIn(page: Page): (key: string, text: string) => Promise<void> {
  return async (key, text) => {
    await takeRow(page, key, text);
    await page.locator(quickInput).waitFor({ state: "hidden" });
  };
}

const quickInput = ".quick-input-widget input.input";

/** Opens a quick input by its key, types into it, and takes the first row that names what was typed. */
async function takeRow(page: Page, key: string, text: string): Promise<void> {
  const input = page.locator(quickInput);
  const wanted = text.replace(/^>/u, "");
  const row = page.locator(".quick-input-widget .monaco-list-row", { hasText: wanted }).first();
  await page.keyboard.press(key);
  await input.waitFor();
  await input.fill(text);
  if (text.startsWith(":")) return page.keyboard.press("Enter");
  // A palette that opens before an extension is known does not learn of its commands.
  if (!(await appears(row))) await input.fill(`${text} `).then(() => input.fill(text));
  await row.click();
  await row.waitFor({ state: "hidden" });
}

function appears(row: Locator): Promise<boolean> {
  return row.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press("Control+V");
}

/** Before the extension has answered once, a hover may stay empty: the mouse goes away and comes back. */
async function hoverOn(page: Page, word: Locator): Promise<string> {
  const hover = page.locator(".monaco-hover:not(.hidden) .hover-contents");
  for (let tries = 0; tries < 8 && (await hover.count()) === 0; tries++) {
    await page.mouse.move(0, 0);
    await word.hover();
    await hover
      .first()
      .waitFor({ timeout: 2500 })
      .catch(() => undefined);
  }
  return (await hover.allInnerTexts()).join("\n");
}

/** Lines stand in the page in the order of their making: their places tell the order of the text. */
function linesOf(page: Page, editor: string): Promise<string> {
  return page.evaluate<string>(`[...document.querySelectorAll(${JSON.stringify(`${editor} .view-line`)})]
    .sort((one, other) => one.offsetTop - other.offsetTop)
    .map((line) => line.textContent.replaceAll("\\u00a0", " "))
    .join("\\n")`);
}
