import assert from "node:assert/strict";
import { test } from "node:test";
import { notations, payload } from "../../server/fourNotations";
import { type Workbench, inWorkbench } from "./workbench";

const names = {
  json: "a.update-job.json",
  yaml: "b.update-job.yaml",
  options: "c.update-job",
  script: "d.sh",
} as const;
const files = Object.fromEntries(notations.map((notation) => [names[notation], payload[notation]]));
const themes = { light: "Default Light Modern", dark: "Default Dark Modern" } as const;

/** Line and column of the end of some text, counted from 1. */
function endOf(text: string, part: string): readonly [line: number, column: number] {
  const before = text.slice(0, text.indexOf(part) + part.length).split("\n");
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

async function breadcrumbs({ page }: Workbench): Promise<string> {
  const items = page.locator(".breadcrumbs-control .monaco-breadcrumb-item");
  await items.filter({ hasText: "thresholdPercentage" }).first().waitFor();
  return (await items.allInnerTexts()).map((text) => text.trim()).join(" › ");
}

for (const [shade, theme] of Object.entries(themes)) {
  test(`hovers, hints, breadcrumbs and lenses say in each notation what a payload does, in a ${shade} theme`, async () => {
    const settings = { "workbench.colorTheme": theme, "editor.wordWrap": "on", "workbench.reduceMotion": "on" };
    await inWorkbench({ files, open: names.json, settings, size: { width: 1400, height: 800 } }, async (workbench) => {
      const { page } = workbench;
      for (const notation of notations) {
        await workbench.openFile(names[notation]);
        const [line, column] = endOf(payload[notation], "thresholdPercentage");
        await workbench.goTo(line, column);
        await page.locator(".codelens-decoration", { hasText: "Run UpdateJob" }).first().waitFor();
        assert.match(await page.locator(".codelens-decoration").first().innerText(), /Run UpdateJob[^]*Convert/u);
        for (const hint of ["= 7 days", "cancels at 10.5 % of 3+ failed", "expiresInSec: 3600"]) {
          await page.locator(".editor-instance .view-line", { hasText: hint }).first().waitFor();
        }
        assert.match(await breadcrumbs(workbench), /abortConfig › criteriaList › .*thresholdPercentage/u);
        assert.match(await workbench.hover("thresholdPercentage"), /at least 10.5 % of 3 or more finished executions/u);
        await workbench.screenshot(`language-${notation}-${shade}`);
        await workbench.press("Escape");
      }
    });
  });
}
