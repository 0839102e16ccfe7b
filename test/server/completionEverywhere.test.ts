import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import payloads from "../facts/payloads.json";
import shorthand from "../facts/shorthand.json";
import { accepted, analysisOf, labels, offered } from "../fixture";

const json = `{
  "jobId": "j1", "description": "a \\u00e9 b",
  "presignedUrlConfig": {
    "roleArn": "arn:aws:iam::123456789012:role/R",
    "expiresInSec": 60
  },
  "jobExecutionsRolloutConfig": {"maximumPerMinute": 50, "exponentialRate": {"baseRatePerMinute": 10}},
  "abortConfig": {"criteriaList": [{"failureType": "ALL", "thresholdPercentage": 10.5}, {
    "action": "CANCEL", "minNumberOfExecutedThings": 3}]}
}`;

const options = `# a comment
aws iot update-job --region us-east-1 \\
  --job-id example-job-01 --description "It's 5 \\"new\\" \\$" \\
  --timeout-config inProgressTimeoutInMinutes=45
  --presigned-url-config=roleArn=arn:aws:iam::1:role/R,expiresInSec=60
  --job-executions-rollout-config '{"maximumPerMinute": 50, "exponentialRate": {"baseRatePerMinute": 10}}'
  --abort-config 'criteriaList=[{failureType=TIMED_OUT,action=CANCEL}, {failureType = FAILED , action="CANCEL"}]'
  --job-executions-retry-config "criteriaList=[{failureType=ALL,numberOfRetries=0}]"`;

const bare = `--job-id=j1 --abort-config {"a":1} --timeout-config {inProgressTimeoutInMinutes=1} --region 'x`;

const script = `#!/bin/bash
aws iot update-job --job-id j1 --abort-config "{\\"criteriaList\\": [{\\"failureType\\": \\"$TYPE\\", \\"action\\": \\"CANCEL\\"}]}" | cat > out.txt
if true; then
  x=$(aws --region x iot update-job \\
    --job-id "$JOB" \\
    --cli-input-json '{
      "description": "x",
      "timeoutConfig": {"inProgressTimeoutInMinutes": 5}
    }')
fi
aws iot update-job --job-id "$(basename "$f")" --timeout-config=inProgressTimeoutInMinutes=$T --description 'it'\\''s' &
`;

const yaml = `# update
jobId: j1
description: "a \\u00e9 b"   # note
presignedUrlConfig:
  roleArn: arn:aws:iam::1:role/R
jobExecutionsRolloutConfig: {maximumPerMinute: 50, exponentialRate: {baseRatePerMinute: 10,
  "incrementFactor": 1.5}}
abortConfig:
    criteriaList:
    - failureType: ALL
      action: &a CANCEL

    -   failureType: 'FAILED'
    - {failureType: FAILED, action: *a}
    - <<: {action: CANCEL}
timeoutConfig: 

namespaceId: >-
  n
`;

/** Each item: on one line, around the cursor, and the text after it has no more syntax problems than before. Gives how many there are. */
function check(text: string, offset: number, notation: DocumentNotation): number {
  const marked = `${text.slice(0, offset)}<|>${text.slice(offset)}`;
  const { document, tree } = analysisOf(text, notation);
  const items = offered(marked, notation);
  for (const item of items) {
    const edit = item.textEdit;
    assert.ok(edit !== undefined && "range" in edit);
    const { start, end } = edit.range;
    assert.ok(
      start.line === end.line && document.offsetAt(start) <= offset && offset <= document.offsetAt(end),
      marked,
    );
    const after = accepted(marked, item);
    const problems = analysisOf(after, notation).tree.problems;
    if (problems.length <= tree.problems.length) continue;
    assert.fail(`${item.label} in\n${marked}\nleaves\n${after}\n${problems.map(({ message }) => message).join("\n")}`);
  }
  return items.length;
}

function inQuotes(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** What the AWS CLI was asked with, right and wrong, as far as an editor would hold it. */
const recorded: readonly (readonly [DocumentNotation, string])[] = [
  ...payloads.flatMap(({ payload }) =>
    payload === null || payload.length > 400
      ? []
      : ([
          ["json", payload],
          ["yaml", payload],
          ["options", `--job-id j1 --cli-input-json ${inQuotes(payload)}`],
        ] as const),
  ),
  ...shorthand.flatMap(({ param, input }) => [
    ["options", `${param} ${inQuotes(input)}`] as const,
    ["script", `aws iot update-job ${param} ${inQuotes(input)}`] as const,
  ]),
];

test("whatever the AWS CLI was asked with, whole or cut: accepting an item breaks nothing", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...recorded), fc.nat(), fc.boolean(), ([notation, text], seed, isCut) => {
      const offset = seed % (text.length + 1);
      accepted += check(isCut ? text.slice(0, offset) : text, offset, notation);
    }),
    { numRuns: 500 },
  );
  assert.ok(accepted > 500, `${accepted} items`);
});

for (const [name, notation, text] of [
  ["JSON", "json", json],
  ["JSON on one line", "json", json.replace(/\n */g, "")],
  ["JSON with line breaks of two characters", "json", json.replaceAll("\n", "\r\n")],
  ["options", "options", options],
  ["options without quotes", "options", bare],
  ["a script", "script", script],
  ["YAML", "yaml", yaml],
] as const) {
  test(`${name}: at each character, and cut there, accepting an item breaks nothing`, () => {
    let accepted = 0;
    for (let offset = 0; offset <= text.length; offset++) {
      accepted += check(text, offset, notation);
      accepted += check(text.slice(0, offset), offset, notation);
    }
    assert.ok(accepted > 1000, `${accepted} items`);
  });
}

test("no name is offered that its value, or its neighbour, would make wrong", () => {
  const [before, behind] = [
    `{"jobId": "j", "jobExecutionsRolloutConfig": {"exponentialRate": {"rateIncreaseCriteria": {`,
    `}}}}`,
  ];
  assert.deepEqual(labels(`${before}"numberOfNotifiedThings": 5, <|>${behind}`), []);
  assert.deepEqual(labels(`${before}"<|>numberOfNotifiedThings": 5${behind}`), [
    "numberOfNotifiedThings",
    "numberOfSucceededThings",
  ]);
  assert.deepEqual(labels(`{"<|>timeoutCofig": {}, "abortConfig": {}}`), [
    "presignedUrlConfig",
    "jobExecutionsRolloutConfig",
    "timeoutConfig",
    "jobExecutionsRetryConfig",
  ]);
  assert.deepEqual(labels(`{"job<|>": "x"}`), ["jobId", "description", "namespaceId"]);
});
