import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { type Emulator, startEmulator } from "../../../emulator/src/emulator";
import type { Fault } from "../../../emulator/src/faults";
import { choose, expand, inJobsView, row } from "./jobsPane";
import { patient, seen, until } from "./patience";
import { type Workbench, inWorkbench } from "./workbench";

const file = "update-job.json";
const payload = (jobId: string): string => `{ "jobId": "${jobId}", "description": "changed" }\n`;

/** Each fault of an update, and what the user is told to do. */
const faults: readonly (readonly [name: string, fault: Fault | undefined, told: RegExp])[] = [
  ["throttled", { operation: "UpdateJob", kind: "throttled" }, /after several tries.*wait a minute and retry/isu],
  [
    "expired",
    { operation: "UpdateJob", kind: "expired" },
    /^(?=.*Choose Profile)(?!.*Sign In).*has expired\. Renew it/su,
  ],
  ["denied", { operation: "UpdateJob", kind: "denied" }, /ask for the permission/iu],
  ["an internal failure", { operation: "UpdateJob", kind: "internal" }, /wait a minute/iu],
  ["a lost request", { operation: "UpdateJob", kind: "drop-before" }, /the job is as it was/iu],
  ["a lost answer", { operation: "UpdateJob", kind: "drop-after" }, /applied, and read back/iu],
  ["an unknown job", undefined, /no such job/iu],
];

/** Every outcome begins with the job that it is about. */
const outcome = /^(example-job-01|nobody-knows-it): /u;

/** With their buttons. */
function notifications({ page }: Workbench): Locator {
  return page.locator(".notification-list-item");
}

async function tell(workbench: Workbench, emulator: Emulator, fault: Fault | undefined): Promise<string> {
  if (fault !== undefined) emulator.inject(fault);
  await workbench.replaceText(payload(fault === undefined ? "nobody-knows-it" : "example-job-01"));
  await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
  if (fault !== undefined) await workbench.clickAway(workbench.applyButton);
  await workbench.notified(outcome);
  const text = (await notifications(workbench).allInnerTexts()).join("\n");
  await workbench.clearNotifications();
  emulator.clearFaults();
  return text;
}

test("each failure of an update says what happened and what to do next", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    await inWorkbench({ files: { [file]: payload("example-job-01") }, open: file, emulator }, async (workbench) => {
      for (const [name, fault, told] of faults) assert.match(await tell(workbench, emulator, fault), told, name);
      await workbench.replaceText(`{ "jobId": "example-job-01", "description": 5 }\n`);
      const before = emulator.requests.length;
      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await workbench.notified("1 error; nothing was sent.");
      await workbench.openFile(file);
      await workbench.runCommand("IoT Jobs: Compare with Live Job");
      await workbench.notified("1 error: fix it, then compare again.");
      assert.equal(emulator.requests.length, before, "errors stop before anybody is called");
    });
  } finally {
    await emulator.close();
  }
});

/** Each fault of the first list, and what stands above the buttons of the empty view. */
const faultsOfList: readonly (readonly [fault: Fault, told: RegExp])[] = [
  [{ operation: "ListJobs", kind: "denied" }, /permission iot:ListJobs/u],
  [{ operation: "ListJobs", kind: "expired" }, /no sign-in is known.*Renew them/su],
  [{ operation: "ListJobs", kind: "throttled" }, /too many requests/u],
  [{ operation: "ListJobs", kind: "internal" }, /failed to answer properly/u],
  [{ operation: "ListJobs", kind: "status", status: 400, name: "InvalidRequestException", message: "No" }, /log says/u],
];

test("where no jobs come at first, the view says why and has buttons that help", async () => {
  await inJobsView({ jobs: 1 }, async (workbench, emulator) => {
    const welcome = workbench.page.locator(".welcome-view-content");
    await row(workbench, "example-job-01").waitFor();
    for (const [fault, told] of faultsOfList) {
      emulator.inject(fault);
      await choose(workbench, "Sort Jobs…", "oldest first");
      await welcome.filter({ hasText: told }).first().waitFor();
      emulator.clearFaults();
      await workbench.screenshot(`not-listed-${fault.kind}`);
      const listed = seen(row(workbench, "example-job-01"));
      await until(listed, () => welcome.getByRole("button", { name: "Refresh" }).first().click(patient));
    }
  });
});

test("a row that says what failed has a sign of it", async () => {
  await inJobsView({ jobs: 1 }, async (workbench, emulator) => {
    emulator.inject({ operation: "ListTagsForResource", kind: "denied" });
    await expand(workbench, "example-job-01");
    await expand(workbench, "Tags");
    await row(workbench, "The profile may not do this").locator(".codicon-warning").waitFor();
  });
});

test("a job document that is not to be had is told as any other failure", async () => {
  await inJobsView({ jobs: 1 }, async (workbench, emulator) => {
    await row(workbench, "example-job-01").waitFor();
    emulator.inject({ operation: "GetJobDocument", kind: "denied" });
    await choose(workbench, "Open Job Document", "example-job-01");
    await workbench.notified("Ask for the permission");
    assert.equal(await workbench.notifications.filter({ hasText: "cannot open" }).count(), 0);
    await workbench.clearNotifications();
    emulator.clearFaults();
    await choose(workbench, "Open Job Document", "example-job-01");
    await workbench.line("{").waitFor();
  });
});

test("keys that have expired are renewed by whoever has them: no sign-in is offered", async () => {
  await inJobsView({ jobs: 1 }, async (workbench, emulator) => {
    await row(workbench, "example-job-01").waitFor();
    emulator.inject({ operation: "GetJobDocument", kind: "expired" });
    await choose(workbench, "Open Job Document", "example-job-01");
    await workbench.notified("No sign-in is known for the default credentials. Renew them");
    const buttons = notifications(workbench).locator(".monaco-button").filter({ visible: true });
    assert.deepEqual(new Set(await buttons.allInnerTexts()), new Set(["Choose Profile", "Show Log"]));
  });
});

test("who does not wait for a slow answer cancels the reading, and nothing more is said", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    await inWorkbench({ files: { [file]: payload("example-job-01") }, open: file, emulator }, async (workbench) => {
      emulator.inject({ operation: "DescribeJob", kind: "latency", milliseconds: 600_000 });
      await workbench.runCommand("IoT Jobs: Compare with Live Job");
      await workbench.notified("Reading example-job-01");
      await workbench.clickAway(notifications(workbench).getByRole("button", { name: "Cancel" }));
      await notifications(workbench).first().waitFor({ state: "hidden" });
      assert.equal(await workbench.page.locator(".tab", { hasText: "as it is" }).count(), 0);
    });
  } finally {
    await emulator.close();
  }
});

test("in a workspace that is not trusted, mistakes are underlined and nobody is called", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  const settings = { "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" };
  try {
    await inWorkbench(
      { files: { [file]: payload("j").replace('"changed"', "5") }, open: file, emulator, settings },
      async (workbench) => {
        await workbench.errors.first().waitFor();
        await workbench.openView("IoT Jobs");
        await workbench.page.locator(".welcome-view-content", { hasText: "not trusted" }).waitFor();
        await workbench.screenshot("untrusted");
        await workbench.replaceText(payload("example-job-01"));
        await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
        await workbench.notified("not trusted");
        await workbench.clearNotifications();
        for (const command of ["Copy Job ID", "Sign In to AWS Again"]) {
          await workbench.runCommand(`IoT Jobs: ${command}`);
          await workbench.notified("not trusted");
          await workbench.clearNotifications();
        }
        assert.equal(emulator.requests.length, 0);
      },
    );
  } finally {
    await emulator.close();
  }
});
