import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { nodeArguments } from "../../server/src/protocol";

/** Whether V8 refuses what was compiled at build time, in a process that was started like this one. */
const isRefused = `
  const { readFileSync } = require("node:fs");
  const { wrap } = require("node:module");
  const { Script } = require("node:vm");
  const cachedData = readFileSync("dist/languageServer" + process.execArgv.slice(0, -2).join("") + ".cache");
  new Script(wrap(readFileSync("dist/languageServer.js", "utf8")), { cachedData }).cachedDataRejected;`;

for (const [who, args] of [
  ["the extension", nodeArguments],
  ["other editors", []],
] as const) {
  test(`V8 takes the code compiled at build time in a server that ${who} would start`, () => {
    assert.equal(execFileSync(process.execPath, [...args, "-p", isRefused], { encoding: "utf8" }), "false\n");
  });
}
