import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../../server/src/analysis";
import { applied } from "../../server/src/features/edits";
import { fixAll } from "../../server/src/features/fixes/fixAll";
import { quickFixes } from "../../server/src/features/quickFixes";
import { updateJob } from "../../server/src/model/updateJob";
import { walk } from "../../server/src/model/walk";
import { analysisOf } from "../fixture";
import { notations, payload } from "./fourNotations";

const name =
  /(?<=[\s"{,'])(?:jobId|\w*Config|\w+List|failureType|action|\w+Things|\w+Rate|\w+Criteria|\w+Minutes?|roleArn)(?="?[:=])/g;
const option = /(?<=--)[a-z-]+-(?:id|config)/g;
const number = /(?<=[:=] ?)\d+(?:\.\d+)?(?=[\s,}])/g;
const word = /(?<=[:= "])(?:FAILED|ALL|CANCEL)/g;

/** What somebody may write in the place of what is right; each is tried wherever the pattern fits. */
const mistakes: readonly (readonly [place: RegExp, wrong: (right: string) => string])[] = [
  [name, (right) => right.charAt(0).toUpperCase() + right.slice(1)],
  [name, (right) => right.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)],
  [name, (right) => right.slice(0, -1)],
  [option, (right) => right.replaceAll("-", "")],
  [option, (right) => right.slice(0, -1)],
  [/(?<=\n *)--[a-z-]+(?= )/g, () => "--in-progress-timeout-in-minutes"],
  ...["null", "None", "~", "", "0x10", "1e1", "99999999999", "10%", "12.345", "'60'", "[5]", "abc"].map(
    (wrong) => [number, () => wrong] as const,
  ),
  ...["failed", "FAILD", "null", "5"].map((wrong) => [word, () => wrong] as const),
  [/,/g, () => ""],
  [/,/g, () => ",,"],
  [/[[\]{}]/g, () => ""],
  [/["']/g, () => ""],
  [/[:=]/g, () => ""],
  [/\n +/g, () => "\n"],
  [/\n +/g, () => "\n\t"],
  [/\{[^{}]*\}/g, () => "null"],
  [/\{[^{}]*\}/g, (right) => `[${right}]`],
  [/\[[^[\]]*\]/g, (right) => right.slice(1, -1)],
];

/** Every value that is written, but null and empty text. */
function valuesIn({ tree }: Analysis): number {
  let count = 0;
  for (const { node } of tree.roots) {
    if (node === undefined) continue;
    walk(node, updateJob, ({ node: value }) => {
      if (value?.kind === "scalar" && value.type !== "null" && value.text !== "") count++;
    });
  }
  return count;
}

function errorsIn({ problems, rules }: Analysis): ReadonlySet<string> {
  return new Set(problems.flatMap(({ code }) => (rules.levelOf(code) === "error" ? [code] : [])));
}

for (const notation of notations) {
  const right = payload[notation];
  const wrongTexts = mistakes.flatMap(([place, wrong]) =>
    Array.from(
      right.matchAll(place),
      (found) => right.slice(0, found.index) + wrong(found[0]) + right.slice(found.index + found[0].length),
    ),
  );

  test(`${notation}: fix all takes nothing away from a payload with one mistake, adds no error, and comes to an end`, () => {
    assert.ok(wrongTexts.length > 100, `${wrongTexts.length}`);
    for (const text of wrongTexts) {
      const before = analysisOf(text, notation);
      const after = analysisOf(applied(text, fixAll(before)), notation);
      const added = [...errorsIn(after)].filter((code) => !errorsIn(before).has(code));
      assert.deepEqual(added, [], `${text}\n${after.text}`);
      assert.ok(valuesIn(after) >= valuesIn(before), `${text}\n${after.text}`);
      assert.deepEqual(fixAll(after), [], after.text);
    }
  });

  test(`${notation}: Auto Fix takes nothing away from a payload with one mistake but what is there twice`, () => {
    for (const text of wrongTexts) {
      const before = analysisOf(text, notation);
      for (const { title, isPreferred, edit } of quickFixes(before, { start: 0, end: text.length }, { commands: [] })) {
        if (isPreferred !== true) continue;
        const edits = edit?.changes?.[before.document.uri] ?? [];
        const after = analysisOf(TextDocument.applyEdits(before.document, edits), notation);
        assert.ok(valuesIn(after) >= valuesIn(before), `${title}\n${text}\n${after.text}`);
      }
    }
  });
}
