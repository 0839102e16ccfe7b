import assert from "node:assert/strict";
import { test } from "node:test";
import { inWorkbench } from "./workbench";

const answer = JSON.stringify({
  job: {
    jobArn: "arn:aws:iot:us-west-2:123456789012:job/example-job-01",
    jobId: "example-job-01",
    description: "Firmware 2.1",
    presignedUrlConfig: {},
    timeoutConfig: { inProgressTimeoutInMinutes: 60 },
  },
});

const options = `--job-id example-job-01 --timeout-config   inProgressTimeoutInMinutes=60`;
const files = {
  "a.update-job.json": "",
  "b.update-job.yaml": "",
  "c.update-job": options,
  "d.update-job.json": `{ "jobId": "example-job-01", "description": "x" }`,
};

test("an answer of DescribeJob becomes a payload as it is pasted; its state stands beside its language", async () => {
  await inWorkbench({ files, open: "a.update-job.json" }, async (workbench) => {
    const { page } = workbench;
    await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
    await workbench.paste(answer);
    await page.locator(".view-line", { hasText: '"inProgressTimeoutInMinutes": 60' }).first().waitFor();
    assert.doesNotMatch(await workbench.text(), /jobArn|presignedUrlConfig/u);

    await workbench.openFile("b.update-job.yaml");
    await workbench.paste(answer);
    await page.locator(".view-line", { hasText: "inProgressTimeoutInMinutes: 60" }).first().waitFor();
    assert.match(await workbench.text(), /^jobId: example-job-01\ndescription: Firmware 2.1/u);

    const status = page.locator("#status\\.languageStatus");
    await status.hover();
    await page.locator(".hover-language-status", { hasText: "UpdateJob payload: valid" }).first().waitFor();
    await workbench.screenshot("status");
  });
});

test("an option list is formatted, and a job renamed in all payloads that are open", async () => {
  await inWorkbench({ files, open: "d.update-job.json" }, async (workbench) => {
    const { page } = workbench;
    await workbench.openFile("c.update-job");
    await page.locator(".codelens-decoration").first().waitFor();
    await workbench.runCommand("Format Document");
    await page
      .locator(".view-line", { hasText: /^--timeout-config\sinProgress/u })
      .first()
      .waitFor();
    assert.match(await workbench.text(), /^--job-id example-job-01\n--timeout-config inProgressTimeoutInMinutes=60/u);

    await workbench.goTo(1, 14);
    await workbench.press("F2");
    const input = page.locator(".rename-box input").first();
    await input.waitFor();
    await input.fill("example-job-02");
    await workbench.press("Enter");
    await page.locator(".view-line", { hasText: "example-job-02" }).first().waitFor();
    await workbench.openFile("d.update-job.json");
    assert.match(await workbench.text(), /"jobId": "example-job-02"/u);
  });
});
