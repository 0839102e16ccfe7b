import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, calls, choose, dark, header, highContrast, inJobsView, light, message, row } from "./jobsPane";

test("the Jobs view pages through jobs and executions, and follows the region chosen", async () => {
  await inJobsView({ jobs: 120, settings: dark }, async (workbench, emulator) => {
    const job = row(workbench, "firmware-2-14-0-europe");
    await job.click();
    await row(workbench, "Executions").click();
    await row(workbench, "Queued").click();
    await row(workbench, /^gateway/iu).waitFor();
    await workbench.screenshot("executions");
    assert.equal(calls(emulator, "ListJobExecutionsForJob"), 1);

    await header(workbench, "50 of 120").waitFor();
    await row(workbench, "Queued").click();
    await job.click();
    await workbench.treeRows.first().focus();
    await workbench.press("End");
    await row(workbench, "Load more").click();
    await row(workbench, "Load more").waitFor({ state: "detached" });
    await header(workbench, /^120$/u).waitFor();

    await workbench.startCommand("IoT Jobs: Choose AWS Region");
    await workbench.choices.filter({ hasText: "eu-west-1" }).first().waitFor();
    await workbench.page.locator(".quick-input-widget input.input").fill("eu-west-1");
    await workbench.choices.filter({ hasText: "eu-west-1" }).first().click();
    await workbench.statusBar.filter({ hasText: "eu-west-1" }).waitFor();
    await workbench.page.locator(".welcome-view-content", { hasText: "no jobs" }).waitFor();
    await workbench.screenshot("no-jobs");
  });
});

test("10,000 jobs are paged, grouped, filtered and searched, and the filter outlives the window", async () => {
  await inJobsView({ jobs: 10_000, settings: light }, async (workbench, emulator) => {
    await header(workbench, "50 of 300+").waitFor();
    await row(workbench, "camera-model-3").filter({ hasText: "failed" }).waitFor();
    await workbench.screenshot("jobs-light");

    await choose(workbench, "Group Jobs by Status");
    await row(workbench, "In progress")
      .filter({ hasText: /50 of \d+/u })
      .waitFor();
    await workbench.screenshot("jobs-by-status");
    await row(workbench, "In progress").click();
    await row(workbench, "Completed").click();
    await row(workbench, "Completed").filter({ hasText: "50 of 300+" }).waitFor();
    await choose(workbench, "Show Jobs as a Flat List");

    await choose(workbench, "Filter Jobs", "Status", "cancelled");
    await message(workbench, "Filter: cancelled").waitFor();
    await row(workbench, "firmware-2-13-2-asia").waitFor();
    await choose(workbench, "Find Jobs by Id");
    await answer(workbench, "ACCRA");
    await message(workbench, "Filter: cancelled · id with “ACCRA”").waitFor();
    await header(workbench, "50 of 500+").waitFor();
    await workbench.screenshot("jobs-filtered");

    const before = calls(emulator, "ListJobs");
    await workbench.page.reload();
    await workbench.openView("IoT Jobs");
    await message(workbench, "Filter: cancelled · id with “ACCRA”").waitFor();
    assert.ok(calls(emulator, "ListJobs") > before);

    await choose(workbench, "Find Jobs by Id");
    await answer(workbench, "no-job-is-called-so");
    await workbench.page.locator(".welcome-view-content", { hasText: "No job matches" }).waitFor();
    await workbench.screenshot("jobs-no-match");
    await workbench.page.getByRole("button", { name: "Clear Filters" }).click();
    await row(workbench, "example-job-01").waitFor();
    await header(workbench, "50 of 300+").waitFor();
  });
});

test("a job shows all that belongs to it, by keyboard alone", async () => {
  await inJobsView({ jobs: 30, settings: { ...highContrast, "workbench.tree.indent": 12 } }, async (workbench) => {
    const { page, press } = workbench;
    await row(workbench, "camera-model-3").waitFor();
    await workbench.runCommand("Focus on Jobs View");
    await press("Home");
    for (let key = 0; key < 2; key++) await press("ArrowDown");
    await press("ArrowRight");
    await row(workbench, "Tags").waitFor();
    await press("ArrowDown");
    await press("ArrowRight");
    await row(workbench, "Abort: at 20 % failed, once 100 things have run").waitFor();
    for (let key = 0; key < 3; key++) await press("ArrowDown");
    await press("ArrowRight");
    await row(workbench, "thresholdPercentage").waitFor();
    await workbench.screenshot("job-high-contrast");
    for (let key = 0; key < 3; key++) await press("ArrowDown");
    await press("Enter");
    await page.locator(".view-line", { hasText: '"thresholdPercentage": 20' }).first().waitFor();
    await workbench.statusBar.filter({ hasText: /\(\d+ selected\)/u }).waitFor();
    await workbench.screenshot("value-opened");
    await row(workbench, "Tags").click();
    await row(workbench, "vision").waitFor();
    await row(workbench, "Targets").click();
    await row(workbench, "cameras").waitFor();
    await row(workbench, "Job Document").focus();
    await row(workbench, "Job Document").click();
    await page.locator(".view-line", { hasText: "install-model" }).first().waitFor();
    await workbench.screenshot("job-document");
    await row(workbench, "camera-model-3").click();
    await press("Control+C");
    await workbench.statusBar.filter({ hasText: "Copied camera-model-3" }).waitFor();
  });
});

test("without a network what was shown stays, and says how old it is", async () => {
  await inJobsView({ jobs: 30, settings: dark }, async (workbench, emulator) => {
    await row(workbench, "security-patch-openssl").click();
    await row(workbench, "Executions").waitFor();
    await row(workbench, "thermostat-schedule-fix").click({ modifiers: ["Control"] });
    emulator.inject({ operation: "ListJobs", kind: "drop-before" });
    await workbench.runCommand("IoT Jobs: Refresh Jobs");
    await message(workbench, /could not be reached.*as of .*\(now\)/su).waitFor();
    await row(workbench, "Executions").waitFor();
    await workbench.screenshot("jobs-stale");
    emulator.clearFaults();
    await workbench.runCommand("IoT Jobs: Refresh Jobs");
    await message(workbench, /could not be reached/u).waitFor({ state: "detached" });
    await row(workbench, "Executions").waitFor();
  });
});
