import assert from "node:assert/strict";
import { test } from "node:test";
import { consoleLink } from "../../server/src/features/consoleLink";
import { documentLinks } from "../../server/src/features/documentLinks";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf } from "../fixture";
import { notations, payload } from "./fourNotations";

/** What is linked, and where to. */
function links(text: string, notation: DocumentNotation): readonly string[] {
  const analysis = analysisOf(text, notation);
  return documentLinks(analysis).map(({ range, target }) => `${analysis.document.getText(range)} → ${target ?? ""}`);
}

for (const notation of notations) {
  test(`${notation}: a role leads to the console of its partition`, () => {
    assert.deepEqual(links(payload[notation], notation), [
      "arn:aws-cn:iam::123456789012:role/path/S3-Role → https://console.amazonaws.cn/iam/home#/roles/details/S3-Role",
    ]);
  });
}

const arns: readonly (readonly [string, string | undefined])[] = [
  ["arn:aws:iam::123456789012:role/R", "https://console.aws.amazon.com/iam/home#/roles/details/R"],
  [
    "arn:aws-us-gov:iam::123456789012:role/a/b/R+x",
    "https://console.amazonaws-us-gov.com/iam/home#/roles/details/R%2Bx",
  ],
  [
    "arn:aws:iot:eu-west-1:123456789012:job/j-1",
    "https://eu-west-1.console.aws.amazon.com/iot/home?region=eu-west-1#/job/j-1",
  ],
  ["arn:aws-iso:iam::123456789012:role/R", undefined],
  ["arn:aws:iam::123456789012:user/R", undefined],
  ["arn:aws:iam::1:role/R", undefined],
  ["arn:aws:iam::123456789012:role/../../evil?x", undefined],
];

for (const [arn, target] of arns) {
  test(`${arn} leads to ${target ?? "nowhere"}`, () => assert.equal(consoleLink(arn), target));
}

const files: readonly (readonly [DocumentNotation, string, readonly string[]])[] = [
  ["options", "--cli-input-json file://a%20b.json", ["file://a%20b.json → file:///a%2520b.json"]],
  ["options", "--cli-input-json='file:///x/a b.json'", ["file:///x/a b.json → file:///x/a%20b.json"]],
  ["options", "--abort-config criteriaList@=file://c.json", ["file://c.json → file:///c.json"]],
  ["script", 'echo x; aws iot update-job --cli-input-yaml "file://j\\$x.yaml"', []],
  ["script", 'aws iot update-job --timeout-config "file://../t.json"', ["file://../t.json → file:///t.json"]],
  ["script", 'aws iot update-job --cli-input-json "file://$X.json" --job-id file://~/id', []],
];

for (const [notation, text, expected] of files) {
  test(`${notation}: a file leads to the file in ${text}`, () => assert.deepEqual(links(text, notation), expected));
}
