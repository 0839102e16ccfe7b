import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Emulator } from "../../../emulator/src/emulator";
import { diagnosticsOf, openPayload } from "./payload";
import { timeIsUp } from "../../apply/time";
import { requestsOfRun, traceOf } from "../../apply/trace";
import { deciding, journalOf, leftSide, rightSide, run, set, withEmulator, withShortTime } from "./review";
import { test } from "./runner";

const jobId = "example-job-01";
const text = `{ "jobId": "${jobId}", "description": "after", "timeoutConfig": { "inProgressTimeoutInMinutes": 45 } }\n`;

/** The requests of a run, without those of the views beside it: `who look look UPDATE look`. */
function trace(emulator: Emulator): string {
  return traceOf(requestsOfRun(emulator.requests), []);
}

test("a request that is throttled goes again after a second, without a test's time", async () => {
  await withEmulator({}, async (emulator) => {
    await openPayload("apply.update-job.json", text);
    emulator.inject({ operation: "UpdateJob", kind: "throttled", times: 1 });
    assert.equal(await run("iotJobs.applyReview"), `${jobId}: applied, and read back from the job.`);
    const [first, second] = emulator.requests.filter(({ operation }) => operation === "UpdateJob");
    assert.ok(first && second && second.at - first.at >= 1_000);
    assert.deepEqual(
      (await journalOf()).map(({ result }) => result),
      ["applied"],
    );
  });
});

test("a job that has ended is warned of in the review, and refuses", async () => {
  await withEmulator({}, async (emulator) => {
    emulator.call("CancelJob", { jobId });
    await openPayload("apply.update-job.json", text);
    const told = await run(async () => {
      assert.match(await rightSide(), /The job is CANCELED\./u);
      await vscode.commands.executeCommand("iotJobs.applyReview");
    });
    assert.match(told, /not applied\. The job has ended.*Status is CANCELED/u);
  });
});

test("an unknown job stops a run before its review", async () => {
  await withEmulator({}, async (emulator) => {
    await openPayload("unknown.update-job.json", text.replace(jobId, "nobody-knows-it"));
    const told = await run("iotJobs.applyReview");
    assert.match(told, /^nobody-knows-it: nothing was sent\. There is no such job/u);
    assert.equal(trace(emulator), "who look");
  });
});

test("a job that changes while its review is open is reviewed again, as it is then", async () => {
  await withEmulator({}, async (emulator) => {
    await openPayload("apply.update-job.json", text);
    const shown: string[] = [];
    const told = await run(async () => {
      shown.push(await leftSide());
      if (shown.length === 1) emulator.call("UpdateJob", { jobId, description: "in between" });
      await vscode.commands.executeCommand("iotJobs.applyReview");
    });
    assert.equal(told, `${jobId}: applied, and read back from the job.`);
    assert.equal(shown.length, 2);
    assert.match(shown[1] ?? "", /has changed since the\s[^]*"description": "in between"/u);
  });
});

test("a review that is canceled, or closed, sends nothing", async () => {
  await withEmulator({}, async (emulator) => {
    await openPayload("apply.update-job.json", text);
    assert.equal(await run("iotJobs.cancelReview"), `The update of ${jobId} was not sent.`);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await openPayload("apply.update-job.json", text);
    assert.equal(await run("workbench.action.closeActiveEditor"), `The update of ${jobId} was not sent.`);
    assert.doesNotMatch(trace(emulator), /UPDATE/u);
  });
});

test("a double click opens one review", async () => {
  await withEmulator({}, async (emulator) => {
    const { uri } = await openPayload("apply.update-job.json", text);
    const click = (): Thenable<string> => vscode.commands.executeCommand<string>("iotJobs.runUpdateJob", uri);
    const clicks: Thenable<string>[] = [];
    const applyWhenOtherHasEnded = async (): Promise<void> => {
      assert.equal(await Promise.race(clicks), "");
      await vscode.commands.executeCommand("iotJobs.applyReview");
    };
    const told = await deciding(applyWhenOtherHasEnded, () => {
      clicks.push(click(), click());
      return Promise.all(clicks);
    });
    assert.deepEqual(told.toSorted(), ["", `${jobId}: applied, and read back from the job.`]);
    assert.equal(trace(emulator), "who look look UPDATE look");
  });
});

