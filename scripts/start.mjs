// `npm start`: sets up what is missing, then opens a real VS Code on sample/, connected to an emulator with sample jobs.
import { parseArgs } from "node:util";
import { progress } from "./child.mjs";
import { ensureDependencies } from "./setup.mjs";

const usage = `Usage: npm start [-- options]

Opens a VS Code with this extension, on sample files and a fleet of sample jobs. No AWS account is used.

  --no-open      print the address; open no window
  --port NUMBER  where VS Code's server is to listen (3750, or the next free port)
  --jobs NUMBER  how many sample jobs there are (40)
  --help         print this`;

const options = /** @type {const} */ ({
  "no-open": { type: "boolean", default: false },
  port: { type: "string", default: "3750" },
  jobs: { type: "string", default: "40" },
  help: { type: "boolean", short: "h", default: false },
});

const endings = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
for (const name of endings) process.on(name, endAtOnce);
process.exitCode = await main();

/** @returns {Promise<number>} the exit code */
async function main() {
  const given = argumentsGiven();
  if (typeof given === "string") {
    console.error(`${given}\n\n${usage}`);
    return 2;
  }
  if (given.help) {
    console.log(usage);
    return 0;
  }
  try {
    await ensureDependencies();
    const { open } = await import("./demo.mjs");
    const demo = await open({ mayOpen: !given["no-open"], port: Number(given.port), jobs: Number(given.jobs) });
    return await untilStopped(demo);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/**
 * Until then a signal ends this process at once, and with it all that it has started.
 * @param {import("./demo.mjs").Running} demo
 * @returns {Promise<number>} 0 if it was asked to stop, 1 if a part ended by itself
 */
async function untilStopped({ ended, close }) {
  progress("Ctrl-C ends it.");
  const code = await Promise.race([stopSignal(), ended.then(() => 1)]);
  progress(code === 0 ? "Ending …" : "A part of it has ended by itself; ending the rest …");
  await close();
  return code;
}

/** The options, or what is wrong with them. */
function argumentsGiven() {
  try {
    const { values } = parseArgs({ options });
    if (!isWhole(values.port, 65_535)) return `--port takes a number from 1 to 65535, not ${values.port}.`;
    if (!isWhole(values.jobs, 100_000)) return `--jobs takes a number from 1 to 100000, not ${values.jobs}.`;
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * @param {string} text
 * @param {number} most
 */
function isWhole(text, most) {
  return /^[1-9][0-9]*$/u.test(text) && Number(text) <= most;
}

/** @returns {Promise<number>} 0 on the first Ctrl-C or request to end; a second one ends at once */
function stopSignal() {
  return new Promise((resolve) => {
    for (const name of endings) {
      process.removeListener(name, endAtOnce);
      process.once(name, () => {
        for (const other of endings) process.on(other, endAtOnce);
        resolve(0);
      });
    }
  });
}

function endAtOnce() {
  process.exit(130);
}
