import assert from "node:assert/strict";
import { test } from "node:test";
import { serviceProblems } from "../../../client/src/apply/serviceProblems";

const payload = {
  jobId: "j",
  jobExecutionsRolloutConfig: {
    maximumPerMinute: 10,
    exponentialRate: { baseRatePerMinute: 20, incrementFactor: 2, rateIncreaseCriteria: { numberOfNotifiedThings: 5 } },
  },
  abortConfig: {
    criteriaList: [
      { failureType: "BAD", action: "CANCEL", thresholdPercentage: 0, minNumberOfExecutedThings: 1 },
      { failureType: "ALL", action: "CANCEL", thresholdPercentage: 5, minNumberOfExecutedThings: 1 },
    ],
  },
  timeoutConfig: {},
};

function problems(message: string): readonly string[] {
  return serviceProblems(message, payload).map((problem) => `${problem.path.join(".")} | ${problem.message}`);
}

test("all broken limits of one message, lists counted from 0", () => {
  const message =
    "2 validation errors detected: Value 'BAD' at 'abortConfig.criteriaList.1.member.failureType' failed to satisfy constraint: Member must satisfy enum value set: [FAILED, REJECTED, TIMED_OUT, ALL]; Value null at 'abortConfig.criteriaList.2.member.action' failed to satisfy constraint: Member must not be null";
  assert.deepEqual(problems(message), [
    "abortConfig.criteriaList.0.failureType | Member must satisfy enum value set: [FAILED, REJECTED, TIMED_OUT, ALL]",
    "abortConfig.criteriaList.1.action | Member must not be null",
  ]);
});

test("a value that looks like the message itself does not mislead", () => {
  const message =
    "1 validation error detected: Value 'x'; Value 'y' at 'jobId' failed' at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern: [^\\p{C}]+";
  assert.deepEqual(
    problems(message).at(-1),
    "description | Member must satisfy regular expression pattern: [^\\p{C}]+",
  );
});

test("a sentence that names members means the first that the payload has", () => {
  assert.deepEqual(problems("BaseRatePerMinute must be less than MaximumPerMinute."), [
    "jobExecutionsRolloutConfig.exponentialRate.baseRatePerMinute | BaseRatePerMinute must be less than MaximumPerMinute.",
  ]);
  assert.deepEqual(problems("InProgressTimeoutInMinutes must be specified in TimeoutConfig."), [
    "timeoutConfig | InProgressTimeoutInMinutes must be specified in TimeoutConfig.",
  ]);
});

test("a name that is there several times means what holds them all", () => {
  assert.deepEqual(problems("ThresholdPercentage must be greater than 0."), [
    "abortConfig.criteriaList | ThresholdPercentage must be greater than 0.",
  ]);
});

test("a sentence that names nothing of the payload is about all of it", () => {
  assert.deepEqual(problems("The security token is odd."), [" | The security token is odd."]);
  assert.deepEqual(problems("3 validation errors detected: mangled"), [" | 3 validation errors detected: mangled"]);
});

test("a message of any size and text is read at once, and shown in one line without hidden characters", () => {
  const hostile = `1 validation error detected: ${"Value '".repeat(20_000)}' at 'a' failed; Value \u202e\n`;
  const began = performance.now();
  const shown = [...problems(hostile), ...problems(`JobId\u0000\n${"x".repeat(1_000_000)}`)];
  assert.ok(performance.now() - began < 500, `${performance.now() - began} ms`);
  for (const each of shown) assert.doesNotMatch(each, /\p{C}/u);
  assert.ok(shown.every(({ length }) => length < 2_500));
});
