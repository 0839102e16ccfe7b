// Makes iot-jobs-<version>.vsix: what .vscodeignore lets in, with a minified build.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { buildProduct } from "./build.mjs";
import { progress, root } from "./child.mjs";
import { readJson } from "./json.mjs";
import { writeBundle } from "./l10n.mjs";

/** @returns {string} the file that it makes */
export function vsixFile() {
  const { name, version } = /** @type {{ name: string, version: string }} */ (
    readJson(path.join(root, "package.json"))
  );
  return path.join(root, `${name}-${version}.vsix`);
}

/** Packages dist/ and l10n/ as they stand. */
async function packageExtension() {
  await createVSIX({
    cwd: root,
    packagePath: vsixFile(),
    dependencies: false,
    allowMissingRepository: true,
    // The pictures stay in the repository; without its address a link to them cannot be made absolute.
    rewriteRelativeLinks: false,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProduct({ minify: true });
  await writeBundle();
  await packageExtension();
  progress(`Made ${path.relative(root, vsixFile())}`);
}
