import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

/** Whether V8 refuses what was compiled at build time, in a process that was started like this one. */
const isRefused = `
  const { readFileSync } = require("node:fs");
  const { wrap } = require("node:module");
  const { Script } = require("node:vm");
  const cachedData = readFileSync("dist/languageServer.cache");
  new Script(wrap(readFileSync("dist/languageServer.js", "utf8")), { cachedData }).cachedDataRejected;`;

test("V8 takes the code compiled at build time", () => {
  assert.equal(execFileSync(process.execPath, ["-p", isRefused], { encoding: "utf8" }), "false\n");
});
