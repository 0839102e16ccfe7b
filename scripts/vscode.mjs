// Starts VS Code's server with the extension in it, on a data folder of its own.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root, run, start } from "./child.mjs";
import { readJson } from "./json.mjs";
import { installVscode } from "./vscodeInstall.mjs";
import { fakeAwsEnvironment, writeSettings } from "./vscodeProfile.mjs";

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

/** How the extension gets into VS Code: linked into the extensions, installed from a package, or as its tests' payload says. */
/** @typedef {{ kind: "link" } | { kind: "package", file: string } | { kind: "tests" }} Extension */

/** Those of VS Code's own extensions that have to do with payload files and with what the pictures show. */
const ownExtensions = [
  "configuration-editing",
  "json",
  "json-language-features",
  "markdown-basics",
  "shellscript",
  "theme-defaults",
  "theme-seti",
  "yaml",
];

/**
 * @param {object} options
 * @param {Extension} [options.extension]
 * @param {"all" | "few"} [options.own] VS Code's own extensions; with a few of them a window costs two thirds of the time
 * @param {number} [options.port] a free one if not said
 * @param {string} [options.dataFolder] a temporary one, removed on close, if not said
 * @param {Record<string, unknown>} [options.settings] machine settings, over the quiet ones
 * @param {NodeJS.ProcessEnv} [options.env] over an environment with fake AWS credentials
 * @param {string} [options.token] that the address must carry; anyone on this machine may connect if not said
 * @returns {Promise<Vscode>} once the server answers
 */
export async function startVscode({
  extension = { kind: "link" },
  own = "all",
  port,
  dataFolder,
  settings = {},
  env = {},
  token,
} = {}) {
  const { main, node, version, extensions } = await installVscode();
  const data = dataFolder ?? mkdtempSync(path.join(tmpdir(), "iot-jobs-vscode-"));
  writeSettings(data, settings);
  const environment = { ...fakeAwsEnvironment(data), ...env };
  const program = [
    main,
    ...dataArguments(data),
    ...(await extensionArguments({ extension, data, main, node, environment })),
    ...(own === "few" ? ["--builtin-extensions-dir", linkOwnExtensions(extensions, data)] : []),
  ];
  const at = port ?? (await freePort());
  const access = token === undefined ? ["--without-connection-token"] : ["--connection-token", token];
  const server = start(node, [...program, "--host", "127.0.0.1", "--port", String(at), ...access], {
    env: environment,
  });
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
  const page = (/** @type {Page} */ wanted) => pageAddress(address, { ...wanted, token });
  return { address, data, uri: (file) => uri(at, file), page, ended: server.ended, log: server.output, close };
}

/** @param {string} data */
function dataArguments(data) {
  const extensions = path.join(data, "extensions");
  return [
    "--accept-server-license-terms",
    "--server-data-dir",
    data,
    "--user-data-dir",
    data,
    "--extensions-dir",
    extensions,
  ];
}

/**
 * Puts the extension where the server finds it.
 * @param {{ extension: Extension, data: string, main: string, node: string, environment: NodeJS.ProcessEnv }} options
 * @returns {Promise<readonly string[]>} what the server is to be told besides
 */
async function extensionArguments({ extension, data, main, node, environment }) {
  switch (extension.kind) {
    case "link":
      linkExtension(path.join(data, "extensions"));
      return [];
    case "package":
      await installExtension(node, [main, ...dataArguments(data), "--install-extension", extension.file], environment);
      return [];
    case "tests":
      // With this driver VS Code takes a payload of tests, but it shows no notification as it would to a person.
      return ["--enable-smoke-test-driver"];
  }
}

/**
 * @param {string} extensions
 * @param {string} data
 * @returns {string} a folder with links to a few of them
 */
function linkOwnExtensions(extensions, data) {
  const few = path.join(data, "own");
  mkdirSync(few, { recursive: true });
  for (const name of ownExtensions) symlinkSync(path.join(extensions, name), path.join(few, name), "junction");
  return few;
}

/** A link, so that a new build counts from the next reload of the window. @param {string} extensions */
function linkExtension(extensions) {
  const { publisher, name, version } = /** @type {Record<"publisher" | "name" | "version", string>} */ (
    readJson(path.join(root, "package.json"))
  );
  rmSync(extensions, { recursive: true, force: true });
  mkdirSync(extensions, { recursive: true });
  symlinkSync(root, path.join(extensions, `${publisher}.${name}-${version}`), "junction");
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
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function installExtension(node, args, env) {
  const { code, output } = await run(node, args, { env });
  if (code !== 0) throw new Error(`The package could not be installed:\n${output}`);
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
