import assert from "node:assert/strict";
import { test } from "node:test";
import { gone, patient, seen, until } from "./patience";
import { sharedWorkbench } from "./workbench";

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
  "linked.update-job": `--job-id a --description x '[Details](command:workbench.action.files.newUntitledFile)'`,
  "d.update-job.json": `{ "jobId": "example-job-01", "description": "x" }`,
  "pumps.update-job.json": '{ "jobId": "pumps", "timeoutConfig": { "inProgressTimeoutInMinutes": 60 } }',
};
// Hints are part of a line's text in the page.
const window = sharedWorkbench({ files, settings: { "editor.inlayHints.enabled": "off" } });

test("an answer of DescribeJob becomes a payload as it is pasted; its state stands beside its language", async () => {
  await window(async (workbench) => {
    const { page } = workbench;
    await workbench.openFile("a.update-job.json");
    await workbench.errors.first().waitFor({ state: "attached" });
    await workbench.paste(answer);
    await workbench.line('"inProgressTimeoutInMinutes": 60').waitFor();
    assert.doesNotMatch(await workbench.text(), /jobArn|presignedUrlConfig/u);

    await workbench.openFile("b.update-job.yaml");
    await workbench.paste(answer);
    await workbench.shows(/^jobId: example-job-01\ndescription: Firmware 2.1[^]*inProgressTimeoutInMinutes: 60/u);

    const valid = page.locator(".hover-language-status", { hasText: "UpdateJob payload: valid" }).first();
    await until(seen(valid), async () => {
      await page.mouse.move(0, 0);
      await page.locator("#status\\.languageStatus").hover(patient);
    });
    await workbench.screenshot("status");
  });
});

test("an option list is formatted, and a job renamed in all payloads that are open", async () => {
  await window(async (workbench) => {
    const { page } = workbench;
    await workbench.openFile("d.update-job.json");
    await workbench.openFile("c.update-job");
    await page.locator(".codelens-decoration").first().waitFor();
    const formatted = workbench.line(/^--timeout-config\sinProgress/u);
    await until(seen(formatted), () => workbench.runCommand("Format Document"));
    await workbench.shows(/^--job-id example-job-01\n--timeout-config inProgressTimeoutInMinutes=60/u);

    await workbench.goTo(1, 14);
    const input = page.locator(".rename-box input").first();
    await until(seen(input), () => workbench.press("F2"));
    await input.fill("example-job-02");
    await until(gone(input), () => input.press("Enter", patient));
    await workbench.line("example-job-02").waitFor();
    await workbench.openFile("d.update-job.json");
    await workbench.shows(/"jobId": "example-job-02"/u);
  });
});

test("a text of a payload is no link in what is told of it", async () => {
  await window(async (workbench) => {
    await workbench.openFile("linked.update-job");
    await workbench.startCommand("IoT Jobs: Convert To…");
    await workbench.choose("JSON");
    await workbench.notified("[Details] (command:");
    assert.equal(await workbench.notifications.locator("a").count(), 0);
  });
});

test("a payload becomes YAML in a new file beside it", async () => {
  await window(async (workbench) => {
    await workbench.openFile("pumps.update-job.json");
    await workbench.startCommand("IoT Jobs: Convert To…");
    await workbench.choices.filter({ hasText: "Windows PowerShell 5" }).waitFor();
    await workbench.screenshot("convert-choices");
    await workbench.choose("YAML");
    await workbench.page.getByRole("tab", { name: "pumps.update-job.yaml" }).waitFor();
    await workbench.shows("jobId: pumps\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 60\n");
    await workbench.screenshot("converted");
  });
});
