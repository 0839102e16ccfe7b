import assert from "node:assert/strict";
import { test } from "node:test";
import { applied } from "../../server/src/features/edits";
import { fixAll } from "../../server/src/features/fixes/fixAll";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf, hoverText, plain, underlined } from "../fixture";

const copied: readonly (readonly [DocumentNotation, picture: string, mended: string])[] = [
  [
    "json",
    `\`\`\`json
~~~~~~~ syntax: Remove this: it marks code in Markdown.
{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 60.0}}
                                                                ~~~~ integer: Write the whole number 60 without point or exponent; the AWS CLI refuses 60.0.
\`\`\`
~~~ syntax: Remove this: it marks code in Markdown.
`,
    `
{"jobId": "j1", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}

`,
  ],
  [
    "yaml",
    `
\`\`\`
~~~ syntax: Remove this: it marks code in Markdown.
jobId: j1
descripton: x
~~~~~~~~~~ unknown-member: descripton is not a member here. Did you mean description?
\`\`\`
~~~ syntax: Remove this: it marks code in Markdown.`,
    `

jobId: j1
description: x
`,
  ],
  [
    "options",
    `\`\`\`bash
~~~~~~~ syntax: Remove this: it marks code in Markdown.
aws iot update-job --job-id j1 --timeout-config '{}' \\
                               ~~~~~~~~~~~~~~~~ empty-structure: AWS IoT refuses an empty timeoutConfig. Leave it out, or give inProgressTimeoutInMinutes.
  --descripton x
  ~~~~~~~~~~~~ unknown-option: There is no option --descripton. Did you mean --description?
\`\`\`
~~~ syntax: Remove this: it marks code in Markdown.`,
    `
aws iot update-job --job-id j1 --timeout-config '{}' \\
  --description x
`,
  ],
];

for (const [notation, picture, mended] of copied) {
  test(`${notation}: what was copied with the marks of Markdown around it is read between them`, () => {
    const text = plain(picture);
    assert.equal(underlined(text, notation), picture);
    assert.equal(applied(text, fixAll(analysisOf(text, notation))), mended);
    assert.match(hoverText(text.replace("j1", "j<|>1"), notation), /jobId/);
  });
}

for (const prompt of ["$", "%", ">", "PS C:\\Users\\me>", "C:\\>"]) {
  test(`options: the prompt ${prompt} is no part of the command that was copied with it`, () => {
    const text = `${prompt} aws iot update-job --job-id j1 --description x\n`;
    const problems = analysisOf(text, "options").problems.map(({ message }) => message);
    assert.deepEqual(problems, ["Remove this: it is the prompt of a terminal."]);
    assert.equal(applied(text, fixAll(analysisOf(text, "options"))).trim(), text.slice(prompt.length).trim());
  });
}

test("script: a command that was copied with its prompt is read", () => {
  const picture = `$ aws iot update-job --job-id a/b --description x
                              ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".`;
  assert.equal(underlined(plain(picture), "script"), picture);
});

test("backquotes that mark nothing are what they are in the notation", () => {
  assert.deepEqual(analysisOf("--job-id j1 --description `date`\n", "options").problems, []);
  assert.deepEqual(analysisOf("`cat options`\n", "options").problems, []);
});
