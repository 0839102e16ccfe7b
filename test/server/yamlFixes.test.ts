import assert from "node:assert/strict";
import { test } from "node:test";
import { fixAll } from "../../server/src/features/fixes/fixAll";
import { fixPictures } from "../fixPictures";
import { analysisOf, plain, underlined } from "../fixture";

fixPictures([
  [
    "yaml",
    "syntax",
    `jobId: j
presignedUrlConfig: { roleArn: "arn:aws:iam::123456789012:role/R }
description: x`,
    [
      'Insert "',
      `jobId: j
presignedUrlConfig: { roleArn: "arn:aws:iam::123456789012:role/R" }
description: x`,
    ],
  ],
  [
    "yaml",
    "syntax",
    `jobExecutionsRetryConfig: {criteriaList: [{failureType: 'ALL, numberOfRetries: 0}]}
jobId: j`,
    [
      "Insert '",
      `jobExecutionsRetryConfig: {criteriaList: [{failureType: 'ALL', numberOfRetries: 0}]}
jobId: j`,
    ],
  ],
  [
    "yaml",
    "syntax",
    `abortConfig:
  criteriaList:
    - failureType: ALL # any

    action: CANCEL
    thresholdPercentage: 5
    - failureType: FAILED
jobId: j`,
    [
      "Change to action: CANCEL thresholdPercentage: 5",
      `abortConfig:
  criteriaList:
    - failureType: ALL # any

      action: CANCEL
      thresholdPercentage: 5
    - failureType: FAILED
jobId: j`,
    ],
  ],
  [
    "yaml",
    "unknown-member",
    "jobId: j\ntimeoutConfig: {inProgressTimeoutInMinuts:60}",
    ["Write a space here", "jobId: j\ntimeoutConfig: {inProgressTimeoutInMinuts: 60}"],
    ["Remove inProgressTimeoutInMinuts:60", "jobId: j\ntimeoutConfig: {}"],
  ],
  [
    "yaml",
    "missing-member",
    "jobId: j\njobExecutionsRetryConfig: {criteriaList: [{failureType: ALL, numberOfRetries:0}]}",
    [
      "Write a space here",
      "jobId: j\njobExecutionsRetryConfig: {criteriaList: [{failureType: ALL, numberOfRetries: 0}]}",
    ],
    [
      "Add numberOfRetries",
      "jobId: j\njobExecutionsRetryConfig: {criteriaList: [{failureType: ALL, numberOfRetries:0, numberOfRetries: 0}]}",
    ],
  ],
  [
    "yaml",
    "type",
    "jobId: j\ntimeoutConfig:\n  inProgressTimeoutInMinutes:60 # an hour",
    ["Write a space here", "jobId: j\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 60 # an hour"],
  ],
  ["yaml", "syntax", `{jobId: j, description: "x} # why`, ['Insert "', `{jobId: j, description: "x"} # why`]],
  ["yaml", "syntax", `jobId: j\ndescription: "a, b: c}`, ['Insert "', `jobId: j\ndescription: "a, b: c}"`]],
]);

test("a quote that is never closed in brackets is one mistake", () => {
  const picture = `presignedUrlConfig: {roleArn: "arn:aws:iam::123456789012:role/R}
                              ~ syntax: This quote is never closed.
jobId: j`;
  assert.equal(underlined(picture.replace(/\n *~.*/, ""), "yaml"), picture);
});

test("lines that do not line up are one mistake, at the first of them", () => {
  const picture = `timeoutConfig:
    inProgressTimeoutInMinutes: 5
  description: x
  ~~~~~~~~~~~ syntax: This does not line up with the lines above it.
  namespaceId: y
jobId: j`;
  assert.equal(underlined(plain(picture), "yaml"), picture);
});

test("between a quote and a word right after it a comma is no sure answer", () => {
  const text = `{ jobId: j, "description: "x" }`;
  assert.deepEqual(fixAll(analysisOf(text, "yaml")), []);
});
