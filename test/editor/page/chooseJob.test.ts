import assert from "node:assert/strict";
import { test } from "node:test";
import { startEmulator } from "../../../emulator/src/emulator";
import { choose, inJobsView } from "./jobsPane";
import { gone, seen, until } from "./patience";
import { inWorkbench } from "./workbench";

const files = { "update-job.json": "{}\n" };
const copied = "Copied camera-model-3";

test("jobs are there to choose from before their view was opened, and more of them on demand", async () => {
  const emulator = await startEmulator({ region: "us-west-2", jobs: 120 });
  try {
    await inWorkbench({ files, emulator }, async (workbench) => {
      const { choices, statusBar, press, fill } = workbench;
      const more = choices.filter({ hasText: "only 50: load more" });
      await choose(workbench, "Copy Job ID");
      await choices.filter({ hasText: "example-job-01" }).first().waitFor();
      await workbench.screenshot("choose-job");
      const first = choices.first().filter({ hasText: "camera-model-3" });
      await until(seen(first), () => fill("camera"));
      await choices.nth(1).filter({ hasText: "Use this id: camera" }).waitFor();
      await workbench.screenshot("choose-job-typed");
      await until(gone(more), () => more.click());
      await first.waitFor();
      await until(seen(statusBar.filter({ hasText: copied })), () => press("Enter"));

      await choose(workbench, "Copy Job ID");
      const only = choices.first().filter({ hasText: "Use this id: nobody-knows-it" });
      await until(seen(only), () => fill("nobody-knows-it"));
      await until(seen(statusBar.filter({ hasText: "Copied nobody-knows-it" })), () => press("Enter"));
    });
  } finally {
    await emulator.close();
  }
});

test("where no jobs can be listed to choose from, the list closes and it is said why", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  emulator.inject({ operation: "ListJobs", kind: "denied" });
  try {
    await inWorkbench({ files, emulator }, async (workbench) => {
      await choose(workbench, "Copy Job ID");
      await workbench.notified("Ask for the permission");
      await workbench.choices.first().waitFor({ state: "hidden" });
    });
  } finally {
    await emulator.close();
  }
});

test("jobs that are grouped are there to choose from, too, those of groups that are closed on demand", async () => {
  await inJobsView({ jobs: 12 }, async (workbench) => {
    await choose(workbench, "Group Jobs by Status");
    await workbench.treeRows.filter({ hasText: "example-job-01" }).first().waitFor();
    await choose(workbench, "Copy Job ID");
    await workbench.choices.filter({ hasText: "example-job-01" }).first().waitFor();
    const completed = workbench.choices.filter({ hasText: "completed" }).first();
    await until(seen(completed), () => workbench.choices.filter({ hasText: "load more" }).click());
    await workbench.leave();

    await choose(workbench, "Cancel Job");
    await workbench.page.locator(".quick-input-title", { hasText: "Cancel Job" }).waitFor();
    await workbench.choices.filter({ hasText: "example-job-01" }).first().waitFor();
    assert.equal(await completed.count(), 0);
    await workbench.leave();
  });
});
