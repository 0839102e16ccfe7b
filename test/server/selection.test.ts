import assert from "node:assert/strict";
import { test } from "node:test";
import type { SelectionRange } from "vscode-languageserver-types";
import { documentHighlights } from "../../server/src/features/documentHighlights";
import { selectionRange } from "../../server/src/features/selectionRanges";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf, atCursor } from "../fixture";

/** What a selection at the cursor grows to, a line each. */
function growing(marked: string, notation: DocumentNotation): readonly string[] {
  const { text, offset } = atCursor(marked);
  const analysis = analysisOf(text, notation);
  const texts = ({ range, parent }: SelectionRange): readonly string[] => [
    analysis.document.getText(range),
    ...(parent === undefined ? [] : texts(parent)),
  ];
  return texts(selectionRange(analysis, offset));
}

const steps: readonly (readonly [DocumentNotation, string, readonly string[]])[] = [
  [
    "json",
    ` {"timeoutConfig": {"inProgress<|>TimeoutInMinutes": 60}}`,
    [
      "inProgressTimeoutInMinutes",
      `"inProgressTimeoutInMinutes"`,
      `"inProgressTimeoutInMinutes": 60`,
      `{"inProgressTimeoutInMinutes": 60}`,
      `"timeoutConfig": {"inProgressTimeoutInMinutes": 60}`,
      `{"timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
      ` {"timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
    ],
  ],
  [
    "yaml",
    "jobId: j\nabortConfig:\n  criteriaList:\n    - failureType: 'F<|>AILED'\n",
    [
      "FAILED",
      "'FAILED'",
      "failureType: 'FAILED'",
      "- failureType: 'FAILED'",
      "criteriaList:\n    - failureType: 'FAILED'",
      "abortConfig:\n  criteriaList:\n    - failureType: 'FAILED'",
      "jobId: j\nabortConfig:\n  criteriaList:\n    - failureType: 'FAILED'",
      "jobId: j\nabortConfig:\n  criteriaList:\n    - failureType: 'FAILED'\n",
    ],
  ],
  [
    "options",
    "--job-id j --timeout-config 'inProgressTimeoutInMinutes=6<|>0'",
    [
      "60",
      "inProgressTimeoutInMinutes=60",
      "--timeout-config 'inProgressTimeoutInMinutes=60",
      "--job-id j --timeout-config 'inProgressTimeoutInMinutes=60'",
    ],
  ],
  [
    "script",
    `x\naws iot update-job --job-id j --timeout-config "{\\"inProgressTimeoutInMinutes\\": 6<|>0}"\ny`,
    [
      "60",
      `"inProgressTimeoutInMinutes\\": 60`,
      `{\\"inProgressTimeoutInMinutes\\": 60}`,
      `--timeout-config "{\\"inProgressTimeoutInMinutes\\": 60}`,
      `aws iot update-job --job-id j --timeout-config "{\\"inProgressTimeoutInMinutes\\": 60}"`,
      `x\naws iot update-job --job-id j --timeout-config "{\\"inProgressTimeoutInMinutes\\": 60}"\ny`,
    ],
  ],
  ["script", "ech<|>o", ["echo"]],
  ["json", "<|>", [""]],
];

for (const [notation, marked, expected] of steps) {
  test(`${notation}: a selection grows value by value in ${marked}`, () => {
    assert.deepEqual(growing(marked, notation), expected);
  });
}

/** The text with what is highlighted in « ». */
function highlighted(marked: string, notation: DocumentNotation): string {
  const { text, offset } = atCursor(marked);
  const { document } = analysisOf(text, notation);
  const found = documentHighlights(analysisOf(text, notation), offset).map(({ range }) => range);
  return found
    .flatMap(({ start, end }) => [
      { at: document.offsetAt(start), sign: "«" },
      { at: document.offsetAt(end), sign: "»" },
    ])
    .sort((a, b) => b.at - a.at)
    .reduce((picture, { at, sign }) => picture.slice(0, at) + sign + picture.slice(at), text);
}

const highlights: readonly (readonly [DocumentNotation, string, string])[] = [
  ["json", `[{"a": 1}, {"a<|>": 2}]`, `[{«"a"»: 1}, {«"a"»: 2}]`],
  [
    "json",
    `{"abortConfig": {"criteriaList": [{"failureType": "AL<|>L"}, {"failureType": "ALL"}]}, "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL"}]}}`,
    `{"abortConfig": {"criteriaList": [{"failureType": «"ALL"»}, {"failureType": «"ALL"»}]}, "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL"}]}}`,
  ],
  [
    "yaml",
    "abortConfig:\n  criteriaList:\n  - &one\n    action: CANCEL\n  - *one\n  - act<|>ion: CANCEL\n",
    "abortConfig:\n  criteriaList:\n  - &one\n    «action»: CANCEL\n  - *one\n  - «action»: CANCEL\n",
  ],
  [
    "options",
    `--job-id j --abort-config criteriaList=[{action<|>=CANCEL},{action=CANCEL}]`,
    `--job-id j --abort-config criteriaList=[{«action»=CANCEL},{«action»=CANCEL}]`,
  ],
  [
    "script",
    `aws iot update-job --job-id o<|>ne\naws iot update-job --job-id "one"\naws iot update-job --job-id other`,
    `aws iot update-job --job-id «one»\naws iot update-job --job-id «"one"»\naws iot update-job --job-id other`,
  ],
  ["script", "aws<|> iot update-job --job-id one", "aws iot update-job --job-id one"],
];

for (const [notation, marked, expected] of highlights) {
  test(`${notation}: the same member or value is highlighted in ${marked}`, () => {
    assert.equal(highlighted(marked, notation), expected);
  });
}
