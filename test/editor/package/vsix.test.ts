import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import { vsixFile } from "../../../scripts/package.mjs";
import { inWorkbench } from "../page/workbench";
import { filesInZip } from "./zip";

/** By path in the package, where vsce renames README.md, CHANGELOG.md and LICENSE. */
const allowed = [
  /^\[Content_Types\]\.xml$/u,
  /^extension\.vsixmanifest$/u,
  /^extension\/package\.json$/u,
  /^extension\/package\.nls(\.[\w-]+)?\.json$/u,
  /^extension\/(readme|changelog)\.md$/u,
  /^extension\/LICENSE\.txt$/u,
  /^extension\/icon\.png$/u,
  /^extension\/docs\/rules\.md$/u,
  /^extension\/media\/(walkthrough\/)?[\w-]+\.(png|svg|css|js|md)$/u,
  /^extension\/dist\/(aws|cli|commandLine|extension|languageServer|samples|server|yaml)\.js$/u,
  /^extension\/syntaxes\/[\w.-]+\.json$/u,
  /^extension\/l10n\/bundle\.l10n(\.[\w-]+)?\.json$/u,
];

const needed = [
  "package.json",
  "readme.md",
  "LICENSE.txt",
  "docs/rules.md",
  "media/icon.svg",
  "dist/aws.js",
  "dist/cli.js",
  "dist/commandLine.js",
  "dist/extension.js",
  "dist/languageServer.js",
  "dist/samples.js",
  "dist/server.js",
  "l10n/bundle.l10n.json",
];

test("the package holds nothing but what is allowed to ship", () => {
  const others = filesInZip(vsixFile()).filter((file) => !allowed.some((pattern) => pattern.test(file)));
  assert.deepEqual(others, []);
});

test("the package holds what the extension needs", () => {
  const files = filesInZip(vsixFile());
  const missing = needed.filter((file) => !files.includes(`extension/${file}`));
  assert.deepEqual(missing, []);
});

test("the package is smaller than 1 MB", () => {
  const { size } = statSync(vsixFile());
  assert.ok(size < 1_000_000, `it is ${size} bytes`);
});

test("the packaged extension, installed, underlines a number out of range in a payload file", async () => {
  const text = '{ "jobId": "example-job-01", "timeoutConfig": { "inProgressTimeoutInMinutes": 0 } }\n';
  await inWorkbench(
    { files: { "update-job.json": text }, open: "update-job.json", vsix: vsixFile() },
    async ({ errors }) => {
      await errors.first().waitFor();
      assert.equal(await errors.count(), 1);
    },
  );
});
