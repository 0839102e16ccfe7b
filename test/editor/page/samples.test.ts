import assert from "node:assert/strict";
import { test } from "node:test";
import { inWorkbench } from "./workbench";

const file = "update-job.json";
const text = `{ "jobId": "example-job-01", "description": "tried out" }\n`;

/** A machine on which nobody has set up AWS. */
const nothing = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };

test("without AWS, sample jobs are listed, updated, marked as such, and left again", async () => {
  await inWorkbench({ files: { [file]: text }, open: file, env: nothing }, async (workbench) => {
    const { page, treeRows, statusBar } = workbench;
    await workbench.openView("IoT Jobs");
    await page.locator(".welcome-view-content").getByRole("button", { name: "Use Sample Jobs" }).click();
    await treeRows.filter({ hasText: "example-job-01" }).first().waitFor();
    await statusBar.getByText("Sample Jobs").waitFor();
    await workbench.screenshot("samples");

    await workbench.openFile(file);
    await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
    await workbench.applyButton.waitFor();
    assert.match((await workbench.diff()).after, /Sample jobs on this machine, not AWS/u);
    await workbench.screenshot("samples-confirm");
    await workbench.clickAway(workbench.applyButton);
    await workbench.notified("applied, and read back");

    await workbench.runCommand("IoT Jobs: Stop Using Sample Jobs");
    await page.locator(".welcome-view-content", { hasText: "No AWS region is chosen" }).waitFor();
    assert.equal(await statusBar.getByText("Sample Jobs").count(), 0);
  });
});

test("the walkthrough leads from sample jobs to an applied change, and ticks off its steps", async () => {
  const size = { width: 1400, height: 900 };
  // The page of a walkthrough takes the keyboard when it is done loading: no list may close by that.
  const settings = { "workbench.quickOpen.closeOnFocusLost": true };
  await inWorkbench({ files: {}, env: nothing, settings, size }, async (workbench) => {
    const { page } = workbench;
    const ticks = page.locator(".getting-started-step .codicon-getting-started-step-checked");
    const walk = async (): Promise<void> => workbench.runCommand("IoT Jobs: Get Started");
    await walk();
    await page.getByRole("button", { name: "Use Sample Jobs", exact: true }).click();
    await ticks.first().waitFor();
    await workbench.screenshot("walkthrough");

    await page.getByText("Open a job as a file").click();
    await page.getByRole("button", { name: "Open a Job", exact: true }).click();
    await workbench.choose("example-job-01");
    await workbench.choose(/JSON/u);
    await page.locator(".editor-instance .view-line", { hasText: "maximumPerMinute" }).first().waitFor();
    // The last of opening: a text typed before would be put where the cursor was meanwhile.
    await workbench.statusBar.getByText("Ln 1, Col 1", { exact: true }).first().waitFor();
    await workbench.replaceText(`{ "jobId": "example-job-01", "description": "tried out" }`);
    await workbench.runCommand("IoT Jobs: Dry Run");
    await page.locator(".tab.active", { hasText: "Dry run: example-job-01" }).waitFor();
    await workbench.runCommand("View: Close Editor");
    await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
    await workbench.clickAway(workbench.applyButton);
    await workbench.notified("applied, and read back");
    await walk();
    await ticks.nth(4).waitFor();
    await workbench.screenshot("walkthrough-done");
  });
});

test("in a window without a folder, too, a job opens as a payload that is known for one, and converts to another", async () => {
  await inWorkbench({ files: {}, env: nothing }, async (workbench) => {
    const { page } = workbench;
    await page.goto(`${new URL(page.url()).origin}/?ew=true`);
    await workbench.openView("IoT Jobs");
    await page.locator(".welcome-view-content").getByRole("button", { name: "Use Sample Jobs" }).click();
    await page.locator(".welcome-view-content").getByRole("button", { name: "Open a Job as a Payload" }).click();
    await workbench.choose("example-job-01");
    await workbench.choose("JSON");
    const tab = page.locator(".tab.active");
    await tab.filter({ hasText: "example-job-01.update-job.json" }).waitFor();
    await page.locator(".codelens-decoration", { hasText: "Run UpdateJob" }).waitFor();

    await workbench.startCommand("IoT Jobs: Convert To…");
    await workbench.choose("YAML");
    await tab.filter({ hasText: "example-job-01.update-job.yaml" }).waitFor();
    await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
    await workbench.notified("the job has all of this already");
  });
});
