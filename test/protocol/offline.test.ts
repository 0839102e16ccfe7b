import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { converse } from "./server";

/** Modules through which a Node program can reach a network; `net` is for the transports that an editor may ask for. */
const reaching = ["http", "https", "tls", "dns", "dgram", "http2"];

test("the built server holds no module that reaches a network, but for net, which serves the editor's own pipe", () => {
  const built = readFileSync("dist/languageServer.js", "utf8");
  assert.match(built, /require\("net"\)/);
  for (const name of reaching) assert.doesNotMatch(built, new RegExp(`require\\("(?:node:)?${name}"\\)`), name);
});

test("opening and typing make no connection", async () => {
  const guard = `
    const net = require("node:net");
    net.Socket.prototype.connect = () => { process.stderr.write("CONNECTED"); process.exit(9); };
    require("./dist/server.js");`;
  const frames = [
    { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { method: "initialized", params: {} },
    {
      method: "textDocument/didOpen",
      params: { textDocument: { uri: "file:///a.update-job.json", languageId: "json", version: 1, text: "{" } },
    },
    {
      method: "textDocument/didChange",
      params: { textDocument: { uri: "file:///a.update-job.json", version: 2 }, contentChanges: [{ text: "{}" }] },
    },
    { id: 2, method: "shutdown" },
    { method: "exit" },
  ];
  const answer = await converse(["-e", guard, "server", "--stdio"], frames);
  assert.match(answer, /publishDiagnostics.*missing-member/s);
  assert.doesNotMatch(answer, /CONNECTED/);
});