test("with the file in front, Apply brings the review there and decides nothing", async () => {
  await withEmulator({}, async (emulator) => {
    const document = await openPayload("apply.update-job.json", text);
    const told = await run(async () => {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("iotJobs.applyReview");
      assert.match(await rightSide(), /"description": "after"/u);
      assert.equal(trace(emulator), "who look");
      await vscode.commands.executeCommand("iotJobs.applyReview");
    });
    assert.equal(told, `${jobId}: applied, and read back from the job.`);
  });
});

test("a second run shows the review that is open; after an edit, another takes its place", async () => {
  await withEmulator({}, async (emulator) => {
    const document = await openPayload("apply.update-job.json", text);
    let second: Promise<string> | undefined;
    const first = await run(async () => {
      if (second !== undefined) return;
      await vscode.window.showTextDocument(document);
      assert.equal(await vscode.commands.executeCommand("iotJobs.runUpdateJob"), "");
      assert.match(await rightSide(), /"description": "after"/u);
      await edit(document, "after", "later");
      const applyLater = async (): Promise<void> => {
        if ((await rightSide()).includes("later")) await vscode.commands.executeCommand("iotJobs.applyReview");
      };
      second = run(applyLater, "iotJobs.runUpdateJob", document.uri);
    });
    assert.equal(first, `The update of ${jobId} was not sent.`);
    assert.equal(await second, `${jobId}: applied, and read back from the job.`);
    assert.equal(emulator.requests.filter(({ operation }) => operation === "UpdateJob").length, 1);
    assert.equal(emulator.job(jobId)?.configuration.description, "later");
  });
});

test("a payload that is edited while its review is open is not sent, unless it still says the same", async () => {
  await withEmulator({}, async (emulator) => {
    const document = await openPayload("apply.update-job.json", text);
    const runAndEdit = (old: string, replacement: string): Promise<string> =>
      run(async () => {
        await edit(document, old, replacement);
        await vscode.commands.executeCommand("iotJobs.applyReview");
      });
    assert.match(await runAndEdit("after", "later"), /nothing was sent\. The file has changed since the review/u);
    assert.doesNotMatch(trace(emulator), /UPDATE/u);
    assert.equal(await runAndEdit("{", "{ "), `${jobId}: applied, and read back from the job.`);
  });
});

test("a dry run shows the review and sends nothing", async () => {
  await withEmulator({}, async (emulator) => {
    await openPayload("apply.update-job.json", text);
    const told = await vscode.commands.executeCommand("iotJobs.dryRun");
    assert.equal(told, `${jobId}: dry run; nothing was sent.`);
    assert.doesNotMatch(trace(emulator), /UPDATE/u);
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputTextDiff);
    const shown = await vscode.workspace.openTextDocument(activeTab.input.modified);
    assert.match(shown.getText(), /"inProgressTimeoutInMinutes": 45/u);
  });
});

test("what AWS refuses is shown at its member, and goes when the text there changes", async () => {
  await withEmulator({}, async (emulator) => {
    const document = await openPayload("apply.update-job.json", text);
    const message =
      "1 validation error detected: Value '45' at 'timeoutConfig.inProgressTimeoutInMinutes' failed to satisfy constraint: Member must be a multiple of 7";
    emulator.inject({ operation: "UpdateJob", kind: "status", status: 400, name: "InvalidRequestException", message });
    await run("iotJobs.applyReview");
    const ofAws = ({ source }: vscode.Diagnostic): boolean => source === "AWS IoT";
    const [problem] = (await diagnosticsOf(document, (found) => found.some(ofAws))).filter(ofAws);
    assert.equal(problem?.message, "Member must be a multiple of 7");
    assert.equal(document.getText(problem.range), "45");
    await edit(document, "after", "longer than before");
    const moved = vscode.languages.getDiagnostics(document.uri).find(ofAws);
    assert.equal(moved && document.getText(moved.range), "45");
    await edit(document, "45", "42");
    await diagnosticsOf(document, (found) => !found.some(ofAws));
  });
});

