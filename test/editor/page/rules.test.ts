import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gone, until } from "./patience";
import { sharedWorkbench } from "./workbench";

const payload = `{
  "jobId": "example-job-01",
  "timeoutConfig": { "inProgressTimeoutInMinutes": 20160 }
}
`;
const slips = payload.replace("20160", `"60"`).replace("timeoutConfig", "timeoutConfg");
const files = {
  "light-bulb.update-job.json": payload,
  "rule.update-job.json": payload,
  "slips.update-job.json": slips,
  "problems.update-job.json": payload,
  "windows.sh": "aws iot update-job --job-id example-job-01 --description changed\r\n",
};
const settings = { "editor.codeActionsOnSave": { "source.fixAll.iotJobs": "explicit" } };
const window = sharedWorkbench({ files, settings });

test("puts a number right by the light bulb, and makes a rule a warning from there", async () => {
  await window(async (workbench) => {
    await workbench.openFile("light-bulb.update-job.json");
    await workbench.errors.first().waitFor();
    await workbench.goTo(3, 55);
    await workbench.offersFix("Change to 10080");
    await workbench.screenshot("quick-fixes");
    await workbench.fix("Change the severity of range");
    await workbench.choose(/^Warning/u);
    await workbench.warnings.first().waitFor();
    await workbench.errors.first().waitFor({ state: "detached" });
    await workbench.fix("Change the severity of range");
    await workbench.choose(/^Default/u);
    await workbench.errors.first().waitFor();
    await workbench.fix("Change to 10080");
    await workbench.errors.first().waitFor({ state: "detached" });
    await workbench.shows(/"inProgressTimeoutInMinutes": 10080/u);
  });
});

test("leads from the code of a problem to its rule", async () => {
  await window(async (workbench) => {
    await workbench.openFile("rule.update-job.json");
    await workbench.errors.first().waitFor();
    await workbench.hover("20160", "found 20160");
    await workbench.page.locator(".monaco-hover .code-link", { hasText: "range" }).first().click();
    await workbench.page.locator(".tab.active", { hasText: "rules.md" }).waitFor();
    await workbench.page
      .locator(".view-line", { hasText: "A number lies outside the limits of its member." })
      .waitFor();
    await workbench.screenshot("rule");
  });
});

test("fixes all that has one answer when the file is saved, where the user wants that", async () => {
  const name = "slips.update-job.json";
  await window(async (workbench) => {
    await workbench.openFile(name);
    await workbench.errors.first().waitFor();
    await workbench.goTo(4, 2);
    await workbench.type("\n");
    await workbench.press("Backspace");
    const unsaved = workbench.page.locator(".tab.active.dirty");
    await unsaved.waitFor();
    await until(gone(unsaved), () => workbench.press("Control+S"));
    assert.equal(readFileSync(path.join(workbench.folder, name), "utf8"), payload.replace("20160", "60"));
  });
});

test("says that a file is UTF-16, and stores it as UTF-8", async () => {
  const name = "utf-16.update-job.json";
  await window(async (workbench) => {
    const file = path.join(workbench.folder, name);
    writeFileSync(file, Buffer.from(`\ufeff${payload.replace("20160", "60")}`, "utf16le"));
    await workbench.openFile(name);
    await workbench.errors.first().waitFor();
    await workbench.goTo(1, 1);
    await workbench.fix("Save as UTF-8");
    await workbench.errors.first().waitFor({ state: "detached" });
    assert.equal(readFileSync(file, "utf8"), payload.replace("20160", "60"));
  });
});

test("says of a script that its line ends are those of Windows, and changes them", async () => {
  await window(async (workbench) => {
    await workbench.openFile("windows.sh");
    await workbench.warnings.first().waitFor();
    await workbench.goTo(1, 60);
    await workbench.fix("Change all line ends to LF");
    await workbench.warnings.first().waitFor({ state: "detached" });
    await workbench.statusBar.getByText("LF", { exact: true }).first().waitFor();
  });
});

test("opens a payload file and sees a squiggle, its message in Problems, and none once it is mended", async () => {
  await window(async (workbench) => {
    await workbench.openFile("problems.update-job.json");
    await workbench.errors.first().waitFor();
    await workbench.openProblems();
    await workbench.problems.filter({ hasText: "10080" }).first().waitFor();
    await workbench.screenshot("problems");
    await workbench.replaceText(payload.replace("20160", "10"));
    await workbench.errors.first().waitFor({ state: "detached" });
    await workbench.shows(/"inProgressTimeoutInMinutes": 10 /u);
  });
});
