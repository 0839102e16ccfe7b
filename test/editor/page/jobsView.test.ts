import assert from "node:assert/strict";
import { test } from "node:test";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
import { type Workbench, inWorkbench } from "./workbench";

const file = "update-job.json";
const dark = { "workbench.colorTheme": "Default Dark Modern" };

interface View {
  readonly jobs: number;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A workbench whose view *IoT Jobs* is open, on an emulator of so many jobs. */
async function inJobsView(
  { jobs, settings = {} }: View,
  body: (workbench: Workbench, emulator: Emulator) => Promise<void>,
): Promise<void> {
  const emulator = await startEmulator({ region: "us-west-2", jobs });
  try {
    await inWorkbench({ files: { [file]: "{}\n" }, emulator, settings }, async (workbench) => {
      await workbench.openView("IoT Jobs");
      await body(workbench, emulator);
    });
  } finally {
    await emulator.close();
  }
}

/** Row of the tree by its text. */
const row = ({ treeRows }: Workbench, text: string | RegExp) => treeRows.filter({ hasText: text }).first();

const header = ({ page }: Workbench, text: string | RegExp) =>
  page.locator(".sidebar .pane-header .description", { hasText: text }).first();

test("the Jobs view pages through jobs and executions, and follows the region chosen", async () => {
  await inJobsView({ jobs: 120, settings: dark }, async (workbench, emulator) => {
    const job = row(workbench, "firmware-2-14-0-europe");
    await job.click();
    await row(workbench, "Executions").click();
    await row(workbench, "Queued").click();
    await row(workbench, /^gateway/iu).waitFor();
    await workbench.screenshot("executions");
    const calls = (operation: string): number =>
      emulator.requests.filter((request) => request.operation === operation).length;
    assert.equal(calls("ListJobExecutionsForJob"), 1);

    await header(workbench, "50 of 120").waitFor();
    await row(workbench, "Queued").click();
    await job.click();
    await workbench.treeRows.first().focus();
    await workbench.press("End");
    await row(workbench, "Load more").click();
    await row(workbench, "Load more").waitFor({ state: "detached" });
    await header(workbench, /^120$/u).waitFor();

    await workbench.press("F1");
    await workbench.type("IoT Jobs: Choose AWS Region");
    await workbench.choices.filter({ hasText: "Choose AWS Region" }).first().click();
    await workbench.choices.filter({ hasText: "eu-west-1" }).first().waitFor();
    await workbench.type("eu-west-1");
    await workbench.choices.filter({ hasText: "eu-west-1" }).first().click();
    await workbench.statusBar.filter({ hasText: "eu-west-1" }).waitFor();
    await workbench.page.locator(".welcome-view-content", { hasText: "no jobs" }).waitFor();
    await workbench.screenshot("no-jobs");
  });
});
