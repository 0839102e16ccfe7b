#!/usr/bin/env node
// Starts dist/languageServer.js with the code that V8 compiled for it at build time: compiling is half of a start.
import { existsSync, readFileSync } from "node:fs";
import Module from "node:module";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const file = path.join(__dirname, "languageServer.js");
const cache = path.join(__dirname, "languageServer.cache");

/** V8 takes compiled code of its own version alone, and compiles anew otherwise; each build makes bundle and cache together. */
function run(): void {
  const source = Module.wrap(readFileSync(file, "utf8"));
  const script = new Script(source, { filename: file, cachedData: readFileSync(cache) });
  const main: unknown = script.runInThisContext();
  if (isModule(main)) main({}, Module.createRequire(file), { exports: {} }, file, __dirname);
}

/** What `Module.wrap` makes of a source. */
type ModuleFunction = (...exportsRequireModuleFileFolder: readonly unknown[]) => void;

function isModule(value: unknown): value is ModuleFunction {
  return typeof value === "function";
}

if (existsSync(cache)) run();
else Module.createRequire(__filename)(file);
// From here on all is compiled at its first call: a server is asked too seldom for V8 to find out what is worth it. Set
// earlier, the flag would compile the start too, and make V8 refuse its own code.
setFlagsFromString("--always-sparkplug");
