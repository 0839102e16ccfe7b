import assert from "node:assert/strict";
import { test } from "node:test";
import { seen, until, within } from "./patience";
import { type Workbench, sharedWorkbench } from "./workbench";

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

/** Colors of words of the active editor, in the page; empty while a word has none of its own. */
const colorsOf = (words: readonly string[]): string => `${JSON.stringify(words)}.map((word) => {
  const runs = [...document.querySelectorAll(".editor-group-container.active .view-line span span")];
  const run = runs.find(({ textContent }) => textContent.replaceAll("\\u00a0", " ").trim() === word);
  return run === undefined ? "" : getComputedStyle(run).color;
})`;

/** The page gets its colors a moment after its text. */
async function assertColored({ page }: Workbench): Promise<void> {
  const words = ["aws", "inProgressTimeoutInMinutes", "45", '"maximumPerMinute"', "20"];
  const isColored = `(([aws, name, number, jsonName, jsonNumber]) =>
    aws !== "" && name === jsonName && number === jsonNumber && new Set([aws, name, number]).size === 3
  )(${colorsOf(words)})`;
  if (await within((timeout) => page.waitForFunction(isColored, undefined, { timeout }))(20_000)) return;
  assert.fail(`Names, numbers and words do not have three colors: ${String(await page.evaluate(colorsOf(words)))}`);
}

const files = { "next-stage.update-job": options, "rollout.sh": script, "a.update-job": "" };
const settings = {
  "editor.semanticHighlighting.enabled": false,
  "editor.quickSuggestions": { other: false, strings: false, comments: false },
  "editor.suggestOnTriggerCharacters": false,
};
const window = sharedWorkbench({ files, settings });

for (const shade of ["dark", "light"] as const) {
  test(`an option list and a shell script have the colors of their values, ${shade}`, async () => {
    await window(async (workbench) => {
      await workbench.changeTheme(shade);
      await workbench.openFile("next-stage.update-job");
      await assertColored(workbench);
      await workbench.screenshot(`colors-options-${shade}`);
      await workbench.openFile("rollout.sh");
      await assertColored(workbench);
      await workbench.screenshot(`colors-script-${shade}`);
    });
  });
}

/** The brackets and comments of a language come a moment after its file is open: toggles a comment until there is one. */
async function configured({ line, press, replaceText }: Workbench): Promise<void> {
  await until(seen(line("#")), () => press("Control+/"));
  await replaceText("");
  await line("#").waitFor({ state: "detached" });
}

test("an option list closes brackets and quotes, and indents what goes on", async () => {
  await window(async (workbench) => {
    await workbench.openFile("a.update-job");
    await configured(workbench);
    // VS Code closes nothing in a line that it has not colored yet.
    for (const piece of ["aws iot update-job \\\n--job-id a \\\n--timeout-config ", "'", "{", '\n"x": ', "[1"]) {
      await workbench.type(piece);
      await workbench.line(piece.trim().split("\n").at(-1) ?? "").waitFor();
    }
    await workbench.shows(
      `aws iot update-job \\
    --job-id a \\
    --timeout-config '{
        "x": [1]
    }'`,
    );
    await workbench.press("Control+/");
    await workbench.shows(/# "x": \[1\]/u);
  });
});
