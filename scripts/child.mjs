// Child processes: run to the end, or started and ended with all that they started. Imports node: modules only.
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, with a separator at its end taken off. */
export const root = path.resolve(fileURLToPath(new URL("..", import.meta.url)));

/**
 * One line of progress.
 * @param {string} text
 */
export function progress(text) {
  console.log(`• ${text}`);
}

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutSeconds?: number }} RunOptions */
/** @typedef {{ code: number, output: string }} Ended */

/**
 * Runs a program to its end; `output` is what it printed on both streams, in order, and `code` 1 if a signal ended it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export async function run(command, args, { cwd = root, env = process.env, timeoutSeconds = 900 } = {}) {
  const child = start(command, args, { cwd, env });
  const late = AbortSignal.timeout(timeoutSeconds * 1000);
  const end = () => void child.end();
  late.addEventListener("abort", end);
  const code = await child.ended;
  late.removeEventListener("abort", end);
  if (!late.aborted) return { code, output: child.output() };
  return { code: 1, output: `${child.output()}\nEnded: it took longer than ${timeoutSeconds} s.\n` };
}

/**
 * Runs Node on a file or a package's program.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Runs npm, by the Node that runs this, wherever npm itself says it is.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function runNpm(args, options) {
  const npm = process.env["npm_execpath"];
  if (npm?.endsWith(".js") === true) return runNode([npm, ...args], options);
  return process.platform === "win32" ? run("cmd.exe", ["/c", "npm", ...args], options) : run("npm", args, options);
}

/** @typedef {{ ended: Promise<number>, output: () => string, printed: (pattern: RegExp) => Promise<RegExpMatchArray>, end: () => Promise<void> }} Child */

/** @type {Set<import("node:child_process").ChildProcess>} */
const living = new Set();

/**
 * Starts a program in a process group of its own, so that `end` reaches all that it starts.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Child}
 */
export function start(command, args, { cwd = root, env = process.env } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  living.add(child);
  let output = "";
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const collect = (/** @type {string} */ chunk) => {
    output += chunk;
    for (const listener of [...listeners]) listener();
  };
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      living.delete(child);
      resolve(code);
    };
    child.once("error", (error) => {
      collect(`${command}: ${error.message}\n`);
      finish(1);
    });
    child.once("close", (code) => finish(code ?? 1));
  });
  return {
    ended,
    output: () => output,
    printed: (pattern) => firstMatch(pattern, { output: () => output, listeners, ended }),
    end: async () => {
      signalGroup(child, "SIGTERM");
      const timer = setTimeout(() => signalGroup(child, "SIGKILL"), 3000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * @param {RegExp} pattern
 * @param {{ output: () => string, listeners: Set<() => void>, ended: Promise<number> }} child
 * @returns {Promise<RegExpMatchArray>}
 */
function firstMatch(pattern, { output, listeners, ended }) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(output());
      if (match === null) return;
      listeners.delete(look);
      resolve(match);
    };
    listeners.add(look);
    look();
    void ended.then(() => {
      look();
      reject(new Error(`The program ended before it printed ${String(pattern)}:\n${output()}`));
    });
  });
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined || !living.has(child)) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/T", "/F", "/PID", String(child.pid)]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

// Whatever way this process goes, nothing that it started stays behind.
process.once("exit", () => {
  for (const child of living) signalGroup(child, "SIGKILL");
});
