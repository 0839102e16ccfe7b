// The active editor of a workbench: what it shows, and how it is typed into and asked.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { gone, patient, seen, unless, until, within } from "./patience";
import type { QuickInput } from "./quickInput";

export interface Editor {
  /** Puts the keyboard into the editor, if it is elsewhere. */
  readonly focus: () => Promise<void>;
  /** Puts the cursor of the active editor, both counted from 1. */
  readonly goTo: (line: number, column: number) => Promise<void>;
  /** Types one key after the other. */
  readonly type: (text: string) => Promise<void>;
  /** Pastes text and sees it arrive: nothing is closed or indented by the editor. */
  readonly paste: (text: string) => Promise<void>;
  /** Replaces all text. */
  readonly replaceText: (text: string) => Promise<void>;
  /** The visible lines. */
  readonly text: () => Promise<string>;
  /** Waits until the visible lines are, or match, this text. */
  readonly shows: (text: string | RegExp) => Promise<void>;
  /** The visible lines of both sides of a diff. */
  readonly diff: () => Promise<{ readonly before: string; readonly after: string }>;
  /** A visible line by a part of its text. */
  readonly line: (text: string | RegExp) => Locator;
  /** The underlines of errors. */
  readonly errors: Locator;
  readonly warnings: Locator;
  /** Rests the mouse on the first such word until the hover says it. */
  readonly hover: (word: string, says: string | RegExp) => Promise<void>;
  readonly hovers: Locator;
  /** Takes the mouse away, and the hover with it. */
  readonly leaveHover: () => Promise<void>;
  /** Rows of the list of completions, when it is shown. */
  readonly suggestions: Locator;
  /** Waits for a row of that list; asks for the list where it did not come by itself. */
  readonly offers: (row: string) => Promise<void>;
  /** Takes a row of that list. */
  readonly accept: (row: string) => Promise<void>;
  /** Opens the light bulb at the cursor until it has such a row. */
  readonly offersFix: (row: string) => Promise<void>;
  /** Takes a row of the light bulb at the cursor. */
  readonly fix: (row: string) => Promise<void>;
  /** Leaves either list. */
  readonly closeList: () => Promise<void>;
}

const hovers = ".monaco-hover:not(.hidden):visible, .workbench-hover:visible";
const active = ".editor-group-container.active .editor-instance";

