import assert from "node:assert/strict";
import { test } from "node:test";
import {
  calls,
  choose,
  collapse,
  dark,
  expand,
  header,
  highContrast,
  inJobsView,
  light,
  message,
  row,
  walkTo,
} from "./jobsPane";
import { gone, patient, seen, until } from "./patience";

test("the Jobs view pages through jobs and executions, and follows the region chosen", async () => {
  await inJobsView({ jobs: 120, settings: dark }, async (workbench, emulator) => {
    await expand(workbench, "firmware-2-14-0-europe");
    await expand(workbench, "Executions");
    await expand(workbench, "Queued");
    await row(workbench, /^gateway/iu).waitFor();
    await workbench.screenshot("executions");
    assert.equal(calls(emulator, "ListJobExecutionsForJob"), 1);

    await header(workbench, "50 of 120").waitFor();
    await collapse(workbench, "Queued");
    await collapse(workbench, "firmware-2-14-0-europe");
    await until(seen(row(workbench, "Load more")), () => workbench.treeRows.first().press("End", patient));
    await until(gone(row(workbench, "Load more")), () => row(workbench, "Load more").click(patient));
    await header(workbench, /^120$/u).waitFor();

    await choose(workbench, "Choose AWS Region", "eu-west-1");
    await workbench.statusBar.filter({ hasText: "eu-west-1" }).waitFor();
    await workbench.page.locator(".welcome-view-content", { hasText: "no jobs" }).waitFor();
    await header(workbench, "Default credentials · eu-west-1").waitFor();
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
    await collapse(workbench, "In progress");
    await expand(workbench, "Completed");
    await row(workbench, "Completed").filter({ hasText: "50 of 300+" }).waitFor();
    await choose(workbench, "Show Jobs as a Flat List");

    await choose(workbench, "Filter Jobs", "Status", "canceled");
    await message(workbench, "Filter: canceled").waitFor();
    await row(workbench, "firmware-2-13-2-asia").waitFor();
    await choose(workbench, "Find Jobs by ID…");
    await workbench.answer("Part of the job id", "ACCRA");
    await message(workbench, "Filter: canceled · id with “ACCRA”").waitFor();
    await header(workbench, "50 of 500+").waitFor();
    await workbench.screenshot("jobs-filtered");

    const before = calls(emulator, "ListJobs");
    await workbench.reload();
    await workbench.openView("IoT Jobs");
    await message(workbench, "Filter: canceled · id with “ACCRA”").waitFor();
    assert.ok(calls(emulator, "ListJobs") > before);

    await choose(workbench, "Find Jobs by ID…");
    await workbench.answer("Part of the job id", "no-job-is-called-so");
    await workbench.page.locator(".welcome-view-content", { hasText: "No job matches" }).waitFor();
    await header(workbench, "canceled · id with “no-job-is-called-so”").waitFor();
    await workbench.screenshot("jobs-no-match");
    await choose(workbench, "Filter Jobs", "Status");
    await workbench.choices.filter({ hasText: "canceled" }).filter({ hasText: "now" }).waitFor();
    await workbench.leave();
    await workbench.clickAway(workbench.page.getByRole("button", { name: "Clear Filters" }));
    await row(workbench, "example-job-01").waitFor();
    await header(workbench, "50 of 300+").waitFor();
  });
});

test("jobs are filtered by target selection, thing group and namespace, each asked of the service", async () => {
  await inJobsView({ jobs: 1000, settings: dark }, async (workbench, emulator) => {
    const asked = (): unknown => emulator.requests.findLast(({ operation }) => operation === "ListJobs")?.query;
    await choose(workbench, "Filter Jobs", "Target selection", "continuous");
    await message(workbench, "Filter: continuous").waitFor();
    await row(workbench, "security-patch-openssl").waitFor();
    await row(workbench, "camera-model-3").waitFor({ state: "detached" });

    await choose(workbench, "Filter Jobs", "Thing group");
    await workbench.answer("Name of the thing group", "gateways-asia");
    await message(workbench, "Filter: continuous · thing group gateways-asia").waitFor();
    await header(workbench, /^1$/u).waitFor();

    await choose(workbench, "Filter Jobs", "Thing group");
    await workbench.answer("Name of the thing group", "");
    await choose(workbench, "Filter Jobs", "Namespace");
    await workbench.answer("Id of the namespace", "greengrass");
    await message(workbench, "Filter: continuous · namespace greengrass").waitFor();
    await row(workbench, "security-patch-openssl").waitFor({ state: "detached" });
    assert.deepEqual(asked(), { maxResults: "50", namespaceId: "greengrass", targetSelection: "CONTINUOUS" });
    await workbench.screenshot("jobs-filtered-by-service");
  });
});

test("a job shows all that belongs to it, by keyboard alone", async () => {
  await inJobsView({ jobs: 30, settings: { ...highContrast, "workbench.tree.indent": 12 } }, async (workbench) => {
    const { line, press } = workbench;
    await row(workbench, "camera-model-3").waitFor();
    await workbench.runCommand("IoT Jobs: Focus on Jobs View");
    await walkTo(workbench, "camera-model-3");
    await until(seen(row(workbench, "Tags")), () => press("ArrowRight"));
    await walkTo(workbench, "Configuration");
    const abort = "Abort: at 20 % failed, once 100 things have run";
    await until(seen(row(workbench, abort)), () => press("ArrowRight"));
    await walkTo(workbench, abort);
    await until(seen(row(workbench, "thresholdPercentage")), () => press("ArrowRight"));
    await workbench.screenshot("job-high-contrast");
    await walkTo(workbench, "thresholdPercentage");
    await until(seen(line('"thresholdPercentage": 20')), () => press("Enter"));
    await workbench.statusBar.filter({ hasText: /\(\d+ selected\)/u }).waitFor();
    await workbench.screenshot("value-opened");
    await workbench.runCommand("IoT Jobs: Focus on Jobs View");
    await walkTo(workbench, "Targets");
    await until(seen(row(workbench, "cameras")), () => press("ArrowRight"));
    await walkTo(workbench, "Job Document");
    await until(seen(line("install-model")), () => press("Enter"));
    await workbench.screenshot("job-document");
    await workbench.runCommand("IoT Jobs: Focus on Jobs View");
    await walkTo(workbench, "Tags");
    await until(seen(row(workbench, "vision")), () => press("ArrowRight"));
    await walkTo(workbench, "camera-model-3");
    const copied = workbench.statusBar.filter({ hasText: "Copied camera-model-3" });
    await until(seen(copied), () => press("Control+C"));
  });
});

test("without a network what was shown stays, and says how old it is", async () => {
  await inJobsView({ jobs: 30, settings: dark }, async (workbench, emulator) => {
    await expand(workbench, "security-patch-openssl");
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
