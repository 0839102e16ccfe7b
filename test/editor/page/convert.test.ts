import assert from "node:assert/strict";
import { test } from "node:test";
import { inWorkbench } from "./workbench";

const text = '{ "jobId": "pumps", "timeoutConfig": { "inProgressTimeoutInMinutes": 60 } }';

test("a payload becomes YAML in a new file beside it", async () => {
  const settings = { "editor.inlayHints.enabled": "off" };
  const files = { "pumps.update-job.json": text };
  await inWorkbench({ files, open: "pumps.update-job.json", settings }, async (workbench) => {
    await workbench.startCommand("IoT Jobs: Convert To…");
    await workbench.choices.filter({ hasText: "Windows PowerShell 5" }).waitFor();
    await workbench.screenshot("convert-choices");
    await workbench.type("YAML");
    await workbench.press("Enter");
    await workbench.page.getByRole("tab", { name: "pumps.update-job.yaml" }).waitFor();
    await workbench.page.locator(".view-line", { hasText: "inProgressTimeoutInMinutes: 60" }).waitFor();
    assert.equal(await workbench.text(), "jobId: pumps\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 60\n");
    await workbench.screenshot("converted");
  });
});
