import assert from "node:assert/strict";
import { test } from "node:test";
import { changedMembers } from "../../client/src/payloads/compare";
import {
  comparisonLines,
  comparisonWords,
  comparisonsInWords,
  problemWords,
} from "../../client/src/payloads/comparison";

const live = {
  jobId: "example-job-01",
  description: "example",
  presignedUrlConfig: {},
  jobExecutionsRolloutConfig: {
    maximumPerMinute: 50,
    exponentialRate: {
      baseRatePerMinute: 5,
      incrementFactor: 1.5,
      rateIncreaseCriteria: { numberOfNotifiedThings: 100 },
    },
  },
  timeoutConfig: { inProgressTimeoutInMinutes: 60 },
};

test("a payload is in step when running it would change nothing", () => {
  assert.deepEqual(changedMembers({ jobId: "example-job-01", description: "example" }, live), []);
  assert.deepEqual(changedMembers({ jobId: "example-job-01", description: "" }, { jobId: "example-job-01" }), []);
  assert.deepEqual(
    changedMembers({ jobId: "example-job-01", timeoutConfig: { inProgressTimeoutInMinutes: 90 } }, live),
    ["timeoutConfig"],
  );
});

test("a nested member that would be lost is a change: members are replaced whole", () => {
  const jobExecutionsRolloutConfig = { maximumPerMinute: 50 };
  assert.deepEqual(changedMembers({ jobId: "example-job-01", jobExecutionsRolloutConfig }, live), [
    "jobExecutionsRolloutConfig",
  ]);
});

test("a row says how its payloads stand to the live jobs", () => {
  const inStep = { kind: "inStep", jobId: "a" } as const;
  const differs = { kind: "differs", jobId: "b", members: ["timeoutConfig", "description"] } as const;
  assert.equal(comparisonWords([]), "");
  assert.equal(comparisonWords([inStep]), "in step");
  assert.equal(comparisonWords([differs]), "differs: timeoutConfig, description");
  assert.equal(comparisonWords([inStep, differs]), "1 of 2 in step");
  assert.deepEqual(comparisonLines([inStep, differs, { kind: "noJob", jobId: "c" }]), [
    "a: in step with the live job",
    "b: running it would change timeoutConfig, description",
    "c: there is no such job in this account and region",
  ]);
  const denied = { kind: "failed", jobId: "d", sentence: "The profile may not do this." } as const;
  assert.deepEqual(comparisonLines([denied, { kind: "failed", sentence: "The file cannot be read." }]), [
    "d: The profile may not do this.",
    "The file cannot be read.",
  ]);
});

test("problems are counted", () => {
  assert.equal(problemWords(0, 0), "");
  assert.equal(problemWords(1, 2), "1 error, 2 warnings");
});

test("what is told of a file without a row is each payload, of many how many are in step", () => {
  const inStep = { kind: "inStep", jobId: "a" } as const;
  const noJob = { kind: "noJob", jobId: "b" } as const;
  assert.equal(
    comparisonsInWords([inStep, noJob]),
    "a: in step with the live job · b: there is no such job in this account and region",
  );
  assert.equal(comparisonsInWords([noJob, inStep, inStep, inStep, inStep, inStep]), "5 of 6 in step");
});
