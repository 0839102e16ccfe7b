import assert from "node:assert/strict";
import { test } from "node:test";
import { liveFindings } from "../../../client/src/apply/liveRules";
import { plannedUpdate } from "../../../client/src/apply/plannedUpdate";
import type { Review } from "../../../client/src/apply/review";
import { comparisonSides, reviewLines, reviewQuestion, reviewSides } from "../../../client/src/apply/reviewText";
import type { Job } from "../../../client/src/aws/jobs";
import type { UpdateJobInput } from "../../../server/src/protocol";
import { accountWith } from "../accountOf";

const job: Job = {
  jobId: "j",
  status: "IN_PROGRESS",
  description: "Firmware",
  presignedUrlConfig: { expiresInSec: 600, roleArn: "arn:aws:iam::123456789012:role/jobs" },
  jobExecutionsRolloutConfig: {},
  timeoutConfig: { inProgressTimeoutInMinutes: 30 },
};
const payload = {
  jobId: "j",
  presignedUrlConfig: { roleArn: "arn:aws:iam::123456789012:role/jobs" },
  timeoutConfig: { inProgressTimeoutInMinutes: 60 },
};

function reviewOf(...payloads: readonly UpdateJobInput[]): Review {
  const updates = payloads.map((each) => {
    const plan = plannedUpdate(each, { ...job, jobId: each.jobId });
    return { request: { payload: each, file: undefined, warnings: [] }, plan, findings: liveFindings(plan) };
  });
  const account = accountWith({ profile: "fleet", region: "eu-west-1" });
  const identity = { kind: "known", accountId: "123456789012", arn: "" } as const;
  return { account, identity, updates, changedMeanwhile: [], isDryRun: false };
}

test("a review shows where it goes, its warnings and what changes, and nothing else", () => {
  const { before, after } = reviewSides(reviewOf(payload));
  const head = `// Account 123456789012
// Profile fleet · eu-west-1
// Warning:
//   presignedUrlConfig.expiresInSec will
//   be lost: the update replaces all of
//   presignedUrlConfig.
`;
  assert.equal(
    before,
    `${head}{
  "jobId": "j",
  "presignedUrlConfig": {
    "roleArn": "arn:aws:iam::123456789012:role/jobs",
    "expiresInSec": 600 // lost
  },
  "timeoutConfig": {
    "inProgressTimeoutInMinutes": 30
  }
}
`,
  );
  assert.equal(
    after,
    `${head}{
  "jobId": "j",
  "presignedUrlConfig": {
    "roleArn": "arn:aws:iam::123456789012:role/jobs"
  },
  "timeoutConfig": {
    "inProgressTimeoutInMinutes": 60
  }
}
`,
  );
});

test("a comparison shows all of the job, what is not set left out", () => {
  const { after } = comparisonSides(
    plannedUpdate({ jobId: "j", timeoutConfig: { inProgressTimeoutInMinutes: 60 } }, job),
  );
  assert.equal(
    after,
    `{
  "jobId": "j",
  "description": "Firmware",
  "presignedUrlConfig": {
    "roleArn": "arn:aws:iam::123456789012:role/jobs",
    "expiresInSec": 600
  },
  "timeoutConfig": {
    "inProgressTimeoutInMinutes": 60
  }
}
`,
  );
});

test("a dialog has the same as lines", () => {
  assert.deepEqual(reviewLines(reviewOf(payload)), [
    "Account 123456789012",
    "Profile fleet · eu-west-1",
    "",
    "Warning: presignedUrlConfig.expiresInSec will be lost: the update replaces all of presignedUrlConfig.",
    "",
    "presignedUrlConfig.expiresInSec: 600 → lost",
    "timeoutConfig.inProgressTimeoutInMinutes: 30 → 60",
  ]);
});

test("several updates are one list, each with its job", () => {
  const review = reviewOf({ jobId: "j", description: "a" }, { jobId: "k", description: "b" });
  assert.equal(
    reviewSides(review).after,
    `// Account 123456789012
// Profile fleet · eu-west-1
[
  {
    "jobId": "j",
    "description": "a"
  },
  {
    "jobId": "k",
    "description": "b"
  }
]
`,
  );
});

test("what cancels the job at once stands first, and in the question; what is said of a job, once", () => {
  const criterion = { failureType: "FAILED", action: "CANCEL", thresholdPercentage: 10 } as const;
  const abortConfig = { criteriaList: [{ ...criterion, minNumberOfExecutedThings: 1 }] };
  const counts = { numberOfFailedThings: 1, numberOfSucceededThings: 1 };
  const review = reviewOf(
    { jobId: "j", presignedUrlConfig: payload.presignedUrlConfig },
    { jobId: "j", description: "a" },
    { jobId: "k", abortConfig },
  );
  const updates = review.updates.map(({ request }) => {
    const plan = plannedUpdate(request.payload, { ...job, status: "CANCELED", jobProcessDetails: counts });
    return { request, plan, findings: liveFindings(plan) };
  });
  const ended = "The job is CANCELED. AWS IoT refuses to update a job that has come to its end.";
  assert.deepEqual(reviewLines({ ...review, updates }).slice(2, 7), [
    "",
    "k: Warning: This cancels the job at once: 1 of 2 executions that have ended are FAILED, which is 50 %, and the threshold is 10 %.",
    `j: Warning: ${ended}`,
    "j: Warning: presignedUrlConfig.expiresInSec will be lost: the update replaces all of presignedUrlConfig.",
    `k: Warning: ${ended}`,
  ]);
  assert.equal(reviewQuestion({ ...review, updates }), "Update j, k? This cancels k at once.");
  assert.equal(reviewQuestion(review), "Update j, k?");
});

test("text of the service stays in its line: no line break, no control or turning character", () => {
  const hostile = reviewOf({ jobId: "j", description: "fine" });
  const [update] = hostile.updates;
  assert.ok(update);
  const plan = plannedUpdate(update.request.payload, { ...job, description: "a\n// b\u202e\u001b[31m [x](command:y)" });
  const lines = reviewLines({ ...hostile, updates: [{ ...update, plan }] });
  assert.equal(lines.at(-1), String.raw`description: "a\n// b\u{202e}\u001b[31m [x](command:y)" → "fine"`);
});
