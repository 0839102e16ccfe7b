import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { startEmulator } from "../../../emulator/src/emulator";
import { certificate, key } from "../../client/certificate";
import { onLoopback, sso } from "../../client/loopbackAws";
import { listening } from "../../loopback";
import { patient, seen, until } from "./patience";
import { inWorkbench } from "./workbench";

const file = "update-job.json";
const text = `{ "jobId": "example-job-01", "description": "changed" }\n`;
const noKeys = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };

/** A folder outside the workspace with a config file, in which FOLDER stands for it. */
function withConfig(config: string): { readonly folder: string; readonly env: Readonly<Record<string, string>> } {
  const folder = mkdtempSync(path.join(tmpdir(), "iot-jobs-aws-"));
  const file = path.join(folder, "config");
  writeFileSync(file, config.replaceAll("FOLDER", folder));
  return { folder, env: { AWS_CONFIG_FILE: file } };
}

const program = `[profile fleet]
credential_process = touch FOLDER/ran && echo '{"Version": 1, "AccessKeyId": "K", "SecretAccessKey": "s"}'
`;

test("an account that a workspace names is used after the user agrees to it, once, and not before", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  const { folder, env } = withConfig(program);
  const files = {
    [file]: text,
    ".vscode/settings.json": JSON.stringify({ "iotJobs.profile": "fleet", "iotJobs.region": "us-west-2" }),
  };
  const settings = { "iotJobs.endpoint": emulator.endpoint };
  try {
    await inWorkbench({ files, open: file, settings, env: { ...noKeys, ...env } }, async (workbench) => {
      const { page, dialog, treeRows } = workbench;
      const welcome = page.locator(".welcome-view-content", { hasText: "settings of this workspace" });
      await workbench.openView("IoT Jobs");
      await welcome.first().waitFor();
      await workbench.openFile(file);
      await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
      await dialog.getByText("touch").waitFor();
      await workbench.screenshot("consent");
      await workbench.closeDialog("Cancel");
      assert.deepEqual([emulator.requests.length, existsSync(path.join(folder, "ran"))], [0, false]);

      await until(seen(dialog), () => welcome.getByRole("button", { name: "Review" }).first().click(patient));
      await workbench.closeDialog("Use This Account");
      await treeRows.filter({ hasText: "example-job-01" }).first().waitFor();
      assert.equal(existsSync(path.join(folder, "ran")), true);

      await workbench.reload();
      await workbench.openView("IoT Jobs");
      await treeRows.filter({ hasText: "example-job-01" }).first().waitFor();

      writeFileSync(path.join(workbench.folder, ".vscode/settings.json"), `{"iotJobs.region": "eu-west-1"}`);
      await welcome.first().waitFor();
    });
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true });
  }
});

/** Gives keys once there is a file FOLDER/go, and tells of each start in FOLDER/starts. */
const slowProgram = `[profile fleet]
credential_process = sh -c 'echo start >> FOLDER/starts; while [ -e FOLDER/config ] && [ ! -e FOLDER/go ]; do sleep 0.1; done; echo "$0"' '{"Version": 1, "AccessKeyId": "K", "SecretAccessKey": "s"}'
`;

test("a run is canceled while a program fetches its credentials, and the next one starts that anew", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  const { folder, env } = withConfig(slowProgram);
  const account = { "iotJobs.profile": "fleet", "iotJobs.region": "us-west-2" };
  const settings = { ...account, "iotJobs.endpoint": emulator.endpoint };
  try {
    await inWorkbench(
      { files: { [file]: text }, open: file, settings, env: { ...noKeys, ...env } },
      async (workbench) => {
        const { page, applyButton, statusBar } = workbench;
        await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
        const cancel = page
          .locator(".notification-list-item", { hasText: "Asking AWS" })
          .getByRole("button", { name: "Cancel" });
        const canceled = statusBar.getByText("The update of example-job-01 was not sent.");
        await until(seen(canceled), () => cancel.first().click(patient));
        await workbench.runCommand("IoT Jobs: Run UpdateJob on This File");
        await cancel.first().waitFor();
        assert.equal(emulator.requests.length, 0);
        writeFileSync(path.join(folder, "go"), "");
        await applyButton.waitFor();
        assert.equal(readFileSync(path.join(folder, "starts"), "utf8"), "start\nstart\n");
      },
    );
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true });
  }
});

