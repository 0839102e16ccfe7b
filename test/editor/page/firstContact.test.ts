import assert from "node:assert/strict";
import { test } from "node:test";
import { startEmulator } from "../../../emulator/src/emulator";
import { inJobsView, row } from "./jobsPane";
import { inWorkbench } from "./workbench";

test("whoever has connected before the walkthrough opens finds that step done", async () => {
  await inJobsView({ jobs: 12 }, async (workbench) => {
    await row(workbench, "example-job-01").waitFor();
    await workbench.runCommand("IoT Jobs: Get Started");
    await workbench.page.locator(".getting-started-step .codicon-getting-started-step-checked").first().waitFor();
  });
});

test("the region is chosen where the profile is, and Enter alone leaves it as it is", async () => {
  await inJobsView({ jobs: 12 }, async (workbench) => {
    await row(workbench, "example-job-01").waitFor();
    await workbench.statusBar.getByText("us-west-2").click();
    await workbench.choices.filter({ hasText: "Default chain" }).filter({ hasText: "in use" }).waitFor();
    await workbench.choices.filter({ hasText: "Choose AWS Region" }).click();
    await workbench.choices.first().filter({ hasText: "us-west-2" }).filter({ hasText: "in use" }).waitFor();
    await workbench.press("Enter");
    await workbench.choices.first().waitFor({ state: "hidden" });
    await workbench.statusBar.getByText("us-west-2").waitFor();
    assert.equal(await workbench.statusBar.getByText("us-east-1").count(), 0);
  });
});

test("a job is kept by the button that says so, and none says Cancel alone", async () => {
  await inJobsView({ jobs: 12 }, async (workbench, emulator) => {
    await row(workbench, "thermostat-schedule-fix").click();
    await workbench.startCommand("IoT Jobs: Cancel Job");
    await workbench.choices.filter({ hasText: "thermostat-schedule-fix" }).first().click();
    for (const question of ["Reason code", "Comment"]) {
      await workbench.page.locator(".quick-input-message", { hasText: question }).waitFor();
      await workbench.press("Enter");
    }
    const buttons = workbench.dialog.locator(".monaco-button");
    await buttons.filter({ hasText: "Keep the Job" }).waitFor();
    assert.ok(!(await buttons.allInnerTexts()).includes("Cancel"));
    await buttons.filter({ hasText: "Keep the Job" }).click();
    await workbench.dialog.waitFor({ state: "hidden" });
    assert.equal(emulator.job("thermostat-schedule-fix")?.status, "IN_PROGRESS");
  });
});

test("members are offered before the $schema of VS Code", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  const file = "update-job.json";
  try {
    await inWorkbench({ files: { [file]: '{\n  "jobId": "j",\n  \n}\n' }, open: file, emulator }, async (workbench) => {
      await workbench.page.locator(".codelens-decoration", { hasText: "Run UpdateJob" }).waitFor();
      await workbench.goTo(3, 3);
      await workbench.type('"');
      await workbench.suggestions.filter({ hasText: "description" }).waitFor();
      assert.match(await workbench.suggestions.first().innerText(), /^description/u);
    });
  } finally {
    await emulator.close();
  }
});
