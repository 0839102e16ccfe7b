import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Analysis } from "../../server/src/analysis";
import { convert } from "../../server/src/features/convert";
import { hover } from "../../server/src/features/hover";
import { payload } from "../../server/src/features/payload";
import { hasErrors } from "../../server/src/features/diagnostics";
import type { Node } from "../../server/src/syntax/tree";
import { writeJson } from "../../server/src/syntax/write";
import { analysisOf } from "../fixture";
import { typedPayloads } from "../payloads";

const full = `{
  "jobId": "pumps",
  "description": "Firmware 2.4",
  "presignedUrlConfig": { "roleArn": "arn:aws:iam::123456789012:role/Jobs", "expiresInSec": 600 },
  "jobExecutionsRolloutConfig": {
    "maximumPerMinute": 50,
    "exponentialRate": {
      "baseRatePerMinute": 5,
      "incrementFactor": 1.5,
      "rateIncreaseCriteria": { "numberOfNotifiedThings": 1000 }
    }
  },
  "abortConfig": {
    "criteriaList": [
      { "failureType": "FAILED", "action": "CANCEL", "thresholdPercentage": 5, "minNumberOfExecutedThings": 10 },
      { "failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 10.50, "minNumberOfExecutedThings": 3 }
    ]
  },
  "timeoutConfig": { "inProgressTimeoutInMinutes": 60 },
  "namespaceId": "greengrass",
  "jobExecutionsRetryConfig": { "criteriaList": [{ "failureType": "ALL", "numberOfRetries": 0 }] }
}`;

const mistaken = full
  .replace("10.50", "10.999")
  .replace("50,", "5000,")
  .replace('"CANCEL", "thresholdPercentage": 5,', '"STOP", "thresholdPercentage": 101,')
  .replace("timeoutConfig", "timeoutConfg")
  .replace('"expiresInSec": 600', '"expiresInSec": 1e2');

/** One payload in the four notations: a file of JSON, YAML, options, and a shell script. */
function inFourNotations(json: string): readonly Analysis[] {
  const written = (["yaml", "options", "bash"] as const).map(
    (to) => convert(analysisOf(json), undefined, to)?.text ?? "",
  );
  const [yaml = "", options = "", bash = ""] = written;
  return [
    analysisOf(json),
    analysisOf(yaml, "yaml"),
    analysisOf(options, "options"),
    analysisOf(`#!/bin/sh\nset -e\n${bash} | tee log\n`, "script"),
  ];
}

function valueOf(analysis: Analysis): unknown {
  return payload(analysis, undefined)?.payload;
}

/** The hover of each name and each value, but for its place and the example, which is in the notation at hand. */
function hoversOf(analysis: Analysis): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node | undefined): void => {
    if (node?.kind === "list") node.items.forEach(visit);
    if (node?.kind === "object") {
      for (const { name, start, value } of node.members.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        found.push(`${name}: ${textAt(analysis, start)}`);
        visit(value);
      }
    }
    if (node?.kind === "scalar") found.push(textAt(analysis, Math.floor((node.start + node.end) / 2)));
  };
  visit(analysis.tree.roots[0]?.node);
  return found;
}

function textAt(analysis: Analysis, offset: number): string {
  const contents = hover(analysis, offset)?.contents;
  const text = contents !== undefined && typeof contents === "object" && "value" in contents ? contents.value : "";
  return text.replace(/Example:[^]*?(?=\n\n\*)/, "");
}

function problemsOf({ problems }: Analysis): readonly string[] {
  return problems.map(({ code, message }) => `${code}: ${message}`).sort();
}

const [json, ...others] = inFourNotations(full);
const names = ["YAML", "options", "a script"];

others.forEach((other, index) => {
  const name = names[index] ?? "";
  test(`${name} says the same payload as JSON, without a problem`, () => {
    assert.deepEqual(valueOf(other), json && valueOf(json));
    assert.deepEqual(other.problems, []);
  });
  test(`${name} has the hovers of JSON`, () => {
    assert.ok(json);
    assert.ok(hoversOf(json).every((text) => text !== ""));
    assert.deepEqual(hoversOf(other), hoversOf(json));
  });
});

const [wrongJson, ...wrongOthers] = inFourNotations(mistaken);
wrongOthers.forEach((other, index) => {
  test(`${names[index] ?? ""} has the problems of JSON`, () => {
    assert.ok(wrongJson);
    assert.ok(problemsOf(wrongJson).length > 5);
    assert.deepEqual(problemsOf(other), problemsOf(wrongJson));
  });
});

test("any payload of the right types has the same value and the same codes in the four notations", () => {
  fc.assert(
    fc.property(typedPayloads, (value) => {
      const [first, ...rest] = inFourNotations(writeJson(value));
      assert.ok(first);
      for (const other of rest) {
        assert.deepEqual(valueOf(other), valueOf(first));
        assert.deepEqual(
          other.problems.map(({ code }) => code).sort(),
          first.problems.map(({ code }) => code).sort(),
          other.text,
        );
      }
      assert.equal(valueOf(first) === undefined, hasErrors(first));
    }),
    { numRuns: 300 },
  );
});