test("the settings of a hostile workspace run nothing, and lead no call to another place", async () => {
  let visits = 0;
  const trap = createServer((_, response) => {
    visits += 1;
    response.end("{}");
  });
  const endpoint = `http://127.0.0.1:${await listening(trap)}`;
  const emulator = await startEmulator({ region: "us-west-2" });
  const { folder, env } = withConfig(program);
  const files = {
    [file]: `{ "jobId": "[x](command:workbench.action.quit)", "description": "<img src=${endpoint}>\\u001b[31m" }\n`,
    ".vscode/settings.json": JSON.stringify({
      "iotJobs.profile": "fleet",
      "iotJobs.region": "$(check) us-west-2\n\u202eAccount: yours",
      "iotJobs.endpoint": endpoint,
      "security.workspace.trust.enabled": false,
      "http.proxy": endpoint,
    }),
  };
  const settings = {
    "iotJobs.profile": "mine",
    "iotJobs.region": "us-west-2",
    "iotJobs.endpoint": emulator.endpoint,
  };
  try {
    await inWorkbench({ files, open: file, settings, env: { ...noKeys, ...env } }, async (workbench) => {
      await workbench.errors.first().waitFor();
      await workbench.openProblems();
      await workbench.problems.filter({ hasText: "letters A to Z" }).first().waitFor();
      await workbench.openView("IoT Jobs");
      await workbench.page
        .locator(".welcome-view-content", { hasText: "settings of this workspace" })
        .first()
        .waitFor();
      // Markdown has its links in an attribute of their own.
      const made = `[href^="command:workbench.action.quit"], [data-href^="command:workbench.action.quit"], img[src^="${endpoint}"]`;
      assert.equal(await workbench.page.locator(made).count(), 0);
      assert.equal(existsSync(path.join(folder, "ran")), false);

      const shown = String.raw`$ (check) us-west-2\u{a}\u{202e}Account: yours`;
      await workbench.statusBar.getByText(shown).waitFor();
      await workbench.runCommand("IoT Jobs: Allow the Account of This Workspace");
      await workbench.dialog.getByText(shown.replace("$ (", "$(")).waitFor();
      await workbench.closeDialog("Cancel");

      const workspaceSettings = path.join(workbench.folder, ".vscode/settings.json");
      writeFileSync(workspaceSettings, `{"iotJobs.profile": "", "iotJobs.region": " "}`);
      await workbench.statusBar.getByText("mine · us-west-2").first().waitFor();

      writeFileSync(workspaceSettings, `{"iotJobs.profile": "fleet"}`);
      await workbench.statusBar.getByText("fleet · us-west-2").waitFor();
      await workbench.runCommand("IoT Jobs: Allow the Account of This Workspace");
      await workbench.closeDialog("Use This Account");
      await workbench.treeRows.filter({ hasText: "example-job-01" }).first().waitFor();
      assert.ok(emulator.requests.length > 0);
    });
    assert.equal(visits, 0);
  } finally {
    await emulator.close();
    trap.close();
    rmSync(folder, { recursive: true });
  }
});

test("what was asked for without a region, or with a profile that may not, goes on after the choice", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  const settings = { "iotJobs.endpoint": emulator.endpoint };
  try {
    await inWorkbench({ files: { [file]: text }, settings }, async (workbench) => {
      const { page, choices } = workbench;
      const listed = choices.filter({ hasText: "example-job-01" }).first();
      await workbench.runCommand("IoT Jobs: Copy Job ID");
      await workbench.notified("No AWS region is chosen");
      await workbench.clickAway(page.getByRole("button", { name: "Choose Region" }));
      await workbench.choose("us-west-2");
      await listed.waitFor();
      await workbench.leave();

      emulator.inject({ operation: "GetJobDocument", kind: "denied", times: 1 });
      await workbench.startCommand("IoT Jobs: Open Job Document");
      await workbench.choose("example-job-01");
      await workbench.notified("Ask for the permission");
      await workbench.clickAway(page.getByRole("button", { name: "Choose Profile" }));
      await workbench.choose("Default credentials");
      await listed.waitFor();
      await workbench.leave();
    });
  } finally {
    await emulator.close();
  }
});

test("the window stays where it is when a command names a profile that nobody has", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  const script = "aws iot update-job --job-id example-job-01 --description changed --profile prod\n";
  try {
    await inWorkbench({ files: { "release.sh": script }, open: "release.sh", emulator }, async (workbench) => {
      const lens = workbench.page.locator(".codelens-decoration a", { hasText: "Run UpdateJob" }).first();
      await until(seen(workbench.dialog), () => lens.click(patient));
      await workbench.closeDialog("Switch to the Command's Account");
      await workbench.notified("Profile prod is not in your AWS files.");
      await workbench.statusBar.getByText("default · us-west-2").first().waitFor();
      assert.equal(emulator.requests.filter(({ operation }) => operation === "UpdateJob").length, 0);
    });
  } finally {
    await emulator.close();
  }
});

