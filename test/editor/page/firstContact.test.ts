import assert from "node:assert/strict";
import { test } from "node:test";
import { startEmulator } from "../../../emulator/src/emulator";
import { choose, inJobsView, row } from "./jobsPane";
import { gone, patient, seen, until } from "./patience";
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
    const profile = workbench.choices.filter({ hasText: "Default credentials" }).filter({ hasText: "in use" });
    await until(seen(profile), () => workbench.statusBar.getByText("us-west-2").click(patient));
    await workbench.choose(/Choose AWS Region/u);
    await workbench.choices.first().filter({ hasText: "us-west-2" }).filter({ hasText: "in use" }).waitFor();
    await until(gone(workbench.choices.first()), () => workbench.press("Enter"));
    await workbench.statusBar.getByText("us-west-2").waitFor();
    assert.equal(await workbench.statusBar.getByText("us-east-1").count(), 0);
  });
});

test("Enter keeps a job, no button says Cancel alone, and what has ended meanwhile is not canceled", async () => {
  const jobId = "thermostat-schedule-fix";
  await inJobsView({ jobs: 12 }, async (workbench, emulator) => {
    const { dialog } = workbench;
    const ask = async (): Promise<void> => {
      await choose(workbench, "Cancel Job", jobId);
      for (const question of ["Reason code", "Comment"]) await workbench.answer(question, "");
      await dialog.waitFor();
    };
    await row(workbench, jobId).waitFor();
    await ask();
    assert.ok(!(await dialog.locator(".monaco-button").allInnerTexts()).includes("Cancel"));
    await until(gone(dialog), () => workbench.press("Enter"));
    assert.equal(emulator.job(jobId)?.status, "IN_PROGRESS");
    await ask();
    emulator.call("CancelJob", { jobId });
    await workbench.closeDialog("Cancel the Job");
    await workbench.notified("has come to an end");
  });
});

test("members are offered before the $schema of VS Code", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  const file = "update-job.json";
  try {
    const text = '{\n  "jobId": "j",\n  \n}\n';
    await inWorkbench({ files: { [file]: text }, open: file, emulator }, async (workbench) => {
      await workbench.page.locator(".codelens-decoration", { hasText: "Run UpdateJob" }).waitFor();
      await workbench.goTo(3, 3);
      await workbench.type('"');
      await workbench.offers("description");
      assert.match(await workbench.suggestions.first().innerText(), /^description/u);
    });
  } finally {
    await emulator.close();
  }
});
