import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import { listFiles } from "@vscode/vsce";
import { root } from "../../../scripts/child.mjs";
import { vsixFile } from "../../../scripts/package.mjs";
import { inWorkbench } from "../page/workbench";

const allowed = [
  /^package\.json$/u,
  /^package\.nls(\.[\w-]+)?\.json$/u,
  /^(README|CHANGELOG)\.md$/u,
  /^LICENSE$/u,
  /^icon\.(png|svg)$/u,
  /^media\/[\w-]+\.(png|svg|css|js)$/u,
  /^dist\/[\w-]+\.js$/u,
  /^syntaxes\/[\w.-]+\.json$/u,
  /^l10n\/bundle\.l10n(\.[\w-]+)?\.json$/u,
];

test("the package holds what is allowed to ship and nothing else", async () => {
  const files = await listFiles({ cwd: root });
  assert.deepEqual(
    files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
    [],
  );
  assert.deepEqual(
    ["package.json", "README.md", "LICENSE", "dist/extension.js", "dist/server.js"].filter(
      (file) => !files.includes(file),
    ),
    [],
  );
});

test("the package is smaller than 1 MB", () => {
  const { size } = statSync(vsixFile());
  assert.ok(size < 1_000_000, `it is ${size} bytes`);
});

test("the packaged extension, installed, underlines a number out of range in a payload file", async () => {
  const files = {
    "update-job.json": '{ "jobId": "example-job-01", "timeoutConfig": { "inProgressTimeoutInMinutes": 0 } }\n',
  };
  await inWorkbench({ files, open: "update-job.json", vsix: vsixFile() }, async ({ errors }) => {
    await errors.first().waitFor();
    assert.equal(await errors.count(), 1);
  });
});
