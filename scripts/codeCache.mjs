// Runs a built program once and keeps the code that V8 compiled for it, which is good for the same options of Node alone:
// `node [OPTION…] scripts/codeCache.mjs FILE [ARGUMENT…]`.
import { readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { Script } from "node:vm";

const [node = "", , name = "", ...args] = process.argv;
const file = path.resolve(name);
process.argv = [node, file, ...args];
const script = new Script(Module.wrap(readFileSync(file, "utf8")), { filename: file });
/** @type {unknown} */
const main = script.runInThisContext();
if (typeof main !== "function") throw new Error(`${file} did not compile.`);
Reflect.apply(main, undefined, [{}, createRequire(file), { exports: {} }, file, path.dirname(file)]);
await setImmediate();
writeFileSync(file.replace(/\.js$/, `${process.execArgv.join("")}.cache`), script.createCachedData());
process.exit(0);
