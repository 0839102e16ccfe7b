// Runs the built language server once and keeps the code that V8 compiled for it: `node scripts/codeCache.mjs DIST`.
import { readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { Script } from "node:vm";

const dist = path.resolve(process.argv[2] ?? "dist");
const file = path.join(dist, "languageServer.js");
const script = new Script(Module.wrap(readFileSync(file, "utf8")), { filename: file });
process.argv.push("--stdio");
/** @type {unknown} */
const main = script.runInThisContext();
if (typeof main !== "function") throw new Error("The language server did not compile.");
Reflect.apply(main, undefined, [{}, createRequire(file), { exports: {} }, file, dist]);
writeFileSync(path.join(dist, "languageServer.cache"), script.createCachedData());
process.exit(0);
