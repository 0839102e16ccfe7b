import assert from "node:assert/strict";
import { test } from "node:test";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
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

for (const theme of ["Default Light Modern", "Default Dark Modern"]) {
  const shade = theme.includes("Dark") ? "dark" : "light";
  test(`compare, review, apply, history, restore (${shade})`, async () => {
    await withJob(async (emulator) => {
      const settings = { "workbench.colorTheme": theme };
      await inWorkbench({ files: { [file]: payload }, open: file, emulator, settings }, async (workbench) => {
        await workbench.runCommand("IoT Jobs: Compare with Live Job");
        const compared = await shown(workbench);
        assert.match(compared.before, /"exponentialRate": \{ \/\/ lost\n/u);
        await workbench.screenshot(`compare-${shade}`);

        await workbench.openFile(file);
        await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
        await workbench.applyButton.waitFor();
        const reviewed = await shown(workbench);
        assert.match(reviewed.after, /^\/\/ Account 123456789012\n\/\/ Default credentials · us-west-2/u);
        assert.match(
          reviewed.after,
          /\/\/ Warning:\n\/\/ {3}jobExecutionsRolloutConfig\.exponentialRate\n\/\/ {3}gets lost/u,
        );
        assert.doesNotMatch(reviewed.after, /description/u, "what stays is not shown");
        await workbench.screenshot(`review-${shade}`);

        await workbench.applyButton.click();
        await workbench.notifications.filter({ hasText: "applied, and read back" }).waitFor();
        assert.deepEqual(emulator.job(jobId)?.configuration.jobExecutionsRolloutConfig, { maximumPerMinute: 30 });
        await workbench.screenshot(`applied-${shade}`);
        await workbench.runCommand("Notifications: Clear All Notifications");

        await workbench.runCommand("IoT Jobs: Focus on History View");
        const run = workbench.page.locator(".sidebar .pane-body .monaco-list-row", { hasText: "applied" });
        await run.first().waitFor();
        await run.first().click();
        assert.match((await shown(workbench)).after, /"maximumPerMinute": 30/u);
        await workbench.screenshot(`history-${shade}`);

        await run.first().hover();
        await run.first().getByRole("button", { name: "Restore Previous Configuration" }).click();
        await workbench.applyButton.waitFor();
        assert.match((await shown(workbench)).after, /"exponentialRate"/u);
        await workbench.screenshot(`restore-${shade}`);
        await workbench.applyButton.click();
        await workbench.notifications.filter({ hasText: "applied, and read back" }).waitFor();
        const restored = emulator.job(jobId)?.configuration.jobExecutionsRolloutConfig;
        assert.deepEqual(restored, { maximumPerMinute: 50, exponentialRate });
      });
    });
  });
}

test("a dialog in place of the diff editor, a protected job whose id is typed, a dry run, all by keyboard", async () => {
  await withJob(async (emulator) => {
    const settings = { "iotJobs.review": "modal", "iotJobs.protected": { jobs: ["example-*"] } };
    await inWorkbench({ files: { [file]: payload }, open: file, emulator, settings }, async (workbench) => {
      const { dialog, page } = workbench;
      const input = page.locator(".quick-input-widget input.input");
      await workbench.runCommand("IoT Jobs: Dry Run");
      await dialog.getByText(`Dry run: ${jobId}`).waitFor();
      await workbench.press("Escape");
      await dialog.waitFor({ state: "detached" });

      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await dialog.getByText("timeoutConfig.inProgressTimeoutInMinutes: 60 → 90").waitFor();
      await workbench.screenshot("review-dialog");
      await dialog.getByRole("button", { name: "Apply" }).press("Enter");
      await input.waitFor();
      await workbench.type("example-job-02");
      await page.getByText(`This is not ${jobId}.`).first().waitFor();
      await workbench.screenshot("protected");
      await workbench.press("Escape");
      await input.waitFor({ state: "hidden" });
      const updates = () => emulator.requests.filter(({ operation }) => operation === "UpdateJob").length;
      assert.equal(updates(), 0, "what was not typed is not sent");

      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await dialog.getByRole("button", { name: "Apply" }).press("Enter");
      await input.waitFor();
      await workbench.type(jobId);
      await workbench.press("Enter");
      await workbench.notifications.filter({ hasText: "applied, and read back" }).waitFor();
      assert.equal(updates(), 1);
    });
  });
});

test("a live job is read only, follows the job, and keeps what it showed while AWS is away", async () => {
  await withJob(async (emulator) => {
    await inWorkbench({ files: { [file]: payload }, open: file, emulator }, async (workbench) => {
      const { page } = workbench;
      const line = (text: string) =>
        page.locator(".editor-group-container.active .view-line", { hasText: text }).first();
      await workbench.startCommand("IoT Jobs: Open Live Job");
      await page.getByPlaceholder("Choose a job").fill(jobId);
      await workbench.choices.filter({ hasText: jobId }).first().click();
      await line('"maximumPerMinute": 50').waitFor();
      await workbench.screenshot("live-job");
      await workbench.type("x");
      await page.getByText("Cannot edit in read-only editor").first().waitFor();

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
