// Runs a built program and keeps the code that V8 had compiled for it when it ended: `node scripts/codeCache.mjs FILE [ARGUMENT…]`.
import { readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { Script } from "node:vm";

const [node = "", , name = "", ...args] = process.argv;
const file = path.resolve(name);
process.argv = [node, file, ...args];
const script = new Script(Module.wrap(readFileSync(file, "utf8")), { filename: file });
/** @type {unknown} */
const main = script.runInThisContext();
if (typeof main !== "function") throw new Error(`${file} did not compile.`);
process.once("exit", () => writeFileSync(file.replace(/\.js$/, ".cache"), script.createCachedData()));
Reflect.apply(main, undefined, [{}, createRequire(file), { exports: {} }, file, path.dirname(file)]);