export function editorOf(page: Page, quickInput: QuickInput): Editor {
  const { keyboard } = page;
  const editor = page.locator(active);
  // Not by a click, which would put the cursor elsewhere.
  const focus = () =>
    unless(seen(editor.locator(".monaco-editor.focused").first()), () =>
      editor.locator(".native-edit-context, textarea.inputarea").first().focus(patient),
    );
  return {
    focus,
    goTo: (line, column) => goTo(page, quickInput, { line, column }),
    paste: async (text) => {
      await focus();
      const before = await linesOf(page, active);
      await paste(page, text);
      await page.waitForFunction(differsFrom(before));
    },
    replaceText: async (text) => {
      if ((await linesOf(page, active)) === text) return;
      const replaced = async (): Promise<void> => {
        await focus();
        await keyboard.press("Control+A");
        await (text === "" ? keyboard.press("Delete") : paste(page, text));
      };
      await changing(page, replaced, text.slice(0, 12));
    },
    type: (text) =>
      changing(page, async () => {
        await focus();
        await keyboard.type(text, { delay: 10 });
      }),
    text: () => linesOf(page, active),
    shows: (text) => shows(page, text),
    diff: async () => ({
      before: await linesOf(page, ".editor-group-container.active .editor.original"),
      after: await linesOf(page, ".editor-group-container.active .editor.modified"),
    }),
    line: (text) => editor.locator(".view-line", { hasText: text }).first(),
    errors: editor.locator(".squiggly-error"),
    warnings: editor.locator(".squiggly-warning"),
    hover: (word, says) => hoverUntil(page, editor.locator(".view-line span span", { hasText: word }).first(), says),
    hovers: page.locator(hovers),
    leaveHover: () => until(gone(page.locator(hovers).first()), () => page.mouse.move(0, 0)),
    ...suggestionsOf(page),
    ...lightBulbOf(page),
    closeList: () =>
      until(gone(page.locator(".suggest-widget.visible, .action-widget").first()), () => keyboard.press("Escape")),
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

async function goTo(page: Page, { pick }: QuickInput, { line, column }: Place): Promise<void> {
  const place = page.locator("#status\\.editor\\.selection", {
    hasText: new RegExp(`^Ln ${line}, Col ${column}$`, "u"),
  });
  const row = new RegExp(`line ${line} at column ${column}\\.$`, "u");
  await until(seen(place), () => pick("Control+G", `:${line}:${column}`, row));
}

/**
 * The keys that a window loses when it is busy are all of them: where nothing has changed, they are pressed again. Hints that
 * come are a change, too: `start` is what the text is to start with.
 */
async function changing(page: Page, act: () => Promise<void>, start = ""): Promise<void> {
  const changed = `${differsFrom(await linesOf(page, active))} && ${startsWith(start)}`;
  await until(
    within((timeout) => page.waitForFunction(changed, undefined, { timeout })),
    act,
  );
}

function startsWith(text: string): string {
  return `${lines(active)}.startsWith(${JSON.stringify(text.split("\n", 1)[0])})`;
}

function differsFrom(text: string): string {
  return `${lines(active)} !== ${JSON.stringify(text)}`;
}

/** Without a second try: VS Code asks its extensions before it pastes, and what is typed meanwhile overtakes it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press("Control+V");
}

async function shows(page: Page, text: string | RegExp): Promise<void> {
  const condition =
    typeof text === "string"
      ? `${lines(active)} === ${JSON.stringify(text)}`
      : `${String(text)}.test(${lines(active)})`;
  if (await within((timeout) => page.waitForFunction(condition, undefined, { timeout }))(20_000)) return;
  const found = await linesOf(page, active);
  if (typeof text === "string") assert.equal(found, text);
  else assert.match(found, text);
}

/** Before the extension has answered once, a hover may stay empty: the mouse goes away and comes back. */
function hoverUntil(page: Page, word: Locator, says: string | RegExp): Promise<void> {
  const hover = page.locator(hovers).filter({ hasText: says }).first();
  return until(seen(hover), async () => {
    await page.mouse.move(0, 0);
    await word.hover(patient);
  });
}

function suggestionsOf(page: Page): Pick<Editor, "suggestions" | "offers" | "accept"> {
  const suggestions = page.locator(".suggest-widget.visible .monaco-list-row");
  const rowOf = (text: string): Locator => suggestions.filter({ hasText: text }).first();
  const offers = async (text: string): Promise<void> => {
    if (await seen(rowOf(text))(3000)) return;
    await until(seen(rowOf(text)), async () => {
      if ((await suggestions.count()) > 0) await page.keyboard.press("Escape");
      await page.keyboard.press("Control+Space");
    });
  };
  return {
    suggestions,
    offers,
    accept: async (text) => {
      await offers(text);
      await until(gone(rowOf(text)), () => rowOf(text).click(patient));
    },
  };
}

function lightBulbOf(page: Page): Pick<Editor, "offersFix" | "fix"> {
  const rows = page.locator(".action-widget .monaco-list-row");
  const rowOf = (text: string): Locator => rows.filter({ hasText: text }).first();
  const offersFix = (text: string): Promise<void> =>
    unless(seen(rowOf(text)), async () => {
      if ((await rows.count()) > 0) await page.keyboard.press("Escape");
      await page.keyboard.press("Control+.");
    });
  return {
    offersFix,
    fix: async (text) => {
      await offersFix(text);
      await until(gone(rowOf(text)), () => rowOf(text).click(patient));
    },
  };
}

function linesOf(page: Page, editor: string): Promise<string> {
  return page.evaluate<string>(lines(editor));
}

/** Lines stand in the page in the order of their making: their places tell the order of the text. */
function lines(editor: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(`${editor} .view-line`)})]
    .sort((one, other) => one.offsetTop - other.offsetTop)
    .map((line) => line.textContent.replaceAll("\\u00a0", " "))
    .join("\\n")`;
}
