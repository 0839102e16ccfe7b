import assert from "node:assert/strict";
import { test } from "node:test";
import { fixPictures } from "../fixPictures";
import { labels, underlined } from "../fixture";

// What puts broken JSON right.
fixPictures([
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1,000}}`,
    ["Change to 1000", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1000}}`],
    ["Change to 1.000", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1.000}}`],
  ],
  ["json", "syntax", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1.5.5}}`],
  ...[`""description"`, `"description""`, `"descr"iption"`].map(
    (name) =>
      ["json", "syntax", `{"jobId": "j", ${name}: "x"}`, ['Remove "', `{"jobId": "j", "description": "x"}`]] as const,
  ),
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": "5" pipe"}`,
    ['Change to \\"', `{"jobId": "j", "description": "5\\" pipe"}`],
    ['Remove "', `{"jobId": "j", "description": "5 pipe"}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": "a pipe of 5""}`,
    ['Change to \\"', `{"jobId": "j", "description": "a pipe of 5\\""}`],
    ['Remove "', `{"jobId": "j", "description": "a pipe of 5"}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL"}, "numberOfRetries": 0}]}}`,
    [
      "Remove }",
      `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 0}]}}`,
    ],
    [
      "Insert {",
      `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL"}, {"numberOfRetries": 0}]}}`,
    ],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL"} "numberOfRetries": 0}]}}`,
    [
      "Change to ,",
      `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 0}]}}`,
    ],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": 'it's l'été'}`,
    [`Change to "it's l'été"`, `{"jobId": "j", "description": "it's l'été"}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": ‘it’s’}`,
    ['Change to "it’s"', `{"jobId": "j", "description": "it’s"}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 0x10}}`,
    ["Change to 16", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 16}}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1_000}}`,
    ["Change to 1000", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 1000}}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60]}`,
    ["Change to }", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": ["inProgressTimeoutInMinutes": 60]}`,
    [
      `Change to {"inProgressTimeoutInMinutes": 60}`,
      `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
    ],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": "one
  two"}`,
    [`Change to "one two"`, `{"jobId": "j", "description": "one two"}`],
  ],
  [
    "json",
    "syntax",
    `{"jobId": "j", "description": 'it\\'s "x"\\t'}`,
    [`Change to "it's \\"x\\"\\t"`, `{"jobId": "j", "description": "it's \\"x\\"\\t"}`],
  ],
  ["json", "syntax", `"jobId": "j", "description": "x"}`, ["Insert {", `{"jobId": "j", "description": "x"}`]],
  [
    "json",
    "syntax",
    `"jobId": "j",
"description": "x"`,
    [
      `Change to {"jobId": "j", "description": "x"}`,
      `{"jobId": "j",
"description": "x"}`,
    ],
  ],
  ["json", "syntax", `{"jobId": "j", "description": "x"}}`, ["Remove }", `{"jobId": "j", "description": "x"}`]],
  [
    "json",
    "syntax",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}, "description": "x"}`,
    ["Remove }", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}, "description": "x"}`],
  ],
  ["json", "syntax", `{"jobId": "j", "description": None}`, ["Change to null", `{"jobId": "j", "description": null}`]],
]);

const criterion = `{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 1, "minNumberOfExecutedThings": 1}`;

// What stands at another depth than it should.
const escaped = String.raw`{\"jobId\": \"j\", \"description\": \"say \\\"hi\\\"\"}`;
const plain = String.raw`{"jobId": "j", "description": "say \"hi\""}`;

fixPictures([
  ["json", "syntax", escaped, [`Change to ${plain}`, plain]],
  [
    "json",
    "syntax",
    String.raw`{\n  \"jobId\": \"j\",\n  \"description\": \"x\"\n}`,
    ['Change to { "jobId": "j", "description": "x" }', '{\n  "jobId": "j",\n  "description": "x"\n}'],
  ],
  [
    "options",
    "syntax",
    String.raw`--job-id j --timeout-config '{\"inProgressTimeoutInMinutes\": 5}'`,
    ['Change to {"inProgressTimeoutInMinutes": 5}', `--job-id j --timeout-config '{"inProgressTimeoutInMinutes": 5}'`],
  ],
]);

test("JSON with the backslashes of a string is one mistake, and its values are judged", () => {
  const picture = String.raw`--job-id j --timeout-config '{\"inProgressTimeoutInMinutes\": 0}'
                              ~ syntax: Remove the backslashes before the quotes; nothing takes them away here.
                                                              ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.`;
  assert.equal(underlined(picture.replace(/\n[^]*/, ""), "options"), picture);
  assert.deepEqual(labels(escaped.replace("{", "{<|>")), []);
});

fixPictures([
  [
    "json",
    "type",
    `{"jobId": "j", "abortConfig": [${criterion}]}`,
    ["Put into criteriaList", `{"jobId": "j", "abortConfig": {"criteriaList": [${criterion}]}}`],
  ],
  [
    "json",
    "type",
    `{"jobId": "j", "timeoutConfig": 60}`,
    ["Put into inProgressTimeoutInMinutes", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`],
  ],
  [
    "yaml",
    "type",
    `jobId: j
timeoutConfig: 60`,
    [
      "Put into inProgressTimeoutInMinutes",
      `jobId: j
timeoutConfig: {inProgressTimeoutInMinutes: 60}`,
    ],
  ],
  [
    "json",
    "unknown-member",
    `{"jobId": "j", "maximumPerMinute": 5}`,
    ["Put into jobExecutionsRolloutConfig", `{"jobId": "j", "jobExecutionsRolloutConfig": {"maximumPerMinute": 5}}`],
    ["Remove maximumPerMinute", `{"jobId": "j"}`],
  ],
  [
    "json",
    "unknown-member",
    `{
  "documentSource": "https://example.com/a",
  "job": {"jobArn": "arn:aws:iot:us-east-1:123456789012:job/j", "jobId": "j", "description": "x", "abortConfig": null}
}`,
    [
      "Change to an UpdateJob payload",
      `{
  "jobId": "j",
  "description": "x"
}
`,
    ],
    [
      "Remove documentSource",
      `{
  "job": {"jobArn": "arn:aws:iot:us-east-1:123456789012:job/j", "jobId": "j", "description": "x", "abortConfig": null}
}`,
    ],
  ],
  [
    "json",
    "type",
    `{"jobId": "j", "abortConfig": {"criteriaList": [${criterion.replace("1", '".5"')}]}}`,
    ["Change to 0.5", `{"jobId": "j", "abortConfig": {"criteriaList": [${criterion.replace("1", "0.5")}]}}`],
  ],
  ["json", "pattern", `{"jobId": "<job id>", "description": "x"}`],
  [
    "json",
    "pattern",
    `{"jobId": "arn:aws:iot:us-east-1:123456789012:job/my-job", "description": "x"}`,
    [`Change to "my-job"`, `{"jobId": "my-job", "description": "x"}`],
  ],
  [
    "json",
    "retry-all",
    `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 0}, {"failureType": "FAILED", "numberOfRetries": 0}]}}`,
    [
      "Remove the item for FAILED",
      `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 0}]}}`,
    ],
    [
      "Remove the item for ALL",
      `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 0}]}}`,
    ],
  ],
  [
    "json",
    "unknown-member",
    `{"": 1, "jobId": "j", "description": "x"}`,
    [`Remove ""`, `{"jobId": "j", "description": "x"}`],
  ],
]);
