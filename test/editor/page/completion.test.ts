import assert from "node:assert/strict";
import { test } from "node:test";
import { startEmulator } from "../../../emulator/src/emulator";
import { type Workbench, inWorkbench } from "./workbench";

const files = {
  "a.update-job.json": '{\n  "jobId": "example-job-01"\n}\n',
  "a.update-job.yaml": "jobId: example-job-01\n",
  "options.update-job": "--job-id example-job-01\n",
  "script.sh": "aws iot update-job --job-id example-job-01 \\\n  \necho done\n",
  "empty.update-job.yaml": "",
};

/** Types, and waits for a row of the list. */
async function typeUntilOffered(workbench: Workbench, typed: string, row: string): Promise<void> {
  await workbench.type(typed);
  await workbench.suggestions.filter({ hasText: row }).first().waitFor();
}

/** When the word is there, the whole text is as it should be. */
async function assertText(workbench: Workbench, word: string, text: string): Promise<void> {
  await workbench.page.locator(".view-line", { hasText: word }).first().waitFor();
  assert.equal((await workbench.text()).trimEnd(), text);
}

test("completes a JSON, a YAML, an option and a shell file, and leaves each without a mistake", async () => {
  // Hints are part of a line's text in the page.
  const settings = { "editor.inlayHints.enabled": "off" };
  await inWorkbench({ files, open: "a.update-job.json", settings }, async (workbench) => {
    await workbench.page.locator(".codelens-decoration").first().waitFor();
    await workbench.goTo(2, 28);
    await workbench.type(",\n");
    await typeUntilOffered(workbench, '"rollout', "careful");
    await workbench.screenshot("completion-json");
    await workbench.suggestions.filter({ hasText: "careful" }).first().click();
    await assertText(
      workbench,
      "numberOfSucceededThings",
      `{
  "jobId": "example-job-01",
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 100,
    "exponentialRate": {
      "baseRatePerMinute": 10,
      "incrementFactor": 1.5,
      "rateIncreaseCriteria": {
        "numberOfSucceededThings": 100
      }
    }
  }
}`,
    );

    await workbench.openFile("a.update-job.yaml");
    await workbench.goTo(2, 1);
    await typeUntilOffered(workbench, "abort", "abortConfig");
    await workbench.screenshot("completion-yaml");
    await workbench.press("Enter");
    await workbench.suggestions.filter({ hasText: "REJECTED" }).first().waitFor();
    await workbench.press("Escape");
    await assertText(
      workbench,
      "criteriaList",
      `jobId: example-job-01
abortConfig:
  criteriaList:
    - failureType: FAILED
      action: CANCEL
      thresholdPercentage: 10.5
      minNumberOfExecutedThings: 100`,
    );

    await workbench.openFile("options.update-job");
    await workbench.goTo(2, 1);
    await typeUntilOffered(workbench, "--time", "--timeout-config");
    await workbench.screenshot("completion-options");
    await workbench.press("Enter");
    await assertText(
      workbench,
      "inProgress",
      "--job-id example-job-01\n--timeout-config inProgressTimeoutInMinutes=60",
    );

    await workbench.openFile("script.sh");
    await workbench.goTo(2, 3);
    await typeUntilOffered(workbench, "--presigned", "--presigned-url-config");
    await workbench.screenshot("completion-shell");
    await workbench.press("Enter");
    await assertText(
      workbench,
      "S3DownloadRole",
      `aws iot update-job --job-id example-job-01 \\
  --presigned-url-config roleArn=arn:aws:iam::123456789012:role/S3DownloadRole,expiresInSec=3600
echo done`,
    );
    await workbench.errors.first().waitFor({ state: "detached" });

    await workbench.openFile("empty.update-job.yaml");
    await workbench.press("Control+Space");
    await workbench.suggestions.filter({ hasText: "UpdateJob payload, all members" }).first().waitFor();
    await workbench.screenshot("completion-empty");
  });
});

test("fills an empty file with what a job has now", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    await inWorkbench({ files: { "new.update-job": "" }, open: "new.update-job", emulator }, async (workbench) => {
      await workbench.page.locator(".squiggly-error").first().waitFor();
      await workbench.press("Control+Space");
      const row = workbench.suggestions.filter({ hasText: "of a job…" }).first();
      await row.waitFor();
      await workbench.screenshot("completion-from-job");
      await row.click();
      await workbench.page.locator(".quick-input-widget input.input").waitFor();
      await workbench.type("example-job-01");
      await workbench.choices.filter({ hasText: "example-job-01" }).first().click();
      await workbench.page.locator(".view-line", { hasText: "--job-id" }).first().waitFor();
      assert.match(await workbench.text(), /--job-id example-job-01/u);
      await workbench.errors.first().waitFor({ state: "detached" });
    });
  } finally {
    await emulator.close();
  }
});
