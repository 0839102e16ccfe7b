import assert from "node:assert/strict";
import { test } from "node:test";
import { type RunningServer, startServer } from "./server";

const uri = "file:///w/a.update-job.json";
const text = `{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 10080}}`;
const textDocument = { uri };
const everything = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    selectionRange: {},
    documentHighlight: {},
    semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: [] },
    inlayHint: {},
    documentLink: {},
    formatting: {},
    rename: { prepareSupport: true },
  },
};

/** What a server announces to a client. */
async function announced(capabilities: object): Promise<readonly string[]> {
  const server = await startServer(capabilities);
  await server.stop();
  return Object.keys(server.capabilities);
}

async function withPayload(
  capabilities: object,
  options: object,
  body: (server: RunningServer, ask: (method: string, params?: object) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const server = await startServer(capabilities, options);
  try {
    await server.open(uri, text);
    await body(server, (method, params = {}) =>
      server.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params }),
    );
  } finally {
    await server.stop();
  }
}

test("only what the client can use is announced", async () => {
  const few = await announced({});
  const many = await announced(everything);
  const more = many.filter((name) => !few.includes(name)).sort();
  assert.deepEqual(more, [
    "documentFormattingProvider",
    "documentHighlightProvider",
    "documentLinkProvider",
    "documentSymbolProvider",
    "foldingRangeProvider",
    "inlayHintProvider",
    "renameProvider",
    "selectionRangeProvider",
    "semanticTokensProvider",
  ]);
});

test("each request is answered", async () => {
  await withPayload(everything, {}, async (_server, ask) => {
    const position = { line: 0, character: 12 };
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    assert.match(JSON.stringify(await ask("documentSymbol")), /"children":\[.*"inProgressTimeoutInMinutes"/);
    assert.match(JSON.stringify(await ask("inlayHint", { range })), /"= 7 days"/);
    assert.match(JSON.stringify(await ask("documentHighlight", { position })), /"kind":2/);
    assert.match(JSON.stringify(await ask("selectionRange", { positions: [position] })), /"parent"/);
    assert.deepEqual(await ask("semanticTokens/full"), { data: [] });
    assert.deepEqual(await ask("formatting", { options: { tabSize: 2, insertSpaces: true } }), []);
    assert.deepEqual(await ask("documentLink"), []);
    assert.deepEqual(await ask("foldingRange"), []);
    assert.match(JSON.stringify(await ask("prepareRename", { position })), /"placeholder":"j1"/);
    assert.match(JSON.stringify(await ask("rename", { position, newName: "j2" })), /"newText":"j2"/);
  });
});

test("a name that no job can have is refused with a reason", async () => {
  await withPayload(everything, {}, async (_server, ask) => {
    const params = { position: { line: 0, character: 12 }, newName: "a b" };
    await assert.rejects(ask("rename", params), /A job id has 1 to 64 characters/);
  });
});

test("a client without a tree of symbols gets a row, and one that outlines JSON itself gets none", async () => {
  await withPayload({ textDocument: { documentSymbol: {} } }, {}, async (_server, ask) => {
    assert.match(JSON.stringify(await ask("documentSymbol")), /"location".*"containerName":"timeoutConfig"/);
  });
  await withPayload(everything, { editorOutlines: ["json"] }, async (_server, ask) => {
    assert.equal(await ask("documentSymbol"), null);
  });
});

test("hints follow the settings while the server runs", async () => {
  await withPayload(everything, { inlayHints: { units: false } }, async ({ connection }, ask) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    assert.deepEqual(await ask("inlayHint", { range }), []);
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: { inlayHints: {} } });
    assert.match(JSON.stringify(await ask("inlayHint", { range })), /= 7 days/);
  });
});

test("formatting is asked for by file where the client can, so that JSON keeps its own formatter", async () => {
  const capabilities = { textDocument: { formatting: { dynamicRegistration: true } } };
  const server = await startServer(capabilities);
  assert.equal("documentFormattingProvider" in server.capabilities, false);
  const registered = await server.registered;
  assert.match(JSON.stringify(registered), /textDocument\/formatting.*"iot-update-job"/);
  assert.doesNotMatch(JSON.stringify(registered), /"json"/);
  await server.stop();
});

test("pasted text becomes a payload in the notation of the document, or stays plain text", async () => {
  await withPayload(everything, {}, async ({ connection }) => {
    const ask = (pasted: string): Promise<unknown> =>
      connection.sendRequest("iotJobs/pasted", { textDocument, text: pasted });
    assert.deepEqual(await ask(`{"job": {"jobArn": "arn", "jobId": "j", "description": null}}`), {
      text: `{\n  "jobId": "j"\n}\n`,
      losses: [],
    });
    assert.equal(await ask("hello"), null);
  });
});
