import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { documentSymbols, flatSymbols } from "../../server/src/features/documentSymbols";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf } from "../fixture";
import { notations, payload } from "./fourNotations";

/** A line a symbol, below what it is part of. */
function outline(text: string, notation: DocumentNotation): string {
  const lines = (symbols: readonly DocumentSymbol[], indent: string): readonly string[] =>
    symbols.flatMap(({ name, detail, children = [] }) => [
      `${indent}${name}${detail === undefined ? "" : ` · ${detail}`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(documentSymbols(analysisOf(text, notation)), "").join("\n");
}

const members = `jobId · example-job-01
presignedUrlConfig
  roleArn · arn:aws-cn:iam::123456789012:role/path/S3-Role
jobExecutionsRolloutConfig · 50 → 100 → 200 → … → 1000 per minute
  maximumPerMinute · 1000
  exponentialRate
    baseRatePerMinute · 50
    incrementFactor · 2
    rateIncreaseCriteria
      numberOfNotifiedThings · 1000
abortConfig
  criteriaList
    FAILED · cancels if 10.5 % of 3+ failed
      failureType · FAILED
      action · CANCEL
      thresholdPercentage · 10.5
      minNumberOfExecutedThings · 3
    ALL · cancels if 20 % of 3+ did not succeed
      failureType · ALL
      action · CANCEL
      thresholdPercentage · 20
      minNumberOfExecutedThings · 3
timeoutConfig
  inProgressTimeoutInMinutes · 10080`;

for (const notation of notations) {
  test(`${notation}: the outline has each member with its value, and says what criteria and rollouts come to`, () => {
    const expected = notation === "script" ? `example-job-01 · update-job\n${members.replace(/^/gm, "  ")}` : members;
    assert.equal(outline(payload[notation], notation), expected);
  });

  test(`${notation}: each symbol holds its name and its children, as LSP asks for`, () => {
    const { document } = analysisOf(payload[notation], notation);
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      for (const inner of [selectionRange, ...children.map((child) => child.range)]) {
        assert.ok(document.offsetAt(range.start) <= document.offsetAt(inner.start));
        assert.ok(document.offsetAt(inner.end) <= document.offsetAt(range.end));
      }
      children.forEach(check);
    };
    documentSymbols(analysisOf(payload[notation], notation)).forEach(check);
  });
}

test("each command of a script has its own outline; one without a known job is named for what it is", () => {
  assert.equal(
    outline('aws iot update-job --job-id "$1"\naws iot update-job --job-id j2 --description x', "script"),
    "update-job · update-job\n  jobId\nj2 · update-job\n  jobId · j2\n  description · x",
  );
});

test("what a YAML alias stands for is listed where it is written alone", () => {
  assert.equal(outline("a: &c\n  jobId: j\nb: *c\nd:\n  <<: *c\n  x: 1\n", "yaml"), "a\n  jobId · j\nb\nd\n  x · 1");
});

test("broken text lists what can be read", () => {
  assert.equal(outline(`{"jobId": "j", "": 1, "timeoutConfig": {"in`, "json"), "jobId · j\n… · 1\ntimeoutConfig\n  in");
});

test("a client without a tree of symbols gets them in a row, each with what it is part of", () => {
  assert.deepEqual(
    flatSymbols(analysisOf(`{"timeoutConfig": {"inProgressTimeoutInMinutes": 1}}`)).map(({ name, containerName }) => [
      name,
      containerName,
    ]),
    [
      ["timeoutConfig", undefined],
      ["inProgressTimeoutInMinutes", "timeoutConfig"],
    ],
  );
});