test("a member that AWS accepts and does not show is marked where it stands", async () => {
  await withShortTime(() =>
    withEmulator({}, async (emulator) => {
      const document = await openPayload("apply.update-job.json", text);
      emulator.inject({ operation: "UpdateJob", kind: "drop-member", member: "timeoutConfig" });
      assert.match(
        await run("iotJobs.applyReview"),
        /: AWS accepted the request, but the job does not show it so far/u,
      );
      const found = await diagnosticsOf(document, (all) => all.some(({ source }) => source === "AWS IoT"));
      const problem = found.find(({ source }) => source === "AWS IoT");
      assert.equal(problem?.message, "timeoutConfig.inProgressTimeoutInMinutes is 60, not 45");
      assert.equal(document.getText(problem.range), "45");
      assert.equal((await journalOf())[0]?.result, "unverified");
    }),
  );
});

test("all commands of a script that is selected are one review, sent one after another", async () => {
  await withEmulator({}, async (emulator) => {
    const script = ["example-job-01", "firmware-2-14-0-europe"]
      .map((id) => `aws iot update-job --job-id ${id} --description after\n`)
      .join("echo between\n");
    await openPayload("apply.sh", script);
    await vscode.commands.executeCommand("editor.action.selectAll");
    const told = await run("iotJobs.applyReview");
    assert.equal(
      told,
      "example-job-01: applied, and read back from the job.\nfirmware-2-14-0-europe: applied, and read back from the job.",
    );
    assert.equal(emulator.job("firmware-2-14-0-europe")?.configuration.description, "after");
  });
});

test("a command that names the account of the window runs there; commands that name several do not run together", async () => {
  await withEmulator({}, async (emulator) => {
    const command = (region: string): string =>
      `aws iot update-job --region ${region} --job-id ${jobId} --description "in ${region}"\n`;
    await openPayload("here.sh", command("us-west-2"));
    assert.equal(await run("iotJobs.applyReview"), `${jobId}: applied, and read back from the job.`);
    await openPayload("several.sh", `${command("us-west-2")}${command("eu-west-1")}`);
    await vscode.commands.executeCommand("editor.action.selectAll");
    assert.equal(await run("iotJobs.applyReview"), "");
    assert.equal(emulator.job(jobId)?.configuration.description, "in us-west-2");
  });
});

test("a command that is not known before it runs is shown, and nothing is sent", async () => {
  await withEmulator({}, async (emulator) => {
    const document = await openPayload(
      "variable.sh",
      `echo first\naws iot update-job --job-id ${jobId} --description $TEXT\n`,
    );
    await vscode.commands.executeCommand("iotJobs.runUpdateJob", document.uri, { line: 1, character: 0 });
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document, document);
    assert.match(document.getText(activeTextEditor.selection), /^aws iot update-job .* \$TEXT$/u);
    assert.equal(trace(emulator), "");
  });
});

test("the configuration before comes back from the journal", async () => {
  await withEmulator({}, async (emulator) => {
    const before = emulator.job(jobId)?.configuration;
    await openPayload("apply.update-job.json", text);
    await run("iotJobs.applyReview");
    const [newest] = await journalOf();
    assert.ok(newest);
    const entry = { beginning: { ...newest, kind: "beginning" }, ending: undefined };
    const node = { kind: "run", jobId, entry };
    const told = await run(
      async () => {
        assert.match(
          (await rightSide()).replaceAll(/\n\/\/ +/gu, " "),
          /This brings back what the job had before the run/u,
        );
        await vscode.commands.executeCommand("iotJobs.applyReview");
      },
      "iotJobs.restoreConfiguration",
      node,
    );
    assert.equal(told, `${jobId}: applied, and read back from the job.`);
    assert.deepEqual(emulator.job(jobId)?.configuration, before);
  });
});

