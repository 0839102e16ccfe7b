import assert from "node:assert/strict";
import { test } from "node:test";
import { updateJob } from "../../server/src/model/updateJob";
import { accept, analysisOf, labels, offered } from "../fixture";

function accepts(name: string, before: string, label: string, after: string): void {
  test(name, () => assert.equal(accept(before, label, "yaml"), after));
}

accepts(
  "an empty file offers a whole payload",
  "<|>",
  "UpdateJob payload",
  `jobId: example-job-01
timeoutConfig:
  inProgressTimeoutInMinutes: 60`,
);
accepts(
  "a member on a line of its own, with its members in a block",
  `jobId: j1
time<|>
description: x`,
  "timeoutConfig",
  `jobId: j1
timeoutConfig:
  inProgressTimeoutInMinutes: 60
description: x`,
);
accepts(
  "a block is indented as the others are",
  `presignedUrlConfig:
    expiresInSec: 60
jobExecutionsRetryConfig:
    <|>`,
  "criteriaList",
  `presignedUrlConfig:
    expiresInSec: 60
jobExecutionsRetryConfig:
    criteriaList:
        - failureType: FAILED
          numberOfRetries: 0`,
);
accepts(
  "a block after a colon, without the blank there",
  `timeoutConfig: <|>`,
  "{ … }",
  `timeoutConfig:
  inProgressTimeoutInMinutes: 60`,
);
accepts(
  "a value right after a colon gets its blank",
  `timeoutConfig:
  inProgressTimeoutInMinutes:<|>`,
  "1440",
  `timeoutConfig:
  inProgressTimeoutInMinutes: 1440`,
);
accepts(
  "a text that holds a colon gets quotes",
  `presignedUrlConfig: {roleArn: <|>}`,
  "example",
  `presignedUrlConfig: {roleArn: "arn:aws:iam::123456789012:role/S3DownloadRole"}`,
);
accepts("a name before a colon is only renamed", `job<|>: j1`, "jobId", `jobId: j1`);
accepts("in its quotes", `"job<|>": j1`, "jobId", `"jobId": j1`);
accepts(
  "a name above its block gets the colon",
  `time<|>
  inProgressTimeoutInMinutes: 5`,
  "timeoutConfig",
  `timeoutConfig:
  inProgressTimeoutInMinutes: 5`,
);
accepts(
  "the first member of an item",
  `abortConfig:
  criteriaList:
    -<|>`,
  "failureType",
  `abortConfig:
  criteriaList:
    - failureType: FAILED`,
);
accepts(
  "a whole item after its dash",
  `jobExecutionsRetryConfig:
  criteriaList:
    - <|>`,
  "{ … }",
  `jobExecutionsRetryConfig:
  criteriaList:
    - failureType: FAILED
      numberOfRetries: 0`,
);
accepts(
  "a first item, dash included",
  `jobExecutionsRetryConfig:
  criteriaList:
    <|>`,
  "{ … }",
  `jobExecutionsRetryConfig:
  criteriaList:
    - failureType: FAILED
      numberOfRetries: 0`,
);
accepts(
  "a further item, dash included, as deep as its list",
  `jobExecutionsRetryConfig:
  criteriaList:
  - failureType: TIMED_OUT
    numberOfRetries: 0
  <|>
jobId: j1`,
  "{ … }",
  `jobExecutionsRetryConfig:
  criteriaList:
  - failureType: TIMED_OUT
    numberOfRetries: 0
  - failureType: FAILED
    numberOfRetries: 0
jobId: j1`,
);
accepts(
  "a further member of an item",
  `jobExecutionsRetryConfig:
  criteriaList:
    - failureType: FAILED
      <|>`,
  "numberOfRetries",
  `jobExecutionsRetryConfig:
  criteriaList:
    - failureType: FAILED
      numberOfRetries: 0`,
);
accepts(
  "in braces a member stands on the line",
  `jobExecutionsRolloutConfig: {<|>}`,
  "maximumPerMinute",
  `jobExecutionsRolloutConfig: {maximumPerMinute: 50}`,
);
accepts(
  "the comma before it is added",
  `presignedUrlConfig: {"expiresInSec": 60 <|>}`,
  "roleArn",
  `presignedUrlConfig: {"expiresInSec": 60, roleArn: "arn:aws:iam::123456789012:role/S3DownloadRole"}`,
);
accepts(
  "and the one behind",
  `presignedUrlConfig: {<|> roleArn: x}`,
  "expiresInSec",
  `presignedUrlConfig: {expiresInSec: 3600, roleArn: x}`,
);
accepts(
  "a structure in braces",
  `jobExecutionsRolloutConfig: {exponentialRate: {rateIncreaseCriteria: <|>}}`,
  "{ … }",
  `jobExecutionsRolloutConfig: {exponentialRate: {rateIncreaseCriteria: {numberOfNotifiedThings: 1000}}}`,
);
accepts(
  "an enum replaces what is there, a comment stays",
  `abortConfig:
  criteriaList:
  - failureType: "FAI<|>" # why
    action: CANCEL`,
  "REJECTED",
  `abortConfig:
  criteriaList:
  - failureType: REJECTED # why
    action: CANCEL`,
);

