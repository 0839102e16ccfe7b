import { test } from "node:test";
import { notations, payload } from "../../server/fourNotations";
import { type Workbench, sharedWorkbench } from "./workbench";

/** A file of each notation: its name, the line with the job id, and an empty line for one more member after it. */
const places = {
  json: { name: "a.update-job.json", id: '"example-job-01",\n', empty: "  ", end: "\n" },
  yaml: { name: "b.update-job.yaml", id: "example-job-01\n", empty: "", end: "\n" },
  options: { name: "c.update-job", id: "--job-id example-job-01\n", empty: "", end: "\n" },
  script: { name: "d.sh", id: "--job-id example-job-01 \\\n", empty: "    ", end: "\\\n" },
} as const;

type Notation = (typeof notations)[number];

/** With the empty line, and with a rate that is too high. */
function textIn(notation: Notation): string {
  const { id, empty, end } = places[notation];
  return payload[notation].replace(id, `${id}${empty}${end}`).replace(/(?<=maximumPerMinute\W+)1000/u, "2000");
}

/** Line and column of the end of some text, counted from 1. */
function endOf(text: string, part: string): readonly [line: number, column: number] {
  const before = text.slice(0, text.indexOf(part) + part.length).split("\n");
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

/** The cursor stands in the threshold of the first criterion. */
async function readsThePayload(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await page.locator(".codelens-decoration", { hasText: /Run UpdateJob.*Compare with Live Job.*Convert/u }).waitFor();
  await page.locator(".editor-actions [aria-label^='Run UpdateJob']").waitFor();
  for (const hint of ["= 7 days", "cancels if 10.5 % of 3+ failed", "expiresInSec: 3600"])
    await workbench.line(hint).waitFor();
  const crumbs = page.locator(".breadcrumbs-control", { hasText: /abortConfig.*criteriaList.*thresholdPercentage/u });
  await crumbs.first().waitFor();
  await workbench.hover("thresholdPercentage", /at least 10.5 % of 3 or more finished executions/u);
}

const files = Object.fromEntries(notations.map((notation) => [places[notation].name, textIn(notation)]));
const settings = { "editor.wordWrap": "on" };
const window = sharedWorkbench({ files, settings, size: { width: 1400, height: 720 } });

for (const shade of ["light", "dark"] as const) {
  for (const notation of notations) {
    test(`lenses, hints, breadcrumbs, a hover, the light bulb and completion, in ${notation} and ${shade}`, async () => {
      await window(async (workbench) => {
        const { name, id, empty } = places[notation];
        const text = textIn(notation);
        await workbench.changeTheme(shade);
        await workbench.openFile(name);
        await workbench.goTo(...endOf(text, "thresholdPercentage"));
        await readsThePayload(workbench);
        await workbench.screenshotUpTo(
          [workbench.line("= 7 days"), workbench.hovers.first()],
          `language-${notation}-${shade}`,
        );
        await workbench.leaveHover();

        await workbench.goTo(...endOf(text, "2000"));
        await workbench.page.locator(".lightBulbWidget, [class*=gutter-lightbulb]").first().waitFor();
        await workbench.offersFix("Change to 1000");
        await workbench.screenshotUpTo([workbench.page.locator(".action-widget")], `fixes-${notation}-${shade}`);
        await workbench.closeList();

        await workbench.goTo(...endOf(text, id + empty));
        await workbench.offers("description");
        await workbench.screenshotUpTo([workbench.page.locator(".suggest-widget")], `completion-${notation}-${shade}`);
        await workbench.closeList();
      });
    });
  }
}
