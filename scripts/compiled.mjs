// Has V8 compile what the programs of dist/ need first, by running them through it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./child.mjs";

/** Keeps compiled code beside the programs that people wait for. None of it ships: V8 takes that of its own version alone. */
export async function keepCompiled() {
  await runThrough(["dist/languageServer.js", "--node-ipc"], session());
  await runThrough(["dist/commandLine.js", "check", "sample"], []);
}

/**
 * @param {readonly string[]} program
 * @param {readonly object[]} messages
 */
async function runThrough(program, messages) {
  const child = fork("scripts/codeCache.mjs", program, { cwd: root, stdio: ["ignore", "ignore", "ignore", "ipc"] });
  for (const message of messages) child.send({ jsonrpc: "2.0", ...message });
  await once(child, "exit");
  if (child.exitCode !== 0) throw new Error(`${program.join(" ")} ended with ${child.exitCode}.`);
}

/** What an editor asks first, about the samples. */
function session() {
  const documents = readdirSync(path.join(root, "sample")).map((name) => ({
    uri: `file:///${name}`,
    languageId: languages.get(path.extname(name)) ?? "markdown",
    text: readFileSync(path.join(root, "sample", name), "utf8"),
  }));
  const capabilities = { textDocument: { diagnostic: {} } };
  return [
    request("initialize", { processId: null, rootUri: null, capabilities }),
    { method: "initialized", params: {} },
    ...documents.flatMap(firstQuestions),
    request("shutdown"),
    { method: "exit" },
  ];
}

const languages = new Map([
  [".json", "json"],
  [".sh", "shellscript"],
  [".update-job", "iot-update-job"],
]);

/** @param {{ uri: string, languageId: string, text: string }} document */
function firstQuestions({ uri, languageId, text }) {
  const textDocument = { uri };
  const position = { line: 1, character: 3 };
  const change = { range: { start: position, end: position }, text: " " };
  return [
    { method: "textDocument/didOpen", params: { textDocument: { uri, languageId, version: 1, text } } },
    request("textDocument/diagnostic", { textDocument }),
    { method: "textDocument/didChange", params: { textDocument: { uri, version: 2 }, contentChanges: [change] } },
    request("textDocument/diagnostic", { textDocument }),
    request("textDocument/completion", { textDocument, position }),
    request("textDocument/hover", { textDocument, position }),
  ];
}

let lastId = 0;

/**
 * @param {string} method
 * @param {object} [params]
 */
function request(method, params) {
  return { id: ++lastId, method, params };
}
