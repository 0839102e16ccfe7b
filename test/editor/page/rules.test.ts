import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { inWorkbench } from "./workbench";

const payload = `{
  "jobId": "example-job-01",
  "timeoutConfig": { "inProgressTimeoutInMinutes": 20160 }
}
`;
const name = "example-job-01.update-job.json";

test("puts a number right by the light bulb, and makes a rule a warning from there", async () => {
  await inWorkbench({ files: { [name]: payload }, open: name }, async (workbench) => {
    await workbench.errors.first().waitFor();
    await workbench.goTo(3, 55);
    await workbench.press("Control+.");
    const menu = workbench.page.locator(".action-widget .monaco-list-row");
    await menu.filter({ hasText: "Change to 10080" }).waitFor();
    await workbench.screenshot("quick-fixes");
    await menu.filter({ hasText: "Change how bad range is" }).click();
    await workbench.choices.filter({ hasText: "Warning" }).click();
    await workbench.warnings.first().waitFor();
    await workbench.errors.first().waitFor({ state: "detached" });
    await workbench.press("Control+.");
    await menu.filter({ hasText: "Change to 10080" }).click();
    await workbench.warnings.first().waitFor({ state: "detached" });
    assert.match(await workbench.text(), /"inProgressTimeoutInMinutes": 10080/u);
  });
});

test("leads from the code of a problem to its rule", async () => {
  await inWorkbench({ files: { [name]: payload }, open: name }, async (workbench) => {
    await workbench.errors.first().waitFor();
    await workbench.hover("20160");
    await workbench.page.locator(".monaco-hover .code-link", { hasText: "range" }).first().click();
    await workbench.page.locator(".tab.active", { hasText: "rules.md" }).waitFor();
    await workbench.page
      .locator(".view-line", { hasText: "A number lies outside the limits of its member." })
      .waitFor();
    await workbench.screenshot("rule");
  });
});

test("fixes all that has one answer when the file is saved, where the user wants that", async () => {
  const settings = { "editor.codeActionsOnSave": { "source.fixAll.iotJobs": "explicit" } };
  const slips = payload.replace("20160", `"60"`).replace("timeoutConfig", "timeoutConfg");
  await inWorkbench({ files: { [name]: slips }, open: name, settings }, async (workbench) => {
    await workbench.errors.first().waitFor();
    await workbench.goTo(4, 2);
    await workbench.press("Enter");
    await workbench.press("Backspace");
    const unsaved = workbench.page.locator(".tab.active.dirty");
    await unsaved.waitFor();
    await workbench.press("Control+S");
    await unsaved.waitFor({ state: "detached" });
    assert.equal(readFileSync(path.join(workbench.folder, name), "utf8"), payload.replace("20160", "60"));
  });
});

test("says that a file is UTF-16, and stores it as UTF-8", async () => {
  await inWorkbench({ files: { [name]: payload } }, async (workbench) => {
    const file = path.join(workbench.folder, name);
    writeFileSync(file, Buffer.from(`\ufeff${payload.replace("20160", "60")}`, "utf16le"));
    await workbench.openFile(name);
    await workbench.errors.first().waitFor();
    await workbench.goTo(1, 1);
    await workbench.press("Control+.");
    await workbench.page.locator(".action-widget .monaco-list-row", { hasText: "Save as UTF-8" }).click();
    await workbench.errors.first().waitFor({ state: "detached" });
    assert.equal(readFileSync(file, "utf8"), payload.replace("20160", "60"));
  });
});