test("a command that names a profile alone goes to the region of that profile, not to that of the window", async () => {
  const emulator = await startEmulator({ region: "eu-west-1" });
  const { folder, env } = withConfig(
    "[profile fleet]\nregion = eu-west-1\naws_access_key_id = K\naws_secret_access_key = s\n[profile bare]\n",
  );
  const script = (profile: string): string =>
    `aws iot update-job --job-id example-job-01 --description changed --profile ${profile}\n`;
  const files = { "release.sh": script("fleet"), "bare.sh": script("bare") };
  const settings = { "iotJobs.region": "us-west-2" };
  try {
    await inWorkbench({ files, open: "bare.sh", emulator, settings, env }, async (workbench) => {
      const lens = workbench.page.locator(".codelens-decoration a", { hasText: "Run UpdateJob" }).first();
      await until(seen(workbench.dialog), () => lens.click(patient));
      await workbench.dialog.getByText("Command: Profile bare · no region is chosen").waitFor();
      await workbench.closeDialog("Cancel");
      await workbench.openFile("release.sh");
      await until(seen(workbench.dialog), () => lens.click(patient));
      await workbench.dialog.getByText("Command: Profile fleet · eu-west-1").waitFor();
      await workbench.dialog.getByText("(It names no region: that of the environment or of its profile").waitFor();
      await workbench.closeDialog("Switch to the Command's Account");
      await workbench.statusBar.getByText("fleet · eu-west-1").first().waitFor();
      await workbench.shows(/Profile fleet · eu-west-1/u);
    });
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true });
  }
});

test("a window stays at the region that was picked for it when the setting changes, until the user says otherwise", async () => {
  const emulator = await startEmulator({ region: "us-west-2" });
  try {
    await inWorkbench({ files: { [file]: text }, open: file, emulator }, async (workbench) => {
      await workbench.startCommand("IoT Jobs: Choose AWS Region…");
      await workbench.choose("eu-west-1");
      await workbench.statusBar.getByText("default · eu-west-1").first().waitFor();
      workbench.changeSettings({ "iotJobs.region": "eu-north-1" });
      await workbench.notified("This window stays where it is: Default credentials · eu-west-1");
      await workbench.statusBar.getByText("default · eu-west-1").first().waitFor();
      await workbench.clickAway(workbench.page.getByRole("button", { name: "Use the Settings" }));
      await workbench.statusBar.getByText("default · eu-north-1").first().waitFor();
    });
  } finally {
    await emulator.close();
  }
});

test("an expired session offers the login, and the jobs show by themselves after it", async () => {
  await onLoopback(sso, async ({ home, calls, login }) => {
    const settings = { "iotJobs.profile": "engineer", "iotJobs.region": "eu-west-1" };
    const env = { ...noKeys, HOME: home, AWS_CONFIG_FILE: path.join(home, ".aws/config") };
    await inWorkbench({ files: { [file]: text }, open: file, settings, env }, async (workbench) => {
      const { page } = workbench;
      await workbench.openView("IoT Jobs");
      const welcome = page.locator(".welcome-view-content");
      await welcome.getByRole("button", { name: "Sign In" }).first().click();
      await workbench.notified("Waiting for the sign-in");
      await workbench.screenshot("sign-in");
      const waiting = workbench.notifications.filter({ hasText: "Waiting for the sign-in" }).first();
      await workbench.runCommand("Terminal: Kill All Terminals");
      await waiting.waitFor({ state: "hidden" });
      await welcome.getByRole("button", { name: "Sign In" }).first().click();
      await waiting.waitFor();
      assert.deepEqual(calls, []);
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      login("corp", { accessToken: "token", expiresAt });
      await welcome.filter({ hasText: "There are no jobs" }).first().waitFor();
      await waiting.waitFor({ state: "hidden" });
    });
  });
});

/** A proxy that leads every host to one port of this machine, and remembers which hosts were asked for. */
async function proxyTo(
  port: number,
): Promise<{ readonly url: string; readonly hosts: Set<string>; readonly close: () => void }> {
  const hosts = new Set<string>();
  const proxy = createServer();
  proxy.on("connect", ({ url = "" }, socket) => {
    hosts.add(url);
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  return { url: `http://127.0.0.1:${await listening(proxy)}`, hosts, close: () => proxy.close() };
}

test("calls go through the proxy of VS Code's settings, and trust the certificates of AWS_CA_BUNDLE there", async () => {
  const server = createSecureServer({ cert: certificate, key }, (_, response) =>
    response.end(`{"jobs": [{"jobId": "behind-a-proxy", "status": "COMPLETED"}]}`),
  );
  const proxy = await proxyTo(await listening(server));
  const { folder, env } = withConfig("");
  writeFileSync(path.join(folder, "ca.pem"), certificate);
  const settings = {
    "iotJobs.region": "us-west-2",
    "iotJobs.endpoint": "https://iot.example.test",
    "http.proxy": proxy.url,
  };
  const options = { files: { [file]: text }, env: { ...env, AWS_CA_BUNDLE: path.join(folder, "ca.pem") } };
  try {
    await inWorkbench({ ...options, settings }, async (workbench) => {
      await workbench.openView("IoT Jobs");
      await workbench.treeRows.filter({ hasText: "behind-a-proxy" }).first().waitFor();
      assert.deepEqual([...proxy.hosts], ["iot.example.test:443"]);
    });
    proxy.hosts.clear();
    const around = { ...settings, "http.noProxy": ["iot.example.test"] };
    await inWorkbench({ ...options, settings: around }, async (workbench) => {
      await workbench.openView("IoT Jobs");
      await workbench.page.locator(".welcome-view-content", { hasText: "could not be reached" }).first().waitFor();
      assert.deepEqual([...proxy.hosts], []);
    });
  } finally {
    proxy.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
