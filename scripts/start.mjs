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
  const stop = stopSignal();
  try {
    await ensureDependencies();
    const { open } = await import("./demo.mjs");
    return await open({ mayOpen: !given["no-open"], port: Number(given.port), jobs: Number(given.jobs), stop });
  } catch (error) {
    if (stop.aborted) return 0;
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
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

/** Aborts on Ctrl-C and when asked to end; a second Ctrl-C ends at once. */
function stopSignal() {
  const stop = new AbortController();
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      progress("Ending …");
      stop.abort();
    });
  }
  return stop.signal;
}
