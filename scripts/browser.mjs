// A headless browser: the one that came with VS Code's server, or a Chrome, Chromium or Edge of the machine.
import { existsSync } from "node:fs";
import path from "node:path";
import { installVscode } from "./vscodeInstall.mjs";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {Promise<import("playwright-core").Browser>} */
export async function launchBrowser() {
  // Loaded on first use: it takes half a second, and most suites need no browser.
  const { chromium } = await import("playwright-core");
  const { chromium: bundled } = await installVscode();
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined) return chromium.launch({ executablePath: named, args });
  if (bundled !== undefined) return launchBundled(chromium, bundled);
  for (const channel of ["chrome", "msedge", "chromium"]) {
    const browser = await chromium.launch({ channel, args }).catch(() => undefined);
    if (browser !== undefined) return browser;
  }
  throw new Error("No browser was found: install Chrome, Chromium or Edge, or name one in CHROMIUM_PATH.");
}

/**
 * Its own shared libraries serve a machine that lacks them; where the machine has its own, those fit better.
 * @param {import("playwright-core").BrowserType} chromium
 * @param {string} executablePath
 */
async function launchBundled(chromium, executablePath) {
  const folder = path.dirname(executablePath);
  const libraries = path.join(folder, "al2023/lib");
  try {
    return await chromium.launch({ executablePath, args });
  } catch (error) {
    if (!existsSync(libraries)) throw error;
    const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(folder, "fonts") };
    return chromium.launch({ executablePath, args, env: definedOnly(env) });
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
