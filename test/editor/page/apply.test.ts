import assert from "node:assert/strict";
import { test } from "node:test";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
import { gone, patient, seen, until } from "./patience";
import { type Workbench, inWorkbench } from "./workbench";

const file = "rollout.update-job.json";
const jobId = "example-job-01";
const exponentialRate = {
  baseRatePerMinute: 5,
  incrementFactor: 1.5,
  rateIncreaseCriteria: { numberOfNotifiedThings: 100 },
};
const payload = `{
  "jobId": "${jobId}",
  "jobExecutionsRolloutConfig": { "maximumPerMinute": 30 },
  "timeoutConfig": { "inProgressTimeoutInMinutes": 90 }
}
`;

async function withJob(body: (emulator: Emulator) => Promise<void>): Promise<void> {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    emulator.call("UpdateJob", { jobId, jobExecutionsRolloutConfig: { maximumPerMinute: 50, exponentialRate } });
    await body(emulator);
  } finally {
    await emulator.close();
  }
}

/** The lines that a diff editor shows, without what they are indented by. */
async function shown(workbench: Workbench): Promise<{ readonly before: string; readonly after: string }> {
  await workbench.page.locator(".editor.modified .view-line", { hasText: jobId }).first().waitFor();
  return workbench.diff();
}

test("compare, review, apply, history, restore", async () => {
  await withJob(async (emulator) => {
    await inWorkbench({ files: { [file]: payload }, open: file, emulator }, async (workbench) => {
      await workbench.runCommand("IoT Jobs: Compare with Live Job");
      const compared = await shown(workbench);
      assert.match(compared.before, /"exponentialRate": \{ \/\/ lost\n/u);
      await workbench.screenshots("compare");

      await workbench.openFile(file);
      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await workbench.applyButton.waitFor();
      const reviewed = await shown(workbench);
      assert.match(reviewed.after, /^\/\/ Account 123456789012\n\/\/ Default credentials · us-west-2/u);
      assert.match(
        reviewed.after,
        /\/\/ Warning:\n\/\/ {3}jobExecutionsRolloutConfig\.exponentialRate\n\/\/ {3}will be lost/u,
      );
      assert.doesNotMatch(reviewed.after, /description/u, "what stays is not shown");
      await workbench.screenshots("review");

      await workbench.clickAway(workbench.applyButton);
      await workbench.notified("applied, and read back");
      assert.deepEqual(emulator.job(jobId)?.configuration.jobExecutionsRolloutConfig, { maximumPerMinute: 30 });
      await workbench.screenshots("applied");
      await workbench.clearNotifications();

      await workbench.runCommand("IoT Jobs: Focus on History View");
      const run = workbench.page.locator(".sidebar .pane-body .monaco-list-row", { hasText: "applied" });
      await run.first().waitFor();
      await run.first().click();
      assert.match((await shown(workbench)).after, /"maximumPerMinute": 30/u);
      await workbench.screenshots("history");

      await run.first().hover();
      await run.first().getByRole("button", { name: "Restore Previous Configuration" }).click();
      await workbench.applyButton.waitFor();
      assert.match((await shown(workbench)).after, /"exponentialRate"/u);
      await workbench.screenshots("restore");
      await workbench.clickAway(workbench.applyButton);
      await workbench.notified("applied, and read back");
      const restored = emulator.job(jobId)?.configuration.jobExecutionsRolloutConfig;
      assert.deepEqual(restored, { maximumPerMinute: 50, exponentialRate });
    });
  });
});

test("a review shows first where it goes, however far below its first change is", async () => {
  await withJob(async (emulator) => {
    const rollout = "--job-executions-rollout-config maximumPerMinute=30";
    const command = (id: string): string => `aws iot update-job --job-id ${id} ${rollout}\n`;
    const script = [jobId, "firmware-2-14-0-europe"].map(command).join("");
    const jobExecutionsRolloutConfig = { maximumPerMinute: 50, exponentialRate };
    emulator.call("UpdateJob", { jobId: "firmware-2-14-0-europe", jobExecutionsRolloutConfig });
    const options = {
      files: { "rollout.sh": script },
      open: "rollout.sh",
      emulator,
      size: { width: 1280, height: 400 },
    };
    await inWorkbench(options, async (workbench) => {
      await workbench.press("Control+A");
      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await workbench.applyButton.waitFor();
      await workbench.page.locator(".editor.modified .line-insert, .editor.original .line-delete").first().waitFor();
      await workbench.page.locator(".editor.modified .view-line", { hasText: "Account" }).first().waitFor();
    });
  });
});

test("a dialog in place of the diff editor, a protected job whose id is typed, a dry run, all by keyboard", async () => {
  await withJob(async (emulator) => {
    const settings = { "iotJobs.review": "modal", "iotJobs.protected": { jobs: ["example-*"] } };
    await inWorkbench({ files: { [file]: payload }, open: file, emulator, settings }, async (workbench) => {
      const { dialog, page } = workbench;
      const apply = dialog.getByRole("button", { name: "Apply" });
      const applyByKeyboard = () => until(gone(apply), () => apply.press("Enter", patient));
      await workbench.runCommand("IoT Jobs: Dry Run");
      await dialog.getByText(`Dry run: ${jobId}`).waitFor();
      await until(gone(dialog), () => dialog.press("Escape", patient));

      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await dialog.getByText("timeoutConfig.inProgressTimeoutInMinutes: 60 → 90").waitFor();
      await workbench.screenshot("review-dialog");
      await applyByKeyboard();
      await workbench.fill("example-job-02");
      await page.getByText(`This is not ${jobId}.`).first().waitFor();
      await workbench.screenshot("protected");
      await workbench.leave();
      const updates = () => emulator.requests.filter(({ operation }) => operation === "UpdateJob").length;
      assert.equal(updates(), 0, "what was not typed is not sent");

      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await applyByKeyboard();
      await workbench.answer(jobId, jobId);
      await workbench.notified("applied, and read back");
      assert.equal(updates(), 1);
    });
  });
});

test("in the dialog, one Enter too many does not send an update that cancels the job at once", async () => {
  await withJob(async (emulator) => {
    const settings = { "iotJobs.review": "modal" };
    const criterion = { failureType: "FAILED", action: "CANCEL", thresholdPercentage: 1, minNumberOfExecutedThings: 1 };
    const canceling = JSON.stringify({ jobId: "camera-model-3", abortConfig: { criteriaList: [criterion] } });
    await inWorkbench({ files: { [file]: canceling }, open: file, emulator, settings }, async (workbench) => {
      const { dialog, press } = workbench;
      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await dialog.getByText("This cancels camera-model-3 at once").waitFor();
      await until(gone(dialog), () => press("Enter"));
      await workbench.statusBar.getByText("The update of camera-model-3 was not sent").waitFor();
      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await workbench.closeDialog("Apply");
      await workbench.notified("applied, and read back");
    });
  });
});

test("a live job is read only, follows the job, and keeps what it showed while AWS is away", async () => {
  await withJob(async (emulator) => {
    await inWorkbench({ files: { [file]: payload }, open: file, emulator }, async (workbench) => {
      const { page, line } = workbench;
      await workbench.startCommand("IoT Jobs: Open Live Job");
      await page.getByPlaceholder("Choose a job").fill(jobId);
      await workbench.choose(jobId);
      await line('"maximumPerMinute": 50').waitFor();
      await workbench.screenshot("live-job");
      await until(seen(page.getByText("Cannot edit in read-only editor").first()), () => workbench.press("x"));

      emulator.call("UpdateJob", { jobId, description: "from elsewhere" });
      await line("from elsewhere").waitFor();
      emulator.inject({ operation: "DescribeJob", kind: "denied" });
      await workbench.runCommand("IoT Jobs: Refresh Live Job");
      await page.getByText("The profile may not do this").first().waitFor();
      await line("from elsewhere").waitFor();
      await workbench.screenshot("live-job-stale");
    });
  });
});

test("a live job that is not there says so, is no broken JSON, and opens as no payload", async () => {
  await withJob(async (emulator) => {
    await inWorkbench({ files: { [file]: payload }, open: file, emulator }, async (workbench) => {
      const { page, line, errors } = workbench;
      await workbench.startCommand("IoT Jobs: Open Live Job");
      await page.getByPlaceholder("Choose a job").fill("nobody-knows-it");
      await workbench.choose(/Use this id/u);
      await line("// There is no such job").waitFor();
      const lenses = page.locator(".codelens-decoration:visible");
      await lenses.filter({ hasText: "There is no such job" }).first().waitFor();
      await workbench.statusBar.filter({ hasText: "JSON with Comments" }).first().waitFor();
      assert.equal(await lenses.filter({ hasText: "Open as UpdateJob Payload" }).count(), 0);
      assert.equal(await errors.count(), 0);
      await workbench.screenshot("live-job-unknown");
    });
  });
});
