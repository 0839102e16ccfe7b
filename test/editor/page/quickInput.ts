// The palette, the lists and the questions of VS Code, in the middle above.
import type { Locator, Page } from "playwright-core";
import { gone, patient, seen, until } from "./patience";

/** A row is meant by its whole label, or by a part of its text. */
type Row = string | RegExp;

export interface QuickInput {
  /** Opens a list by its key, types into it and takes a row; what the row asks takes the place of the list. */
  readonly start: (key: string, typed: string, row: Row) => Promise<void>;
  /** The same for a row that asks nothing. */
  readonly pick: (key: string, typed: string, row: Row) => Promise<void>;
  /** Rows of the list. */
  readonly choices: Locator;
  /** Takes a row of a list that is open or about to open. */
  readonly choose: (row: Row) => Promise<void>;
  /** What stands below the input: what it asks, or what is wrong with the answer. */
  readonly message: (text: string | RegExp) => Locator;
  /** Types over what the input holds. */
  readonly fill: (text: string) => Promise<void>;
  /** Answers a question and sees it go. */
  readonly answer: (question: string, text: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

export function quickInputOf(page: Page): QuickInput {
  const widget = page.locator(".quick-input-widget");
  const input = widget.locator("input.input");
  const choices = widget.locator(".monaco-list-row");
  const message = (text: string | RegExp): Locator => widget.locator(".quick-input-message", { hasText: text });
  const rowOf = (row: Row): Locator => choices.filter({ has: page.getByText(row, { exact: true }) }).first();
  const choose = async (row: Row): Promise<void> => {
    await rowOf(row).waitFor();
    await until(gone(rowOf(row)), () => rowOf(row).click(patient));
  };
  const start = async (key: string, typed: string, row: Row): Promise<void> => {
    await until(seen(rowOf(row)), async () => {
      // A palette that opens before an extension is known does not learn of its commands: it is opened again.
      if (await input.isVisible()) await page.keyboard.press("Escape");
      await input.waitFor({ ...patient, state: "hidden" });
      await page.keyboard.press(key);
      await input.fill(typed, patient);
    });
    await choose(row);
  };
  return {
    start,
    pick: async (...asked) => {
      await start(...asked);
      await input.waitFor({ state: "hidden" });
    },
    choices,
    choose,
    message,
    fill: (text) => input.fill(text),
    answer: async (question, text) => {
      await message(question).waitFor();
      await input.fill(text);
      await until(gone(message(question)), () => input.press("Enter", patient));
    },
    leave: () => until(gone(input), () => input.press("Escape", patient)),
  };
}
