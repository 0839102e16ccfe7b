import assert from "node:assert/strict";
import { test } from "node:test";
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import { converse, startServer } from "./server";

const uri = "file:///w/a.update-job.json";
const wrong = `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 10081}}`;
const pulls = { textDocument: { diagnostic: {} } };

test("frames written by hand give the diagnostics", async () => {
  const textDocument = { uri, languageId: "json", version: 1, text: wrong };
  const answer = await converse(
    ["dist/server.js", "--stdio"],
    [
      { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
      { method: "initialized", params: {} },
      { method: "textDocument/didOpen", params: { textDocument } },
      { id: 2, method: "shutdown" },
      { method: "exit" },
    ],
  );
  assert.match(answer, /"method":"textDocument\/publishDiagnostics".*"code":"range"/);
});

test("what comes out of turn is refused, and what is told out of turn is passed over", async () => {
  const initialize = { method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } };
  const folding = { method: "textDocument/foldingRange", params: { textDocument: { uri } } };
  const opened = {
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "json", version: 1, text: wrong } },
  };
  const answer = await converse(
    ["dist/server.js", "--stdio"],
    [
      { id: 1, ...folding },
      opened,
      { id: 2, ...initialize },
      { id: 3, ...initialize },
      { id: 4, ...folding },
      { id: 5, method: "shutdown" },
      opened,
      { id: 6, ...folding },
      { id: 7, method: "shutdown" },
      { method: "exit" },
    ],
  );
  const told = answer.match(/\{"jsonrpc".*?\}(?=Content-Length|$)/gsu) ?? [];
  assert.deepEqual(told.map(outcomeOf), [
    "1 -32002 Not initialized yet.",
    "2 answered",
    "3 -32600 Initialized already.",
    "4 answered",
    "5 answered",
    "6 -32600 Shut down already.",
    "7 -32600 Shut down already.",
  ]);
});

test("what lacks what it is about is refused, what is about nothing there has no answer, and the server goes on", async () => {
  const textDocument = { uri };
  const position = { line: 0, character: 3 };
  const asked: readonly (readonly [method: string, params: object | null])[] = [
    ["textDocument/hover", null],
    ["textDocument/hover", { textDocument }],
    ["textDocument/hover", { textDocument, position: { line: "0", character: 1 } }],
    ["textDocument/hover", { position }],
    ["textDocument/hover", { textDocument, position: { line: 1e9, character: 1e9 } }],
    ["textDocument/hover", { textDocument: { uri: "file:///none" }, position }],
    ["textDocument/foldingRange", {}],
    ["textDocument/rename", { textDocument, position, newName: 5 }],
    ["textDocument/codeAction", { textDocument, range: { start: position, end: position } }],
    ["completionItem/resolve", {}],
    ["no/such", {}],
    ["textDocument/hover", { textDocument, position }],
  ];
  const server = await startServer(pulls);
  await server.open(uri, wrong);
  const outcomes: string[] = [];
  for (const [method, params] of asked) {
    const answer = server.connection.sendRequest<unknown>(method, params);
    const refusal = (error: unknown): string =>
      error instanceof ResponseError ? `${error.code} ${error.message}` : String(error);
    outcomes.push(await answer.then((result) => (result === null ? "nothing" : "answered"), refusal));
  }
  const lacking = (name: string, method: string): string =>
    `-32602 The parameter ${name} of ${method} is missing or wrong.`;
  assert.deepEqual(outcomes, [
    lacking("textDocument", "textDocument/hover"),
    lacking("position", "textDocument/hover"),
    lacking("position", "textDocument/hover"),
    lacking("textDocument", "textDocument/hover"),
    "nothing",
    "nothing",
    lacking("textDocument", "textDocument/foldingRange"),
    lacking("newName", "textDocument/rename"),
    lacking("context", "textDocument/codeAction"),
    lacking("label", "completionItem/resolve"),
    "-32601 Unhandled method no/such",
    "answered",
  ]);
  await server.stop();
});

