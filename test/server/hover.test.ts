import assert from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../server/src/features/hover";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf, atCursor, hoverText } from "../fixture";
import { notations, payload } from "./fourNotations";

const cancels = "Cancels the job when at least 10.5 % of 3 or more finished executions failed";
const alsoCancels =
  "Cancels the job when at least 20 % of 3 or more finished executions failed, were rejected or timed out";
const grows =
  "50 → 100 → 200 → 400 → 800 → 1000 per minute, a step at 1000, 2000, 3000, 4000, 5000 devices notified; the full rate after 39 minutes at the soonest";

/** After which text the pointer stands, and how the hover begins; where notations differ, what matches in one of them. */
const table: readonly (readonly [under: RegExp, expected: readonly string[]])[] = [
  [/10080/, ["10080 minutes = 7 days", "**inProgressTimeoutInMinutes** · long · optional"]],
  [/inProgress/, ["10080 minutes = 7 days", "**inProgressTimeoutInMinutes** · long · optional"]],
  [/10\.5/, [cancels, "**thresholdPercentage** · double · required"]],
  [/FAI/, ["**FAILED**: the device reported a failure", cancels, "**failureType** · string · required"]],
  [/criteriaL/, [cancels, alsoCancels, "**criteriaList** · list · required"]],
  [/minNumber/, [cancels, "**minNumberOfExecutedThings** · integer · required"]],
  [/exponential/, [grows, "**exponentialRate** · structure · optional"]],
  [/numberOfNotified/, [grows, "**numberOfNotifiedThings** · integer · optional"]],
  [
    /baseRatePerMinute(=|": |: )50/,
    ["50 a minute = 3,000 an hour", grows, "**baseRatePerMinute** · integer · required"],
  ],
];

for (const notation of notations) {
  for (const [under, expected] of table) {
    test(`${notation}: a hover on ${under.source} says ${expected[0] ?? ""}`, () => {
      const text = payload[notation];
      const found = under.exec(text);
      assert.ok(found);
      const behind = found.index + found[0].length;
      const told = hoverText(`${text.slice(0, behind)}<|>${text.slice(behind)}`, notation).split("\n\n---\n\n");
      const story = told.pop()?.split("\n")[0];
      assert.deepEqual([...told.join("\n").replace(/^- /gm, "").split("\n"), story], expected);
    });
  }
}

test("a hover tells what it is, limits, default, reach, example, evidence and the page to read", () => {
  assert.equal(
    hoverText(`{"presignedUrlConfig": {"expires<|>InSec": 45}}`),
    `**expiresInSec** · long · optional

How long a presigned URL works. It is made when a device asks for the job document.
- Takes a whole number from 60 to 3600 (seconds)
- Default: 3600

A device that asks for the job document after the update gets the new URLs; those already given keep their time.

Example: \`"expiresInSec": 3600\`

*Limits as in the AWS CLI reference* · [PresignedUrlConfig](https://docs.aws.amazon.com/iot/latest/apireference/API_PresignedUrlConfig.html)`,
  );
});

test("a hover on the name of the command says all that the command does", () => {
  const text = `aws iot upda<|>te-job --job-id j --timeout-config inProgressTimeoutInMinutes=1440 --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=5,minNumberOfExecutedThings=20},{failureType=TIMED_OUT,action=CANCEL,thresholdPercentage=1.25,minNumberOfExecutedThings=1}]'`;
  assert.equal(
    hoverText(text, "script"),
    `- Cancels the job when at least 5 % of 20 or more finished executions failed, were rejected or timed out
- Cancels the job when at least 1.25 % of 1 or more finished executions timed out
- 1440 minutes = 1 day

---

Changes a job that is in progress. Each member given replaces the stored one whole; absent ones stay.`,
  );
});

/** A value in its place, and what it comes to. */
const meanings: readonly (readonly [string, string])[] = [
  [`{"timeoutConfig": {"inProgressTimeoutInMinutes": 5<|>9}}`, "**inProgressTimeoutInMinutes** · long · optional"],
  [`{"timeoutConfig": {"inProgressTimeoutInMinutes": 6<|>0}}`, "60 minutes = 1 hour"],
  [`{"timeoutConfig": {"inProgressTimeoutInMinutes": 15<|>01}}`, "1501 minutes = 1 day 1 hour 1 minute"],
  [`{"presignedUrlConfig": {"expiresInSec": 36<|>61}}`, "3661 seconds = 1 hour 1 minute 1 second"],
  [`{"jobExecutionsRolloutConfig": {"maximumPerMinute": 2<|>5}}`, "25 a minute = 1,500 an hour"],
  [
    `{"jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "FAILED", "numberOfRetries": 0<|>}]}}`,
    "No more retries after a failure",
  ],
  [
    `{"jobExecutionsRolloutConfig": {"expon<|>entialRate": {"baseRatePerMinute": 10, "incrementFactor": 1.5, "rateIncreaseCriteria": {"numberOfSucceededThings": 100}}, "maximumPerMinute": 500}}`,
    "10 → 15 → 22.5 → … → 500 per minute, a step at 100, 200, 300, …, 1000 devices that succeeded",
  ],
  [
    // In floating point, 50 times 2.3 is a hair less than 115.
    `{"jobExecutionsRolloutConfig": {"expon<|>entialRate": {"baseRatePerMinute": 50, "incrementFactor": 2.3, "rateIncreaseCriteria": {"numberOfSucceededThings": 100}}, "maximumPerMinute": 115}}`,
    "50 → 115 per minute, a step at 100 devices that succeeded",
  ],
];

for (const [marked, first] of meanings) {
  test(`a hover begins with "${first}" in ${marked}`, () => {
    assert.equal(hoverText(marked).split("\n")[0], first);
  });
}

test("a meaning is told only of what is complete and a number", () => {
  const text = `{"abortConfig": {"criteriaList": [{"failureType": "constructor", "thresholdPercentage": -1, "minNumberOf<|>ExecutedThings": 1e999}]}}`;
  assert.match(hoverText(text), /^\*\*minNumberOfExecutedThings\*\*/);
  const growth = `{"jobExecutionsRolloutConfig": {"exponential<|>Rate": {"baseRatePerMinute": 1, "incrementFactor": 1.0000001, "rateIncreaseCriteria": {"numberOfNotifiedThings": 1}}, "maximumPerMinute": 1000}}`;
  assert.match(hoverText(growth), /^1 a minute = 60 an hour\n[^→]*$/);
});

test("a hover covers the word that it explains", () => {
  const { text, offset } = atCursor(`{"jobId": "example<|>-job"}`);
  assert.deepEqual(hover(analysisOf(text), offset)?.range, {
    start: { line: 0, character: 10 },
    end: { line: 0, character: 23 },
  });
});

/** The end of a hover: how the member would be written there. */
const examples: readonly (readonly [DocumentNotation, string, string])[] = [
  ["json", `{"timeoutCon<|>fig": {}}`, '`"timeoutConfig": {"inProgressTimeoutInMinutes": 60}`'],
  ["yaml", "timeoutCon<|>fig:\n", "\n```\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 60\n```"],
  ["yaml", "timeoutConfig:\n  inProgressTimeout<|>InMinutes: 5\n", "`inProgressTimeoutInMinutes: 60`"],
  ["options", "--timeout-con<|>fig x", "`--timeout-config inProgressTimeoutInMinutes=60`"],
  ["options", "--timeout-config inProgressTimeout<|>InMinutes=5", "`inProgressTimeoutInMinutes=60`"],
  ["options", `--timeout-config '{"inProgressTimeout<|>InMinutes":5}'`, '`"inProgressTimeoutInMinutes": 60`'],
  [
    "script",
    "aws iot update-job --job-execu<|>tions-retry-config x",
    "`--job-executions-retry-config 'criteriaList=[{failureType=FAILED,numberOfRetries=0}]'`",
  ],
];

for (const [notation, marked, example] of examples) {
  test(`${notation}: the example is written as its surroundings in ${marked}`, () => {
    const text = hoverText(marked, notation);
    assert.equal(text.slice(text.indexOf("Example:"), text.indexOf("\n\n*")).replace(/^Example: ?/, ""), example);
  });
}
