import assert from "node:assert/strict";
import { test } from "node:test";
import { plannedUpdate } from "../../../client/src/apply/plannedUpdate";
import { protectedJobs, protectionOf } from "../../../client/src/apply/protection";
import type { Identity, Review } from "../../../client/src/apply/review";
import { accountWith } from "../accountOf";

function review(jobIds: readonly string[], identity: Identity): Review {
  const updates = jobIds.map((jobId) => ({
    request: { payload: { jobId }, file: undefined, warnings: [] },
    plan: plannedUpdate({ jobId }, { jobId }),
    findings: [],
  }));
  return { account: accountWith({ region: "us-west-2" }), identity, updates, changedMeanwhile: [], isDryRun: false };
}

const known: Identity = { kind: "known", accountId: "123456789012", arn: "" };
const unknown: Identity = { kind: "unknown", reason: "denied" };
const of = (jobs: readonly string[], accounts: readonly string[], identity: Identity = known) =>
  protectedJobs(review(["prod-eu", "test", "prod.x"], identity), { jobs, accounts });

test("patterns of jobs: * for any text, ? for one character, nothing else is special", () => {
  assert.deepEqual(of([], []), []);
  assert.deepEqual(of(["prod-*"], []), ["prod-eu"]);
  assert.deepEqual(of(["prod?eu", "t*t"], []), ["prod-eu", "test"]);
  assert.deepEqual(of(["prod.x"], []), ["prod.x"]);
  assert.deepEqual(of(["prod", "[a-z]+"], []), []);
  assert.deepEqual(of(["*"], []), ["prod-eu", "test", "prod.x"]);
});

test("a protected account protects every job; so does one that is not known", () => {
  assert.equal(of([], ["1234*"]).length, 3);
  assert.equal(of([], ["9*"]).length, 0);
  assert.equal(of([], ["9*"], unknown).length, 3);
  assert.equal(of(["test"], [], unknown).length, 1);
});

test("a pattern of a workspace can neither hang the editor nor break the run", () => {
  const dashes = "-".repeat(64);
  const began = performance.now();
  assert.deepEqual(protectedJobs(review([dashes], known), { jobs: [`${"*-".repeat(30)}*x`], accounts: [] }), []);
  assert.ok(performance.now() - began < 100);
  assert.deepEqual(of(["prod*eu*", "*-*", "**t"], []), ["prod-eu", "test"]);
});

test("settings that are no lists of patterns protect nothing, and those beside them count", () => {
  const found = protectionOf([{ jobs: "prod-*", accounts: 5 }, undefined, { jobs: [7, "test"] }, null]);
  assert.deepEqual(found, { jobs: ["test"], accounts: [] });
});
