import assert from "node:assert/strict";
import { test } from "node:test";
import { semanticTokens, tokenTypes } from "../../server/src/features/semanticTokens";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import type { Span } from "../../server/src/syntax/tree";
import { analysisOf } from "../fixture";
import { payload } from "./fourNotations";

/** Each token's text with its type. */
function colored(text: string, notation: DocumentNotation, within?: Span): readonly string[] {
  const { data } = semanticTokens(analysisOf(text, notation), within);
  const lines = text.split("\n");
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index);
    [line, character] = [line + down, down === 0 ? character + right : right];
    found.push(`${tokenTypes[type] ?? "?"} ${lines[line]?.slice(character, character + length) ?? ""}`);
  }
  return found;
}

test("options: names, numbers, words of a choice and text have colors of their own in shorthand", () => {
  assert.deepEqual(
    colored(
      `--job-id j1 --abort-config criteriaList=[{failureType=ALL,thresholdPercentage=5}] # failureType`,
      "options",
    ),
    [
      "property --job-id",
      "string j1",
      "property --abort-config",
      "property criteriaList",
      "property failureType",
      "enumMember ALL",
      "property thresholdPercentage",
      "number 5",
    ],
  );
});

test("script: the command and the JSON in its quotes are colored, what the shell works out is not", () => {
  assert.deepEqual(
    colored(
      `aws iot update-job --job-id "$ID" --timeout-config '{"inProgressTimeoutInMinutes":\n 60, "x": true}'\n`,
      "script",
    ),
    [
      "function update-job",
      "property --job-id",
      "property --timeout-config",
      'property "inProgressTimeoutInMinutes"',
      "number 60",
      'property "x"',
      "string true",
    ],
  );
});

test("options: a value of several lines is a token a line", () => {
  assert.deepEqual(colored(`--description 'a\r\nb'`, "options"), ["property --description", "string 'a", "string b'"]);
});

test("json and yaml: the editor's own grammars color these", () => {
  assert.deepEqual([colored(payload.json, "json"), colored(payload.yaml, "yaml")], [[], []]);
});

test("script: of a part that is asked for, the commands that touch it are colored", () => {
  const text = "aws iot update-job --job-id a\naws iot update-job --job-id b";
  assert.deepEqual(colored(text, "script", { start: 40, end: 41 }), [
    "function update-job",
    "property --job-id",
    "string b",
  ]);
});
