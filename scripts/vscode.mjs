// Starts VS Code's server on a data folder of its own, with AWS credentials that are not real.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { run, start } from "./child.mjs";
import { installVscode } from "./vscodeInstall.mjs";

/** Settings that keep a window quiet: no welcome, no AI features, no panel that is of no use here. */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "terminal.integrated.initialHint": false,
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** @typedef {{ folder: string, payload?: readonly (readonly [name: string, value: string])[] }} Page */
/**
 * @typedef {object} Vscode
 * @property {string} address of the server, without a path
 * @property {string} data its data folder
 * @property {Promise<number>} ended when the server ends, by itself or not
 * @property {(file: string) => string} uri of a file or folder, as the window names it
 * @property {(page: Page) => string} page the address of a window on a folder, with VS Code's own payload of options
 * @property {() => string} log what the server printed
 * @property {() => Promise<void>} close ends the server and removes a data folder that was made for it
 */

/**
 * @param {object} options
 * @param {number} [options.port] a free one if not said
 * @param {string} [options.dataFolder] a temporary one, removed on close, if not said
 * @param {Record<string, unknown>} [options.settings] machine settings, over the quiet ones
 * @param {NodeJS.ProcessEnv} [options.env] over an environment with fake AWS credentials
 * @param {string} [options.token] that the address must carry; anyone on this machine may connect if not said
 * @param {string} [options.vsix] a packaged extension to install first
 * @returns {Promise<Vscode>} once the server answers
 */
export async function startVscode({ port, dataFolder, settings = {}, env = {}, token, vsix } = {}) {
  const { main, node, version } = await installVscode();
  const data = dataFolder ?? mkdtempSync(path.join(tmpdir(), "iot-jobs-vscode-"));
  writeSettings(data, settings);
  const environment = { ...fakeAwsEnvironment(data), ...env };
  const folders = [
    "--accept-server-license-terms",
    "--server-data-dir",
    data,
    "--user-data-dir",
    data,
    "--extensions-dir",
    path.join(data, "extensions"),
  ];
  if (vsix !== undefined) await installExtension({ node, main, folders, environment, vsix });
  const at = port ?? (await freePort());
  const access = token === undefined ? ["--without-connection-token"] : ["--connection-token", token];
  const listen = ["--host", "127.0.0.1", "--port", String(at), "--enable-smoke-test-driver"];
  const server = start(node, [main, ...listen, ...access, ...folders], { env: environment });
  const close = async () => {
    await server.end();
    if (dataFolder === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = `http://127.0.0.1:${at}`;
  try {
    await answers(`${address}/version`, server.ended);
  } catch (error) {
    await close();
    throw new Error(`VS Code's server ${version} did not start:\n${server.output()}`, { cause: error });
  }
  return {
    address,
    data,
    uri: (file) => uri(at, file),
    page: (page) => pageAddress(address, { ...page, token }),
    ended: server.ended,
    log: server.output,
    close,
  };
}

/**
 * @param {number} port
 * @param {string} file
 */
function uri(port, file) {
  return `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`;
}

/**
 * @param {string} address
 * @param {Page & { token: string | undefined }} page
 */
function pageAddress(address, { folder, payload = [], token }) {
  const query = new URLSearchParams(token === undefined ? {} : { tkn: token });
  query.set("folder", pathToFileURL(folder).pathname);
  query.set("payload", JSON.stringify([...payload, ["skipWelcome", "true"]]));
  return `${address}/?${query.toString().replaceAll("+", "%20")}`;
}

/**
 * The machine's own profiles are never seen: the shared AWS files are those of the data folder.
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
export function fakeAwsEnvironment(folder) {
  const kept = Object.entries(process.env).filter(([name]) => !/^AWS_|^VSCODE_|^ELECTRON_|^NODE_OPTIONS$/u.test(name));
  mkdirSync(path.join(folder, "aws"), { recursive: true });
  const config = path.join(folder, "aws", "config");
  const credentials = path.join(folder, "aws", "credentials");
  writeFileSync(config, "");
  writeFileSync(credentials, "");
  return {
    ...Object.fromEntries(kept),
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/**
 * Over the quiet settings; both as the user's and the machine's, since some count in one of the two only. A running
 * server takes a change at once.
 * @param {string} dataFolder
 * @param {Record<string, unknown>} settings
 */
export function writeSettings(dataFolder, settings) {
  for (const folder of [path.join(dataFolder, "User"), path.join(dataFolder, "Machine")]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, "settings.json"),
      `${JSON.stringify({ ...quietSettings, ...settings }, undefined, 2)}\n`,
    );
  }
}

/** @param {{ node: string, main: string, folders: readonly string[], environment: NodeJS.ProcessEnv, vsix: string }} options */
async function installExtension({ node, main, folders, environment, vsix }) {
  const { code, output } = await run(node, [main, ...folders, "--install-extension", vsix], { env: environment });
  if (code !== 0) throw new Error(`${vsix} could not be installed:\n${output}`);
}

/** @returns {Promise<number>} a port of the loopback address that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/**
 * @param {string} address
 * @param {Promise<number>} ended of the process that is to answer
 */
async function answers(address, ended) {
  const ending = new AbortController();
  void ended.then(() => ending.abort());
  const deadline = Date.now() + 60_000;
  while (!ending.signal.aborted && Date.now() < deadline) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(ending.signal.aborted ? "It ended by itself." : `${address} did not answer within a minute.`);
}
