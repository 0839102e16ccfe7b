// Brings node_modules to what package-lock.json says. Imports node: modules only, so that it runs on a fresh clone.
import path from "node:path";
import { progress, root, runNpm } from "./child.mjs";
import { readJson } from "./json.mjs";

/** Installs the project's dependencies if they are missing or are not those of the lock file. */
export async function ensureDependencies() {
  const stale = firstStalePackage();
  if (stale === undefined) return;
  progress(`Installing the project's dependencies (${stale}) …`);
  const { code, output } = await runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
}

/**
 * npm keeps a copy of the lock file inside node_modules, written last: comparing the two costs milliseconds.
 * @returns {string | undefined} what is stale, in words
 */
function firstStalePackage() {
  const wanted = lockedVersions("package-lock.json");
  const installed = lockedVersions("node_modules/.package-lock.json");
  if (installed.size === 0) return "none are here yet";
  for (const [name, { version, optional }] of wanted) {
    const found = installed.get(name);
    if (found === undefined ? !optional : found.version !== version)
      return `${name.replace(/^.*node_modules\//u, "")} ${version}`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Map<string, { version: string, optional: boolean }>} by folder of the package; empty if there is no such file
 */
function lockedVersions(file) {
  /** @type {{ packages: Record<string, { version?: string, optional?: boolean }> }} */
  let lock;
  try {
    lock = /** @type {typeof lock} */ (readJson(path.join(root, file)));
  } catch {
    return new Map();
  }
  return new Map(
    Object.entries(lock.packages)
      .filter(([folder]) => folder !== "")
      .map(([folder, { version = "", optional = false }]) => [folder, { version, optional }]),
  );
}
