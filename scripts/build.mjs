// Bundles what ships into dist/ and, asked for "tests", each test suite into one file of out/test/.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { root } from "./child.mjs";
import { keepCompiled } from "./compiled.mjs";

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  mainFields: ["module", "main"],
  sourcemap: "linked",
  sourcesContent: false,
  logLevel: "warning",
};

/** The programs, by their names in dist/; `emulator` is for `npm start` and the tests, `samples` the same for the client. */
const programs = {
  extension: "client/src/extension.ts",
  aws: "client/src/aws/sdk.ts",
  server: "server/src/start.ts",
  languageServer: "server/src/main.ts",
  emulator: "emulator/src/main.ts",
  cli: "cli/src/start.ts",
  commandLine: "cli/src/main.ts",
  samples: "emulator/src/emulator.ts",
  yaml: "yaml",
};

/** The folders of each suite: all of its tests run in one process, but those of `page`. */
const suites = {
  unit: ["test/server", "test/client", "test/cli"],
  emulator: ["test/emulator", "test/apply"],
  protocol: ["test/protocol", "test/neovim"],
  l10n: ["test/l10n"],
  oracle: ["test/oracle"],
  host: ["test/editor/host"],
  page: ["test/editor/page"],
  package: ["test/editor/package"],
};

/** @typedef {keyof typeof suites} Suite */

export const suiteNames = /** @type {readonly Suite[]} */ (Object.keys(suites));

/**
 * @param {{ minify: boolean }} options
 */
export async function buildProduct({ minify }) {
  rmSync(path.join(root, "dist"), { recursive: true, force: true });
  await esbuild.build({
    ...common,
    minify,
    entryPoints: programs,
    external: ["vscode"],
    plugins: [loadedOnDemand, seldomUsed, passedOn],
    supported: { "dynamic-import": false },
    outdir: "dist",
  });
  await keepCompiled();
}

/**
 * The AWS SDK, the sample jobs and the YAML library are bundles of their own, required when they are first wanted.
 * @type {import("esbuild").Plugin}
 */
const loadedOnDemand = {
  name: "loaded on demand",
  setup(build) {
    build.onResolve({ filter: /\/aws\/sdk$/ }, () => ({ path: "./aws.js", external: true }));
    build.onResolve({ filter: /\/emulator\/src\/emulator$/ }, () => ({ path: "./samples.js", external: true }));
    build.onResolve({ filter: /^yaml$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./yaml.js", external: true },
    );
  },
};

/**
 * The server's libraries require more of Node than it needs, and loading that is a tenth of its start: these are loaded when
 * something of them is used. The client's library uses them, and has them as they are.
 * @type {import("esbuild").Plugin}
 */
const seldomUsed = {
  name: "seldom used",
  setup(build) {
    build.onResolve({ filter: /^(?:child_process|crypto|fs\/promises)$/ }, ({ path: name, importer }) =>
      /node_modules.(?:@vscode.l10n|vscode-jsonrpc|vscode-languageserver)\W/.test(importer)
        ? { path: name, namespace: "seldom-used" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "seldom-used" }, ({ path: name }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, property) => require("${name}")[property] });`,
    }));
  },
};

/**
 * The LSP library passes its five hundred names on from file to file, each by a getter of its own, which takes three milliseconds
 * of the server's start: here they are copied. None of those files is a part of a cycle.
 * @type {import("esbuild").Plugin}
 */
const passedOn = {
  name: "passed on",
  setup(build) {
    build.onLoad({ filter: /node_modules.vscode-(?:jsonrpc|languageserver)\b.*\.js$/ }, async ({ path: file }) => {
      const contents = await readFile(file, "utf8");
      return { contents: contents.replace("__createBinding(exports, m, p)", "exports[p] = m[p]") };
    });
  },
};

/**
 * Bundles the named suites, all of them if none is named.
 * @param {readonly Suite[]} [names]
 */
export async function buildTests(names = suiteNames) {
  await Promise.all(names.map((name) => (name === "host" ? buildHostSuite() : buildNodeSuite(name))));
}

/**
 * Bundles programs of test/bench, minified as the product that they measure.
 * @param {readonly string[]} names
 */
export async function buildBench(names) {
  const entryPoints = names.map((name) => `test/bench/${name}.ts`);
  await esbuild.build({ ...common, sourcemap: false, minify: true, entryPoints, outdir: "out/bench" });
}

/** Bundles the fuzzer. @returns {Promise<string>} the file that it is in */
export async function buildFuzzer() {
  const file = "out/fuzz.mjs";
  await buildNodeBundle({ file, tests: ["test/fuzz/main.ts"] });
  return path.join(root, file);
}

/** Inside VS Code's extension host: a CommonJS module that exports `run`, as VS Code asks for. */
function buildHostSuite() {
  const contents = `${imports(suites.host.flatMap(testFiles))}\nexport { run } from "./test/editor/host/runner.ts";`;
  return esbuild.build({ ...common, stdin: stdin(contents), external: ["vscode"], outfile: "out/test/host.js" });
}

/**
 * What a suite is bundled into. Each file of page tests gets a process with a VS Code of its own, two at a time.
 * @param {Suite} name
 * @returns {readonly { file: string, tests: readonly string[] }[]}
 */
export function bundlesOf(name) {
  const tests = suites[name].flatMap(testFiles);
  if (name !== "page") return [{ file: `out/test/${name}.mjs`, tests }];
  return tests.map((test) => ({ file: `out/test/page-${path.basename(test, ".test.ts")}.mjs`, tests: [test] }));
}

/** @param {Suite} name */
async function buildNodeSuite(name) {
  await Promise.all(bundlesOf(name).map(buildNodeBundle));
}

/** @param {{ file: string, tests: readonly string[] }} bundle */
function buildNodeBundle({ file, tests }) {
  const require = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;
  return esbuild.build({
    ...common,
    format: "esm",
    banner: { js: require },
    // The AWS SDK warns of the Node that runs the tests; who uses the extension runs VS Code's.
    define: { "process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED": '"true"' },
    stdin: stdin(imports(tests)),
    external: ["playwright-core", "@vscode/vsce", "@vscode/l10n-dev", "esbuild", "typescript"],
    plugins: [scriptsStayOutside],
    outfile: file,
  });
}

/** The scripts find the project's folder from where they lie: a test that calls one imports it from there. @type {import("esbuild").Plugin} */
const scriptsStayOutside = {
  name: "scripts stay outside",
  setup(build) {
    build.onResolve({ filter: /\/scripts\/\w+\.mjs$/ }, (args) => ({
      path: `../../scripts/${path.basename(args.path)}`,
      external: true,
    }));
  },
};

/** @param {string} contents */
function stdin(contents) {
  return { contents, resolveDir: root, loader: /** @type {const} */ ("ts") };
}

/** @param {readonly string[]} tests */
function imports(tests) {
  return tests.map((file) => `import "./${file}";`).join("\n");
}

/** @param {string} folder */
function testFiles(folder) {
  if (!existsSync(path.join(root, folder))) return [];
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProduct({ minify: !process.argv.includes("--debug") });
  if (process.argv.includes("tests")) await buildTests();
}
