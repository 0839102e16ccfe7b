import assert from "node:assert/strict";
import { test } from "node:test";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
import { expand } from "./jobsPane";
import { type Workbench, inWorkbench } from "./workbench";

const file = "example-job-01.update-job.json";
const payload = `{
  "jobId": "example-job-01",
  "jobExecutionsRolloutConfig": { "maximumPerMinute": 50 }
}
`;

/** The column after `50` on the third line, counted from 1. */
const behindRate = (payload.split("\n")[2] ?? "").indexOf("50") + 3;

async function withEmulator(body: (emulator: Emulator) => Promise<void>): Promise<void> {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    await body(emulator);
  } finally {
    await emulator.close();
  }
}

async function typeWrongValueAndMendIt(workbench: Workbench): Promise<void> {
  await workbench.goTo(3, behindRate);
  await workbench.type("00");
  await workbench.errors.first().waitFor();
  await workbench.hover("5000", /from 1 to 1000, found 5000; nearest 1000/u);
  await workbench.screenshot("mistake");
  for (let key = 0; key < 4; key++) await workbench.press("Backspace");
  await workbench.type("30");
  await workbench.errors.first().waitFor({ state: "detached" });
}

async function completeTimeout(workbench: Workbench): Promise<void> {
  await workbench.press("End");
  // Pasted: an Enter that is typed would take a row of a list that has come up meanwhile.
  await workbench.paste(",\n  ");
  await workbench.type('"time');
  await workbench.offers("timeoutConfig");
  await workbench.screenshot("completion");
  await workbench.press("Enter");
  await workbench.line("inProgressTimeoutInMinutes").waitFor();
  await workbench.press("Escape");
}

test("from a wrong value to an updated job: squiggle, completion, hover, run, review, tree", async () => {
  await withEmulator(async (emulator) => {
    await inWorkbench({ files: { [file]: payload }, open: file, emulator }, async (workbench) => {
      await typeWrongValueAndMendIt(workbench);
      await completeTimeout(workbench);
      await workbench.hover('"maximumPerMinute"', /a whole number from 1 to 1000/u);
      await workbench.screenshot("hover");
      assert.equal(emulator.requests.length, 0, "opening, typing, completing and hovering call nobody");

      await workbench.openView("IoT Jobs");
      await expand(workbench, "example-job-01");
      await expand(workbench, "Configuration");
      await workbench.treeRows.filter({ hasText: "≤ 50 per minute" }).waitFor();

      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await workbench.applyButton.waitFor();
      const { before, after } = await workbench.diff();
      for (const part of ["Account 123456789012", "us-west-2", new URL(emulator.endpoint).host, '"example-job-01"'])
        assert.ok(after.includes(part), after);
      assert.match(before, /"maximumPerMinute": 50/u);
      assert.match(after, /"maximumPerMinute": 30/u);
      await workbench.screenshot("confirm");
      await workbench.clickAway(workbench.applyButton);
      await workbench.notified("applied, and read back");

      await workbench.treeRows.filter({ hasText: "≤ 30 per minute" }).waitFor();
      await workbench.screenshot("updated");
      const stored = emulator.job("example-job-01")?.configuration;
      assert.deepEqual(stored?.jobExecutionsRolloutConfig, { maximumPerMinute: 30 });
      assert.deepEqual(stored.timeoutConfig, { inProgressTimeoutInMinutes: 60 });
    });
  });
});

test("the Jobs view says what is missing: a region, a network, credentials", async () => {
  const nobody = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined };
  const dead = { "iotJobs.region": "us-west-2", "iotJobs.endpoint": "http://127.0.0.1:9" };
  const welcome = ({ page }: Workbench, text: RegExp) => page.locator(".welcome-view-content", { hasText: text });
  await inWorkbench({ files: { [file]: payload }, open: file }, async (workbench) => {
    await workbench.openView("IoT Jobs");
    await welcome(workbench, /region/iu)
      .first()
      .waitFor();
    await workbench.screenshot("no-region");
    workbench.changeSettings(dead);
    await welcome(workbench, /could not be reached/u)
      .first()
      .waitFor();
    await workbench.screenshot("offline");
    await workbench.goTo(3, behindRate);
    await workbench.type("00");
    await workbench.errors.first().waitFor();
  });
  await inWorkbench({ files: { [file]: payload }, settings: dead, env: nobody }, async (workbench) => {
    await workbench.openView("IoT Jobs");
    await welcome(workbench, /credentials/iu)
      .first()
      .waitFor();
    await workbench.screenshot("no-credentials");
  });
});
