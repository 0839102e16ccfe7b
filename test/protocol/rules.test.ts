import assert from "node:assert/strict";
import { test } from "node:test";
import { startServer } from "./server";

const uri = "file:///w/a.update-job.json";
const pulls = { textDocument: { diagnostic: {} } };
const textDocument = { uri };
const wrong = `{"jobId": "j1", "description": 5, "timeoutConfig": {"inProgressTimeoutInMinutes": 10081}}`;

interface Report {
  readonly items: readonly { code: string; severity: number; codeDescription?: { href: string } }[];
}

test("rules are as the client set them at the start, and as it changes them later; each problem links to its rule", async () => {
  const options = {
    rules: { range: "hint", type: "off", "no-such-rule": "off", enum: 7 },
    rulesPage: "file:///rules.md",
  };
  const server = await startServer(pulls, options);
  await server.open(uri, wrong);
  const ask = async (): Promise<readonly unknown[]> => {
    const { items } = await server.connection.sendRequest<Report>("textDocument/diagnostic", { textDocument });
    return items.map(({ code, severity, codeDescription }) => [code, severity, codeDescription?.href]);
  };
  assert.deepEqual(await ask(), [["range", 4, "file:///rules.md#range"]]);
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: { rules: {} } });
  assert.deepEqual(await ask(), [
    ["type", 1, "file:///rules.md#type"],
    ["range", 1, "file:///rules.md#range"],
  ]);
  await server.stop();
});

test("an error that the user made a warning no longer keeps back the payload", async () => {
  const server = await startServer(pulls, { rules: { range: "warning" } });
  await server.open(uri, wrong.replace("5", `"x"`));
  const { payload } = await server.connection.sendRequest<{ payload?: object }>("iotJobs/payload", { textDocument });
  assert.deepEqual(payload, { jobId: "j1", description: "x", timeoutConfig: { inProgressTimeoutInMinutes: 10081 } });
  await server.stop();
});

test("code actions are of the kinds that the client asks for", async () => {
  const server = await startServer(pulls, { commands: ["iotJobs.changeSeverity"] });
  await server.open(uri, wrong);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: wrong.length } };
  const titles = async (only?: readonly string[]): Promise<readonly string[]> => {
    const params = { textDocument, range, context: { diagnostics: [], ...(only && { only }) } };
    const actions = await server.connection.sendRequest<{ title: string }[]>("textDocument/codeAction", params);
    return actions.map(({ title }) => title);
  };
  assert.deepEqual(await titles(["source.fixAll"]), ["Fix all problems that have one answer"]);
  assert.deepEqual(await titles(), [
    'Change to "5"',
    "Change to 10080",
    "Change the severity of type…",
    "Change the severity of range…",
  ]);
  await server.stop();
});

test("a client that refuses what the server asks of it still gets its answers", async () => {
  const server = await startServer({ ...pulls, workspace: { inlayHint: { refreshSupport: true } } });
  await server.open(uri, wrong);
  const refused = new Promise<void>((resolve) => {
    server.connection.onRequest("workspace/inlayHint/refresh", () => {
      setImmediate(resolve);
      throw new Error("no");
    });
  });
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: { rules: {} } });
  await refused;
  for (let time = 0; time < 2; time++) {
    const { items } = await server.connection.sendRequest<Report>("textDocument/diagnostic", { textDocument });
    assert.equal(items.length, 2);
  }
  await server.stop();
});
