// `npm test [-- suite…]`: everything that can be checked, from a fresh clone; ends with one line `N passed, N failed`.
import { ensureDependencies } from "./setup.mjs";

const usage = `Usage: npm test [-- suite…]
Suites: types lint format unused unit emulator protocol l10n oracle grammar host page package (all of these if none is named), desktop`;

const named = process.argv.slice(2);
if (named.includes("--help") || named.includes("-h")) {
  console.log(usage);
} else {
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  process.exitCode = await main();
}

/** @returns {Promise<number>} the exit code */
async function main() {
  try {
    await ensureDependencies();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    console.log("0 passed, 1 failed");
    return 1;
  }
  const { allSuites, runSuites } = await import("./suites.mjs");
  const unknown = named.find((name) => !allSuites.has(name));
  if (unknown === undefined) return runSuites(named);
  console.error(`There is no suite ${unknown}.\n${usage}`);
  return 2;
}
