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
  await workbench.offers(row);
}

// Hints are part of a line's text in the page.
const settings = { "editor.inlayHints.enabled": "off" };

test("completes a JSON, a YAML, an option and a shell file, and leaves each without a mistake", async () => {
  await inWorkbench({ files, open: "a.update-job.json", settings }, async (workbench) => {
    await workbench.page.locator(".codelens-decoration").first().waitFor();
    await workbench.goTo(2, 28);
    await workbench.paste(",\n  ");
    await typeUntilOffered(workbench, '"rollout', "careful");
    await workbench.accept("careful");
    await workbench.shows(
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
}
`,
    );

    await workbench.openFile("a.update-job.yaml");
    await workbench.goTo(2, 1);
    await typeUntilOffered(workbench, "abort", "abortConfig");
    await workbench.accept("abortConfig");
    await workbench.suggestions.filter({ hasText: "REJECTED" }).first().waitFor();
    await workbench.press("Escape");
    await workbench.shows(
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
    await workbench.accept("--timeout-config");
    await workbench.shows("--job-id example-job-01\n--timeout-config inProgressTimeoutInMinutes=60");

    await workbench.openFile("script.sh");
    await workbench.goTo(2, 3);
    await typeUntilOffered(workbench, "--presigned", "--presigned-url-config");
    await workbench.accept("--presigned-url-config");
    await workbench.shows(
      `aws iot update-job --job-id example-job-01 \\
  --presigned-url-config roleArn=arn:aws:iam::123456789012:role/S3DownloadRole,expiresInSec=3600
echo done
`,
    );
    await workbench.errors.first().waitFor({ state: "detached" });

    await workbench.openFile("empty.update-job.yaml");
    await workbench.offers("UpdateJob payload, all members");
    await workbench.screenshot("completion-empty");
  });
});

test("fills an empty file with what a job has now", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    await inWorkbench({ files: { "new.update-job": "" }, open: "new.update-job", emulator }, async (workbench) => {
      await workbench.errors.first().waitFor({ state: "attached" });
      await workbench.offers("of a job…");
      await workbench.screenshot("completion-from-job");
      await workbench.accept("of a job…");
      await workbench.fill("example-job-01");
      await workbench.choose("example-job-01");
      await workbench.shows(/--job-id example-job-01/u);
      await workbench.errors.first().waitFor({ state: "detached" });
    });
  } finally {
    await emulator.close();
  }
});
