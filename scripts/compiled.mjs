// Has V8 compile what the programs of dist/ need first, by running them through it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { root } from "./child.mjs";

/** Keeps compiled code beside the programs that people wait for. None of it ships: V8 takes that of its own version alone. */
export async function keepCompiled() {
  await runThrough(["dist/languageServer.js", "--node-ipc"], session);
  await runThrough(["dist/commandLine.js", "check", "sample"], []);
}

/** The start of a session, and its end. What is asked between, the server compiles better itself: see server/src/start.ts. */
const session = [
  {
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
  },
  { method: "initialized", params: {} },
  { id: 2, method: "shutdown" },
  { method: "exit" },
];

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
