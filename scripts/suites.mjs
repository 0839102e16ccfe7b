// The suites of `npm test`: what each runs, and how its result is counted.
import { buildProduct, buildTests, bundlesOf, suiteNames } from "./build.mjs";
import { progress, runNode } from "./child.mjs";
import { runHostSuiteInPage, runHostSuiteOnDesktop } from "./hostSuite.mjs";
import { installVscode } from "./vscodeInstall.mjs";

/** @typedef {import("./build.mjs").Suite} Suite */
/** @typedef {{ passed: number, failed: number, skipped: number, output: string }} Result */

/** Static checks: each counts as one. @type {ReadonlyMap<string, readonly string[]>} */
const checks = new Map([
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["lint", ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings=0"]],
  ["format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]],
  ["unused", ["node_modules/knip/bin/knip.js", "--no-progress"]],
]);

/** In the order of a developer's patience. @type {ReadonlyMap<string, () => Promise<Result>>} */
const tests = new Map([
  ["unit", () => runNodeSuite("unit")],
  ["emulator", () => runNodeSuite("emulator")],
  ["protocol", () => runNodeSuite("protocol")],
  ["l10n", () => runNodeSuite("l10n")],
  ["oracle", () => runNodeSuite("oracle")],
  ["grammar", runGrammarSuite],
  ["host", () => runHostSuite(runHostSuiteInPage)],
  ["page", () => runNodeSuite("page")],
  ["package", () => runNodeSuite("package")],
]);

const desktop = new Map([["desktop", () => runHostSuite(runHostSuiteOnDesktop)]]);

/** @type {ReadonlySet<string>} */
export const allSuites = new Set([...checks.keys(), ...tests.keys(), ...desktop.keys()]);

/**
 * Runs the named suites, or all but the desktop's. Two at a time: the static checks stand beside the tests.
 * @param {readonly string[]} named
 * @returns {Promise<number>} the exit code
 */
export async function runSuites(named) {
  const wanted = new Set(named.length === 0 ? [...checks.keys(), ...tests.keys()] : named);
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {(name: string, suite: () => Promise<Result>) => Promise<void>} */
  const count = async (name, suite) => {
    const result = await timed(name, suite);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
  };
  const checking = checkInTurn(
    [...checks].filter(([name]) => wanted.has(name)),
    count,
  );
  await testInTurn(
    [...tests, ...desktop].filter(([name]) => wanted.has(name)),
    count,
  );
  await checking;
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  return total.failed === 0 ? 0 : 1;
}

/** @typedef {(name: string, suite: () => Promise<Result>) => Promise<void>} Count */

/**
 * @param {readonly (readonly [name: string, args: readonly string[]])[]} chosen
 * @param {Count} count
 */
async function checkInTurn(chosen, count) {
  for (const [name, args] of chosen) await count(name, () => runCheck(args));
}

/**
 * A bundle that cannot be built is one failure, and what does not need it still runs.
 * @param {readonly (readonly [name: string, suite: () => Promise<Result>])[]} chosen
 * @param {Count} count
 */
async function testInTurn(chosen, count) {
  const names = new Set(chosen.map(([name]) => (name === "desktop" ? "host" : name)));
  if (names.size === 0) return;
  const onlyUnit = names.size === 1 && names.has("unit");
  const editor = ["grammar", "host", "page", "package"].some((name) => names.has(name));
  if (!onlyUnit) await count("build", () => succeeds(() => buildProduct({ minify: true })));
  await count("bundle", () => succeeds(() => buildTests(suiteNames.filter((name) => names.has(name)))));
  if (names.has("package")) await count("vsix", () => runStep(["scripts/package.mjs"]));
  if (editor) await count("vscode", () => succeeds(installVscode));
  for (const [name, suite] of chosen) await count(name, suite);
}

/**
 * @param {string} name
 * @param {() => Promise<Result>} suite
 * @returns {Promise<Result>}
 */
async function timed(name, suite) {
  const began = performance.now();
  /** @type {Result} */
  const result = await suite().catch((/** @type {unknown} */ error) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    output: `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { passed, failed, skipped, output } = result;
  progress(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""} (${seconds} s)`);
  if (output !== "") process.stdout.write(output.endsWith("\n") ? output : `${output}\n`);
  return result;
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Result>}
 */
async function runCheck(args) {
  const { code, output } = await runNode(args);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, output: "" } : { passed: 0, failed: 1, skipped: 0, output };
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Result>} counts nothing if all is well: a step is no test
 */
async function runStep(args) {
  const { failed, output } = await runCheck(args);
  return { passed: 0, failed, skipped: 0, output };
}

/**
 * @param {() => Promise<unknown>} step
 * @returns {Promise<Result>} as for `runStep`
 */
async function succeeds(step) {
  await step();
  return { passed: 0, failed: 0, skipped: 0, output: "" };
}

/**
 * @param {Suite} name
 * @returns {Promise<Result>}
 */
async function runNodeSuite(name) {
  const bundles = bundlesOf(name);
  const reporting = ["--enable-source-maps", "--test-reporter=./scripts/reporter.mjs"];
  const beside = bundles.length > 1 ? ["--test", "--test-concurrency=2"] : [];
  const { code, output } = await runNode([...reporting, ...beside, ...bundles.map(({ file }) => file)]);
  const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped\n/mu.exec(output);
  const [passed = 0, failed = 0, skipped = 0] = (counts ?? []).slice(1).map(Number);
  const shown = output.replace(counts?.[0] ?? "", "");
  if (counts !== null && passed + failed + skipped > 0 && (code === 0) === (failed === 0))
    return { passed, failed, skipped, output: shown };
  return {
    passed,
    failed: failed + 1,
    skipped,
    output: `${shown}  failed: the suite ${name} ended with code ${code} after ${passed + failed} tests\n`,
  };
}

/**
 * The pictures of colors, with VS Code's own grammar of shell scripts below ours: a test each file.
 * @returns {Promise<Result>}
 */
async function runGrammarSuite() {
  const { shellGrammar } = await installVscode();
  const { code, output } = await runNode([
    "node_modules/vscode-tmgrammar-test/dist/unit.js",
    ...["--config", "package.json", "--grammar", shellGrammar, "test/grammar/*"],
  ]);
  const passed = output.split("\n").filter((line) => line.includes("✓ ")).length;
  const failed = output.split("\n").filter((line) => line.includes("✖ ")).length;
  if (passed + failed > 0 && (code === 0) === (failed === 0)) {
    return { passed, failed, skipped: 0, output: failed === 0 ? "" : output };
  }
  return {
    passed,
    failed: failed + 1,
    skipped: 0,
    output: `${output}  failed: the suite grammar ended with ${code}\n`,
  };
}

/**
 * @param {typeof runHostSuiteInPage} runSuite
 * @returns {Promise<Result>}
 */
async function runHostSuite(runSuite) {
  const all = await runSuite();
  const failed = all.filter(({ failure }) => failure !== undefined);
  const output = failed
    .map(({ name, failure = "" }) => `  failed: ${name}\n${failure.replace(/^/gmu, "    ")}\n`)
    .join("");
  return { passed: all.length - failed.length, failed: failed.length, skipped: 0, output };
}
