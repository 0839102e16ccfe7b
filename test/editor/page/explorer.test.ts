import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, dark, expand, highContrast, inJobsView, light, row } from "./jobsPane";
import { gone, patient, seen, until } from "./patience";

const arn = "arn:aws:iot:us-west-2:123456789012:";

test("a job is canceled with a reason, and a job that somebody else cancels is seen without a refresh", async () => {
  const settings = { ...light, "iotJobs.protected": { jobs: ["thermostat-*"] } };
  await inJobsView({ settings }, async (workbench, emulator) => {
    await expand(workbench, "thermostat-schedule-fix");
    const menu = workbench.page.locator(".context-view .action-item");
    await until(seen(menu.filter({ hasText: "Cancel Job" })), () => workbench.press("Shift+F10"));
    const focused = menu.and(workbench.page.locator(".focused")).filter({ hasText: "Cancel Job" });
    await until(seen(focused), () => workbench.press("ArrowUp"));
    await until(gone(focused), () => workbench.press("Enter"));
    await workbench.message("Reason code").waitFor();
    await workbench.fill("too late");
    await workbench.message("capitals, digits and _").waitFor();
    await workbench.fill("");
    await workbench.answer("Reason code", "SUPERSEDED");
    await workbench.answer("Comment; may stay empty", "2.14.0 has the same fix");
    await workbench.dialog.waitFor();
    const question = await workbench.dialog.innerText();
    assert.match(question, /Cancel the job thermostat-schedule-fix\?/u);
    assert.match(question, /queued, which are canceled: \d+\./u);
    assert.match(question, /in progress, which go on and may still change their devices: \d+\./u);
    await workbench.screenshot("cancel-job");
    await workbench.closeDialog("Cancel the Job");
    await workbench.answer("Type the id of the job, thermostat-schedule-fix, to cancel it.", "thermostat-schedule-fix");
    await workbench.notified("is canceled");
    const { status, reasonCode, comment } = emulator.job("thermostat-schedule-fix") ?? {};
    assert.deepEqual([status, reasonCode, comment], ["CANCELED", "SUPERSEDED", "2.14.0 has the same fix"]);
    await workbench.page.locator('[aria-label*="thermostat-schedule-fix, canceled"]').waitFor();
    emulator.call("CancelJob", { jobId: "greengrass-deployment-17" });
    await workbench.page.locator('[aria-label*="greengrass-deployment-17, canceled"]').waitFor();
  });
});

test("a job that is dragged into an editor becomes its payload, or its id", async () => {
  const files = { "new.update-job.yaml": "", "notes.txt": "The job \n" };
  await inJobsView({ files, open: "new.update-job.yaml", settings: dark }, async (workbench) => {
    const editor = workbench.page.locator(".editor-group-container.active .editor-instance .view-lines");
    await row(workbench, "example-job-01").waitFor();
    const payload = workbench.line("jobId: example-job-01");
    await until(seen(payload), () => row(workbench, "example-job-01").dragTo(editor, patient));
    await workbench.shows(/^timeoutConfig:\n\s+inProgressTimeoutInMinutes: 60$/mu);
    await workbench.screenshot("job-dropped");
    await workbench.openFile("notes.txt");
    const place = { ...patient, targetPosition: { x: 70, y: 8 } };
    const id = workbench.line("camera-model-3");
    await until(seen(id), () => row(workbench, "camera-model-3").dragTo(editor, place));
    assert.match(await workbench.text(), /camera-model-3/u);
    assert.doesNotMatch(await workbench.text(), /jobExecutionsRolloutConfig/u);
  });
});

test("a job that is dropped on the id of a payload takes its place", async () => {
  const files = { "update-job.json": '{ "jobId": "example-job-01" }\n' };
  await inJobsView({ files, open: "update-job.json", settings: dark }, async (workbench) => {
    await workbench.page.locator(".codelens-decoration", { hasText: "Run UpdateJob" }).waitFor();
    const id = workbench.page.locator(".view-line span span", { hasText: "example-job-01" }).first();
    await row(workbench, "camera-model-3").waitFor();
    const dropped = workbench.line('"jobId": "camera-model-3"');
    await until(seen(dropped), () => row(workbench, "camera-model-3").dragTo(id, patient));
    await workbench.screenshot("job-dropped-on-id");
  });
});

