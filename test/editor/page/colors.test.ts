import assert from "node:assert/strict";
import { test } from "node:test";
import { type Workbench, inWorkbench } from "./workbench";

const options = `# Twenty devices a minute at first.
aws iot update-job \\
  --job-id example-job-01 --region us-west-2
  --description "Firmware 2.1, $STAGE"
  --timeout-config inProgressTimeoutInMinutes=45
  --abort-config 'criteriaList=[{failureType=FAILED,action=CANCEL,thresholdPercentage=20.5,minNumberOfExecutedThings=10}]'
  --job-executions-rollout-config '{
    "maximumPerMinute": 20
  }'
`;

const script = `#!/usr/bin/env bash
if ! aws iot update-job --job-id "$1" \\
  --timeout-config inProgressTimeoutInMinutes=45 \\
  --job-executions-rollout-config '{"maximumPerMinute": 20}'; then
  echo "not updated" >&2
fi
`;

/** The runs of one color in the active editor. */
const runs = ".editor-group-container.active .view-line span span";

/** The color of a run of the editor's text; the page gets its colors a moment after its text. */
async function colorOf({ page }: Workbench, words: string): Promise<string> {
  const run = page.locator(runs, { hasText: new RegExp(`^\\s*${words}\\s*$`, "u") }).first();
  await run.waitFor();
  const text = await run.textContent();
  return page.evaluate<string>(`getComputedStyle(
    [...document.querySelectorAll(${JSON.stringify(runs)})].find((run) => run.textContent === ${JSON.stringify(text)}),
  ).color`);
}

async function assertColored(workbench: Workbench): Promise<void> {
  const colors = new Map<string, string>();
  for (const words of ["aws", "inProgressTimeoutInMinutes", "45", '"maximumPerMinute"', "20"]) {
    colors.set(words, await colorOf(workbench, words));
  }
  assert.equal(colors.get("45"), colors.get("20"), "numbers look alike in shorthand and JSON");
  assert.equal(colors.get("inProgressTimeoutInMinutes"), colors.get('"maximumPerMinute"'), "and so do names");
  assert.equal(new Set(colors.values()).size, 3, JSON.stringify([...colors]));
}

for (const [theme, name] of [
  ["Default Dark Modern", "dark"],
  ["Default Light Modern", "light"],
] as const) {
  test(`an option list and a shell script have the colors of their values, ${name}`, async () => {
    const settings = { "workbench.colorTheme": theme, "editor.semanticHighlighting.enabled": false };
    const files = { "next-stage.update-job": options, "rollout.sh": script };
    await inWorkbench({ files, settings, open: "next-stage.update-job" }, async (workbench) => {
      await assertColored(workbench);
      await workbench.screenshot(`colors-options-${name}`);
      await workbench.openFile("rollout.sh");
      await assertColored(workbench);
      await workbench.screenshot(`colors-script-${name}`);
    });
  });
}

/** The brackets and comments of a language come a moment after its file is open: toggles a comment until there is one. */
async function configured({ page, press, replaceText }: Workbench): Promise<void> {
  const comment = page.locator(".view-line", { hasText: "#" });
  for (let tries = 0; tries < 20 && (await comment.count()) === 0; tries++) {
    await press("Control+/");
    await comment.waitFor({ timeout: 500 }).catch(() => undefined);
  }
  await replaceText("");
  await comment.waitFor({ state: "detached" });
}

test("an option list closes brackets and quotes, and indents what goes on", async () => {
  const settings = { "editor.quickSuggestions": { other: false, strings: false, comments: false } };
  await inWorkbench({ files: { "a.update-job": "" }, settings, open: "a.update-job" }, async (workbench) => {
    await configured(workbench);
    await workbench.type('aws iot update-job \\\n--job-id a \\\n--timeout-config \'{\n"x": [1');
    assert.equal(
      await workbench.text(),
      `aws iot update-job \\
    --job-id a \\
    --timeout-config '{
        "x": [1]
    }'`,
    );
    await workbench.press("Control+/");
    await workbench.page.locator(".view-line", { hasText: "#" }).waitFor();
    assert.match(await workbench.text(), /# "x": \[1\]/u);
  });
});
