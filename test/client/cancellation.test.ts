import assert from "node:assert/strict";
import { test } from "node:test";
import { cancelDetail, commentProblem, reasonProblem } from "../../client/src/jobs/cancellation";

test("a reason code has capitals, digits and underscores; a comment what can be seen", () => {
  assert.equal(reasonProblem("SUPERSEDED_2"), undefined);
  assert.equal(reasonProblem(""), undefined);
  assert.equal(reasonProblem("too late"), "Expected capitals, digits and _ alone.");
  assert.equal(reasonProblem("A".repeat(129)), "Expected at most 128 characters, found 129.");
  assert.equal(commentProblem("2.14.0 has the same fix 🚀"), undefined);
  assert.equal(commentProblem("x".repeat(2_029)), "Expected at most 2028 characters, found 2029.");
  assert.equal(commentProblem("a\tb"), "Expected no control characters.");
});

test("the question says where the job is, why it is canceled, and what becomes of its executions", () => {
  const network = {
    identityEndpoint: undefined,
    stsEndpoint: undefined,
    ssoEndpoint: undefined,
    fips: false,
    dualStack: false,
    caBundle: undefined,
  };
  const account = { kind: "aws", profile: "fleet", region: "eu-west-1", endpoint: undefined, network } as const;
  const reason = { reasonCode: "SUPERSEDED", comment: "2.14.1 is out" };
  const jobProcessDetails = { numberOfQueuedThings: 1_200, numberOfInProgressThings: 3 };
  assert.equal(
    cancelDetail({ job: { jobProcessDetails }, reason, account, accountId: "123456789012" }),
    `Account: 123456789012
Profile fleet · eu-west-1
Reason code: SUPERSEDED
Comment: 2.14.1 is out

Executions queued, which are canceled: 1,200.
Executions in progress, which go on and may still change their devices: 3. Stopping them too can leave devices in a state that is not valid.
What has ended stays as it is. A canceled job cannot be started again.`,
  );
});