test("payload files show their problems, and on demand whether the live job is as they say", async () => {
  const files = {
    "in-step.update-job.json": '{ "jobId": "example-job-01", "timeoutConfig": { "inProgressTimeoutInMinutes": 60 } }\n',
    "release/new.update-job.yaml": "jobId: camera-model-3\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 90\n",
    "wrong.update-job.json": '{ "jobId": "example-job-01", "timeoutConfig": { "inProgressTimeoutInMinutes": 0 } }\n',
  };
  const settings = { ...dark, "workbench.sideBar.location": "left" };
  await inJobsView({ files, settings }, async (workbench, emulator) => {
    const payload = (text: string | RegExp) => workbench.payloadRows.filter({ hasText: text }).first();
    await payload("new.update-job.yaml").filter({ hasText: "release" }).waitFor();
    await row(workbench, "example-job-01").waitFor();
    const checked = payload("wrong").filter({ hasText: "1 error" });
    await until(seen(checked), () => payload("wrong").click(patient));
    const described = (jobId: string): number =>
      emulator.requests.filter(({ operation, path }) => operation === "DescribeJob" && path.endsWith(`/${jobId}`))
        .length;
    const before = described("camera-model-3");
    await choose(workbench, "Check All Payloads Against Live Jobs");
    await payload("in-step").filter({ hasText: "in step" }).waitFor();
    await payload("new").filter({ hasText: "differs: timeoutConfig" }).waitFor();
    await payload("wrong").filter({ hasText: "cannot be compared" }).waitFor();
    assert.ok(described("camera-model-3") > before);
    await workbench.screenshot("payloads");
    await workbench.openFile("in-step.update-job.json");
    await workbench.replaceText('{ "jobId": "example-job-01" }\n');
    await payload("in-step").filter({ hasText: "in step" }).waitFor({ state: "detached" });
  });
});

test("hostile text of the service is shown as text, and a job close to its abort criterion has a badge", async () => {
  const hostile = "[quit](command:workbench.action.quit) $(trash) <b>bold</b>\u001b[31m\u202egpj.exe";
  const job = {
    jobId: "example-job-01",
    jobArn: `${arn}job/example-job-01`,
    status: "IN_PROGRESS",
    createdAt: 1_790_000_000,
    lastUpdatedAt: 1_790_000_000,
  };
  const details = {
    ...job,
    description: hostile.repeat(20),
    comment: hostile,
    targets: [`${arn}thinggroup/${hostile}`],
    abortConfig: {
      criteriaList: [
        { failureType: "FAILED", action: "CANCEL", thresholdPercentage: 20, minNumberOfExecutedThings: 10 },
      ],
    },
    jobProcessDetails: { numberOfFailedThings: 18, numberOfSucceededThings: 82, numberOfQueuedThings: 100 },
  };
  await inJobsView({ jobs: 1, settings: highContrast }, async (workbench, emulator) => {
    await row(workbench, "example-job-01").waitFor();
    const strange = ["..", "../../things", hostile].map((jobId) => ({ ...job, jobId }));
    emulator.inject({
      operation: "ListJobs",
      kind: "malformed",
      body: JSON.stringify({ jobs: [job, ...strange, { ...job }, { status: "IN_PROGRESS" }] }),
    });
    emulator.inject({ operation: "DescribeJob", kind: "malformed", body: JSON.stringify({ job: details }) });
    await workbench.runCommand("IoT Jobs: Refresh Jobs");
    await row(
      workbench,
      "[quit](command:workbench.action.quit) $(trash) <b>bold</b>\\u{1b}[31m\\u{202e}gpj.exe",
    ).waitFor();
    assert.equal(await workbench.treeRows.count(), 4);
    await row(workbench, "example-job-01").filter({ hasText: "50 % · 18 failed" }).waitFor();
    await workbench.page.locator('[aria-label*="Close to an abort criterion: 18 % failed"]').waitFor();
    await expand(workbench, "example-job-01");
    await expand(workbench, "Targets");
    await workbench.treeRows.nth(9).waitFor();
    assert.equal(await workbench.treeRows.filter({ hasText: "\\u{202e}gpj.exe" }).count(), 2);
    await expand(workbench, "Configuration");
    await row(workbench, "Description:").waitFor();
    const hover = workbench.page.locator(".monaco-hover:not(.hidden), .workbench-hover").filter({ hasText: "Comment" });
    await until(seen(hover), async () => {
      await workbench.page.mouse.move(0, 0);
      await row(workbench, "example-job-01").hover(patient);
    });
    await workbench.screenshot("hostile");
    assert.equal(await hover.locator("a, b, .codicon-trash").count(), 0);
    assert.equal(await workbench.treeRows.locator("b, a[href], .label-name .codicon").count(), 0);
    const paths = emulator.requests.map(({ path }) => path);
    assert.deepEqual(
      [...new Set(paths)].filter((path) => !/^\/jobs(\/example-job-01)?$/u.test(path)),
      [],
      "nothing is asked for under a strange name",
    );
  });
});
