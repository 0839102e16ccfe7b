import assert from "node:assert/strict";
import { test } from "node:test";
import { startEmulator } from "../../../emulator/src/emulator";
import { inWorkbench } from "./workbench";

const file = "update-job.json";

test("the Jobs view pages through jobs and executions, and follows the region chosen", async () => {
  const emulator = await startEmulator({ region: "us-west-2", jobs: 120 });
  const settings = { "workbench.colorTheme": "Default Dark Modern" };
  try {
    await inWorkbench({ files: { [file]: "{}\n" }, emulator, settings }, async (workbench) => {
      const { treeRows } = workbench;
      await workbench.openView("IoT Jobs");
      const job = treeRows.filter({ hasText: "firmware-2-14-0-europe" });
      await job.click();
      await treeRows.filter({ hasText: "Executions" }).click();
      await treeRows.filter({ hasText: "Queued" }).click();
      await treeRows
        .filter({ hasText: /^gateway/iu })
        .first()
        .waitFor();
      await workbench.screenshot("executions");
      const calls = (operation: string): number =>
        emulator.requests.filter((request) => request.operation === operation).length;
      assert.equal(calls("DescribeJob"), 1, "one DescribeJob for the job that was opened, none for the others");
      assert.equal(calls("ListJobExecutionsForJob"), 1);

      await treeRows.filter({ hasText: "Queued" }).click();
      await job.click();
      await treeRows.first().focus();
      await workbench.press("End");
      await treeRows.filter({ hasText: "Load more" }).click();
      await treeRows.filter({ hasText: "Load more" }).waitFor({ state: "detached" });
      assert.equal(calls("ListJobs"), 2);

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
  } finally {
    await emulator.close();
  }
});