test("a review whose window has gone to another account sends nothing", async () => {
  await withEmulator({}, async (emulator) => {
    await openPayload("apply.update-job.json", text);
    const told = await run(async () => {
      await set("region", "eu-west-1");
      await vscode.commands.executeCommand("iotJobs.applyReview");
    });
    assert.match(told, /^example-job-01: nothing was sent\. This window is at another account now \(.*eu-west-1/u);
    assert.equal(trace(emulator), "who look");
  });
});

test("a run whose end is not known is looked at again where it was sent, and nowhere else", async () => {
  await withShortTime(() =>
    withEmulator({}, async (emulator) => {
      await openPayload("apply.update-job.json", text);
      emulator.inject({ operation: "UpdateJob", kind: "before", run: timeIsUp, times: 1 });
      emulator.inject({ operation: "UpdateJob", kind: "latency", milliseconds: 10_000, times: 1 });
      assert.match(await run("iotJobs.applyReview"), /no answer came in time/u);
      const [newest] = await journalOf();
      assert.equal(newest?.result, "unknown");
      const node = { kind: "run", jobId, entry: { beginning: { ...newest, kind: "beginning" }, ending: undefined } };
      emulator.call("UpdateJob", { jobId, description: "after", timeoutConfig: { inProgressTimeoutInMinutes: 45 } });
      const look = (): Thenable<string> => vscode.commands.executeCommand<string>("iotJobs.lookAgain", node);
      await set("region", "eu-west-1");
      assert.match(await look(), /was changed in account 123456789012, us-west-2\. This window is at/u);
      assert.equal((await journalOf())[0]?.result, "unknown");
      await set("region", "us-west-2");
      assert.equal(await look(), `${jobId}: applied. The job has all of it now.`);
      assert.equal((await journalOf())[0]?.result, "applied");
    }),
  );
});

test("a run whose account was not recorded is of this window's account only where the profile is the same", async () => {
  await withEmulator({}, async (emulator) => {
    const host = new URL(emulator.endpoint).host;
    const beginning = { kind: "beginning", id: "1", at: "2026-01-01T00:00:00.000Z", jobId, region: "us-west-2" };
    const look = (run: object): Thenable<string> => {
      const entry = { beginning: { ...beginning, endpoint: host, before: {}, payload: { jobId }, ...run } };
      return vscode.commands.executeCommand<string>("iotJobs.lookAgain", { kind: "run", jobId, entry });
    };
    assert.match(await look({ profile: "fleet" }), /was changed in account unknown, us-west-2\. This window is at/u);
    assert.match(await look({}), /^example-job-01: applied\./u);
  });
});

test("a job opens as it is: as a document to read, and as a payload with the value that is asked for selected", async () => {
  await withEmulator({}, async () => {
    await vscode.commands.executeCommand("iotJobs.openLiveJob", jobId);
    const live = vscode.window.activeTextEditor?.document;
    assert.equal(live?.uri.scheme, "iot-job");
    assert.match(live.getText(), /"status": "IN_PROGRESS"/u);
    const path = ["timeoutConfig", "inProgressTimeoutInMinutes"];
    await vscode.commands.executeCommand("iotJobs.openAsPayload", jobId, path);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith(`/${jobId}.update-job.json`));
    assert.equal(editor.document.getText(editor.selection), "60");
    assert.doesNotMatch(editor.document.getText(), /presignedUrlConfig|null|status/u);
  });
});

async function edit(document: vscode.TextDocument, old: string, replacement: string): Promise<void> {
  const start = document.getText().indexOf(old);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, replacement);
  await vscode.workspace.applyEdit(change);
}
