// The parts of `npm start` that need the project's dependencies: build, emulator, VS Code.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { buildProduct } from "./build.mjs";
import { progress, root, start } from "./child.mjs";
import { desktopCode, startDesktop } from "./desktop.mjs";
import { startVscode } from "./vscode.mjs";

const sample = path.join(root, "sample");
const payloadFile = path.join(sample, "example-job-01.update-job.json");
const region = "us-west-2";

/** @typedef {{ ended: Promise<number>, close: () => Promise<void> }} Running */

/**
 * @param {{ mayOpen: boolean, port: number, jobs: number }} options
 * @returns {Promise<Running>} once all parts run; `ended` when the first of them has ended
 */
export async function open({ mayOpen, port, jobs }) {
  progress("Building …");
  await buildProduct({ minify: false });
  const emulator = await startEmulator(jobs);
  progress(`${jobs} sample jobs answer on ${emulator.endpoint}`);
  const settings = { "iotJobs.endpoint": emulator.endpoint, "iotJobs.region": region };
  const code = mayOpen ? desktopCode() : undefined;
  try {
    const window =
      code === undefined
        ? await serve({ mayOpen, port, settings })
        : startDesktop(code, { sample, payloadFile, settings });
    return {
      ended: Promise.race([emulator.ended, window.ended]),
      close: async () => {
        await Promise.all([emulator.close(), window.close()]);
      },
    };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

/** @param {number} jobs @returns {Promise<Running & { endpoint: string }>} */
async function startEmulator(jobs) {
  const child = start(process.execPath, [
    "dist/emulator.js",
    "--port",
    "0",
    "--jobs",
    String(jobs),
    "--region",
    region,
  ]);
  try {
    const [endpoint] = await child.printed(/http:\/\/127\.0\.0\.1:\d+[\w/-]*/u);
    return { endpoint, ended: child.ended, close: child.end };
  } catch (error) {
    await child.end();
    throw error;
  }
}

/**
 * @param {{ mayOpen: boolean, port: number, settings: Record<string, unknown> }} options
 * @returns {Promise<Running>}
 */
async function serve({ mayOpen, port, settings }) {
  const dataFolder = path.join(root, ".vscode-test/start");
  mkdirSync(dataFolder, { recursive: true });
  const free = await firstFreePort(port);
  if (free !== port) progress(`Port ${port} is taken; ${free} is free.`);
  progress("Starting VS Code's server …");
  const vscode = await startVscode({ port: free, dataFolder, settings, token: randomUUID() });
  const address = vscode.page({ folder: sample, payload: [["openFile", vscode.uri(payloadFile)]] });
  progress(`VS Code is at\n\n  ${address}\n`);
  if (mayOpen) openInBrowser(address);
  return vscode;
}

/** @param {number} port @returns {Promise<number>} it, or the next that is free */
async function firstFreePort(port) {
  for (let next = port; next <= 65_535; next++) {
    if (await isFree(next)) return next;
  }
  throw new Error(`No port from ${port} on is free.`);
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The address is printed already: a machine without a browser loses nothing. @param {string} address */
function openInBrowser(address) {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler", address]
        : ["xdg-open", address];
  spawn(command, args, { stdio: "ignore", detached: true })
    .once("error", () => undefined)
    .unref();
}
