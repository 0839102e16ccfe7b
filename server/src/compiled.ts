import { existsSync, readFileSync } from "node:fs";
import Module from "node:module";
import path from "node:path";
import { Script } from "node:vm";

/**
 * Runs a program of dist/ with the code that V8 compiled for it at build time: compiling is half of a start. V8 takes compiled
 * code of its own version alone, and compiles anew otherwise; each build makes program and code together.
 */
export function runCompiled(program: string): void {
  const file = path.join(__dirname, `${program}.js`);
  const cache = path.join(__dirname, `${program}.cache`);
  if (existsSync(cache)) run(file, readFileSync(cache));
  else Module.createRequire(__filename)(file);
}

function run(file: string, cachedData: Buffer): void {
  // A bundle is ASCII: esbuild escapes all else. So it need not be decoded.
  const script = new Script(Module.wrap(readFileSync(file, "latin1")), { filename: file, cachedData });
  const main: unknown = script.runInThisContext();
  if (isModule(main)) main({}, Module.createRequire(file), { exports: {} }, file, __dirname);
}

/** What `Module.wrap` makes of a source. */
type ModuleFunction = (...exportsRequireModuleFileFolder: readonly unknown[]) => void;

function isModule(value: unknown): value is ModuleFunction {
  return typeof value === "function";
}