function outcomeOf(frame: string): string {
  const [, id = ""] = /"id":(\d+)/.exec(frame) ?? [];
  const [, code, message] = /"error":\{"code":(-\d+),"message":"(.*?)"/.exec(frame) ?? [];
  return code === undefined ? `${id} answered` : `${id} ${code} ${message}`;
}

test("diagnostics are pulled where the client pulls, at the range of the value", async () => {
  const server = await startServer(pulls);
  await server.open(uri, wrong);
  const report = await server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  assert.deepEqual(report, {
    kind: "full",
    items: [
      {
        range: { start: { line: 0, character: 64 }, end: { line: 0, character: 69 } },
        severity: 1,
        code: "range",
        source: "iot-jobs",
        message: "Expected a whole number from 1 to 10080, found 10081; nearest 10080.",
      },
    ],
  });
  await server.stop();
});

test("syntax errors are left to an editor that shows them itself, and still stop the payload", async () => {
  const server = await startServer(pulls, { editorReportsJsonSyntax: true });
  await server.open(uri, `{"jobId": "j1",}`);
  const report = await server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  assert.doesNotMatch(JSON.stringify(report), /"syntax"/);
  const result = await server.connection.sendRequest<{ payload?: object; problems: object[] }>("iotJobs/payload", {
    textDocument: { uri },
  });
  assert.equal(result.payload, undefined);
  assert.match(JSON.stringify(result.problems), /"syntax"/);
  await server.stop();
});

test("iotJobs/payload gives the payload, and a change to the text changes it", async () => {
  const server = await startServer(pulls);
  await server.open(uri, `{"jobId": "j1", "description": "a"}`);
  const ask = (): Promise<unknown> => server.connection.sendRequest("iotJobs/payload", { textDocument: { uri } });
  assert.deepEqual(await ask(), {
    notation: "json",
    payload: { jobId: "j1", description: "a" },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 35 } },
    account: {},
    warnings: [],
    problems: [],
  });
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 0, character: 32 }, end: { line: 0, character: 33 } }, text: "b" }],
  });
  assert.match(JSON.stringify(await ask()), /"description":"b"/);
  // Of an editor that never counts the version up, too.
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: `{"jobId": "j1", "description": "c"}` }],
  });
  assert.match(JSON.stringify(await ask()), /"description":"c"/);
  await server.stop();
});

test("a JSON file of another name is none of ours until a pattern names it", async () => {
  const server = await startServer(pulls);
  const other = "file:///w/rollouts/a.json";
  await server.open(other, wrong);
  const ask = (): Promise<unknown> =>
    server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: other } });
  assert.deepEqual(await ask(), { kind: "full", items: [] });
  await server.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { payloadFiles: ["rollouts/*.json"] },
  });
  assert.match(JSON.stringify(await ask()), /"range"/);
  await server.stop();
});

test("completion and hover answer, and a request on a closed document does no harm", async () => {
  const server = await startServer(pulls);
  await server.open(uri, `{"jobId": "j1", }`);
  const position = { line: 0, character: 16 };
  const { items } = await server.connection.sendRequest<{ items: { label: string }[] }>("textDocument/completion", {
    textDocument: { uri },
    position,
  });
  assert.ok(items.some(({ label }) => label === "abortConfig"));
  const hover = await server.connection.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position: { line: 0, character: 3 },
  });
  assert.match(JSON.stringify(hover), /1 to 64 characters/);
  await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  assert.equal(await server.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position }), null);
  await server.stop();
});

test("columns count bytes where the client asks for UTF-8 first, UTF-16 units where it says nothing", async () => {
  const text = `{"description": "Größe 😀", "x": 1, "jobId": "j1"}`;
  const columnOf = async (capabilities: object): Promise<number | undefined> => {
    const server = await startServer({ ...pulls, ...capabilities });
    await server.open(uri, text);
    const { items } = await server.connection.sendRequest<{ items: { range: { start: { character: number } } }[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    await server.stop();
    return items[0]?.range.start.character;
  };
  const before = text.slice(0, text.indexOf('"x"'));
  assert.equal(await columnOf({ general: { positionEncodings: ["utf-8", "utf-16"] } }), Buffer.byteLength(before));
  assert.equal(await columnOf({}), before.length);
});

test("jobs that the client names are offered, and an item is documented when asked for", async () => {
  const server = await startServer(pulls);
  await server.open(uri, `{"jobId": ""}`);
  await server.connection.sendNotification("iotJobs/knownJobs", { jobIds: ["blue", "green"] });
  const { items } = await server.connection.sendRequest<{ items: { label: string }[] }>("textDocument/completion", {
    textDocument: { uri },
    position: { line: 0, character: 11 },
  });
  assert.deepEqual(
    items.map(({ label }) => label),
    ["blue", "green"],
  );
  const resolved = await server.connection.sendRequest("completionItem/resolve", items[0]);
  assert.match(JSON.stringify(resolved), /"documentation":\{"kind":"markdown","value":"\*\*jobId/);
  await server.stop();
});

test("what a client withdraws before its turn comes is refused, not worked out", async () => {
  const server = await startServer({});
  await server.open("file:///w/a.update-job.json", `{"jobId": "a"}`);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: "file:///w/a.update-job.json" } };
  const asked = Array.from({ length: 3 }, () =>
    server.connection.sendRequest("textDocument/foldingRange", params, source.token),
  );
  source.cancel();
  const last = server.connection.sendRequest("textDocument/foldingRange", params);
  const codes = (await Promise.allSettled(asked)).map((result) =>
    result.status === "rejected" && result.reason instanceof ResponseError ? result.reason.code : 0,
  );
  assert.ok(codes.includes(LSPErrorCodes.RequestCancelled), codes.join(", "));
  assert.deepEqual(await last, []);
  await server.stop();
});