accepts(
  "on a blank line inside a block, a member of that block, as deep as the next",
  `presignedUrlConfig:

<|>
  roleArn: arn:aws:iam::123456789012:role/R`,
  "expiresInSec",
  `presignedUrlConfig:

  expiresInSec: 3600
  roleArn: arn:aws:iam::123456789012:role/R`,
);
accepts(
  "and its members deeper still",
  `abortConfig:
  criteriaList: []
jobExecutionsRolloutConfig:
<|>
  maximumPerMinute: 100
jobId: j1`,
  "exponentialRate",
  `abortConfig:
  criteriaList: []
jobExecutionsRolloutConfig:
  exponentialRate:
    baseRatePerMinute: 50
    incrementFactor: 2
    rateIncreaseCriteria:
      numberOfNotifiedThings: 1000
  maximumPerMinute: 100
jobId: j1`,
);
accepts(
  "a further member of an item, on a blank line inside it",
  `abortConfig:
  criteriaList:
    - failureType: FAILED

<|>
      action: CANCEL`,
  "thresholdPercentage",
  `abortConfig:
  criteriaList:
    - failureType: FAILED

      thresholdPercentage: 10.5
      action: CANCEL`,
);
accepts(
  "an item before the first, on a blank line",
  `jobExecutionsRetryConfig:
  criteriaList:
  <|>
    - failureType: TIMED_OUT
      numberOfRetries: 0`,
  "{ … }",
  `jobExecutionsRetryConfig:
  criteriaList:
    - failureType: FAILED
      numberOfRetries: 0
    - failureType: TIMED_OUT
      numberOfRetries: 0`,
);
accepts(
  "on a blank line after a block, a member of what is around it",
  `timeoutConfig:
  inProgressTimeoutInMinutes: 60
<|>
jobId: j1`,
  "namespaceId",
  `timeoutConfig:
  inProgressTimeoutInMinutes: 60
namespaceId: my-namespace
jobId: j1`,
);

test("above a block no name is offered whose value no block can be", () => {
  const text = `jobId: j1
<|>
  inProgressTimeoutInMinutes: 5`;
  assert.deepEqual(labels(text, "yaml"), [
    "presignedUrlConfig",
    "jobExecutionsRolloutConfig",
    "abortConfig",
    "timeoutConfig",
    "jobExecutionsRetryConfig",
  ]);
});

test("members that an anchor or a merge brings are there already", () => {
  const text = `abortConfig:
  criteriaList:
    - &first {failureType: ALL, action: CANCEL}
    - <<: *first
      <|>`;
  assert.deepEqual(labels(text, "yaml"), ["thresholdPercentage", "minNumberOfExecutedThings"]);
});

for (const [where, text] of [
  ["in a comment", "jobId: j1 # <|>"],
  ["inside a text over lines", "description: |\n  some\n  <|>"],
  ["on a blank line of such a text", "description: |\n  some\n<|>\n  text"],
  ["on a blank line of a block that has all", "timeoutConfig:\n<|>\n  inProgressTimeoutInMinutes: 5"],
  ["below a value", "jobId: j1\n  <|>"],
  ["where lines do not line up", "timeoutConfig:\n    inProgressTimeoutInMinutes: 5\n  <|>"],
  ["where a value stands already", "timeoutConfig: <|> {inProgressTimeoutInMinutes: 5}"],
  ["before an item in braces", "abortConfig:\n  criteriaList:\n    - <|> {failureType: ALL}"],
  ["before an empty one", "abortConfig:\n  criteriaList:\n    -<|> {}"],
] as const) {
  test(`nothing is offered ${where}`, () => assert.deepEqual(labels(text, "yaml"), []));
}

test("above or before a value, those names are offered that may have it", () => {
  const of = (text: string): readonly string[] => labels(text, "yaml");
  const structures = Object.entries(updateJob.members).flatMap(([name, { shape }]) =>
    shape.kind === "structure" ? [name] : [],
  );
  assert.deepEqual(of("<|>\n  inProgressTimeoutInMinutes: 5"), structures);
  assert.deepEqual(of("<|> {inProgressTimeoutInMinutes: 5}"), structures);
  assert.deepEqual(of("abortConfig:\n  criteriaList:\n    - <|>: 5"), [
    "thresholdPercentage",
    "minNumberOfExecutedThings",
  ]);
});

test("an editor that indents gets a block as it stands relative to its line", () => {
  const [item] = offered("abortConfig:\n  criteriaList:\n    - <|>", "yaml", { snippets: true, indents: true });
  assert.equal(item?.insertTextMode, 2);
  assert.ok(item.textEdit);
  assert.equal(
    item.textEdit.newText,
    `failureType: \${1|FAILED,REJECTED,TIMED_OUT,ALL|}
  action: CANCEL
  thresholdPercentage: \${2:10.5}
  minNumberOfExecutedThings: \${3:100}`,
  );
});

test("the payload with every member breaks no rule", () => {
  assert.deepEqual(analysisOf(accept("<|>", "UpdateJob payload, all members", "yaml"), "yaml").problems, []);
});
