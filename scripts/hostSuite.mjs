// Runs the extension-host suite, out/test/host.js, in the page of VS Code's server or in a desktop VS Code.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "./browser.mjs";
import { root } from "./child.mjs";
import { parseJson } from "./json.mjs";
import { startVscode } from "./vscode.mjs";
import { fakeAwsEnvironment } from "./vscodeProfile.mjs";

const suite = path.join(root, "out/test/host.js");
const longestSeconds = 300;

/** @typedef {{ name: string, failure?: string }} HostTest */

/** @returns {Promise<readonly HostTest[]>} the tests of the suite, as they ended in the extension host of VS Code's server */
export function runHostSuiteInPage() {
  return inFolders(async ({ workspace, report }) => {
    const vscode = await startVscode({ extension: { kind: "tests" }, env: { HOST_TEST_REPORT: report } });
    const browser = await launchBrowser();
    try {
      const payload = /** @type {const} */ ([
        ["extensionDevelopmentPath", vscode.uri(root)],
        ["extensionTestsPath", vscode.uri(suite)],
      ]);
      return await untilExit(await browser.newPage(), vscode.page({ folder: workspace, payload }));
    } finally {
      await browser.close();
      await vscode.close();
    }
  });
}

/**
 * The same suite in a desktop VS Code: the one that VSCODE_PATH names, or one that is downloaded.
 * @returns {Promise<readonly HostTest[]>}
 */
export function runHostSuiteOnDesktop() {
  return inFolders(async ({ workspace, data, report }) => {
    const { runTests } = await import("@vscode/test-electron");
    const executable = process.env["VSCODE_PATH"];
    return runTests({
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      extensionTestsEnv: { ...fakeAwsEnvironment(data), HOST_TEST_REPORT: report },
      launchArgs: [workspace, "--disable-extensions", "--disable-workspace-trust", `--user-data-dir=${data}`],
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    }).then(
      (code) => `It ended with code ${code}.`,
      (/** @type {unknown} */ error) => String(error),
    );
  });
}

/**
 * Gives the suite an empty workspace and a file to report to, and reads that file when it has ended.
 * @param {(folders: { workspace: string, data: string, report: string }) => Promise<string>} body tells how the suite ended
 * @returns {Promise<readonly HostTest[]>}
 */
async function inFolders(body) {
  const workspace = mkdtempSync(path.join(tmpdir(), "iot-jobs-workspace-"));
  const data = mkdtempSync(path.join(tmpdir(), "iot-jobs-data-"));
  const report = path.join(data, "host-tests.jsonl");
  try {
    return withTheEnd(await body({ workspace, data, report }), report);
  } finally {
    for (const folder of [workspace, data]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The suite reports how many tests it has before the first: fewer reports mean that it broke off.
 * @param {string} ending
 * @param {string} report
 * @returns {readonly HostTest[]}
 */
function withTheEnd(ending, report) {
  const [first, ...lines] = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n") : [];
  const tests = lines.map((line) => /** @type {HostTest} */ (parseJson(line)));
  const planned = first === undefined ? 0 : Number(first);
  if (planned > 0 && tests.length === planned) return tests;
  return [
    ...tests,
    { name: "the suite runs to its end", failure: `${tests.length} of ${planned} tests were run. ${ending}` },
  ];
}

/**
 * VS Code calls two functions of the page: one with what the extension host prints, one when its suite has ended.
 * @param {import("playwright-core").Page} page
 * @param {string} address
 * @returns {Promise<string>} how it ended
 */
async function untilExit(page, address) {
  /** @type {string[]} */
  const printed = [];
  await page.exposeFunction("codeAutomationLog", (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    printed.push(args.map(String).join(" "));
  });
  const { exit, finish } = exitOrTimeout();
  await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) =>
    finish(`It ended with code ${code}.`),
  );
  await page.goto(address);
  return `${await exit} The extension host printed:\n${printed.join("\n")}`;
}

function exitOrTimeout() {
  /** @type {(how: string) => void} */
  let finish = () => undefined;
  /** @type {Promise<string>} */
  const exit = new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`It took longer than ${longestSeconds} s.`), longestSeconds * 1000);
    finish = (how) => {
      clearTimeout(timer);
      resolve(how);
    };
  });
  return { exit, finish };
}
