import assert from "node:assert/strict";
import { test } from "node:test";
import { protectedJobs, protectionOf } from "../../../client/src/apply/protection";
import type { Identity } from "../../../client/src/apply/review";

const known: Identity = { kind: "known", accountId: "123456789012", arn: "" };
const unknown: Identity = { kind: "unknown", reason: "denied" };
const of = (jobs: readonly string[], accounts: readonly string[], identity: Identity = known) =>
  protectedJobs({ identity, jobIds: ["prod-eu", "test", "prod.x", "test"] }, { jobs, accounts });

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
  assert.deepEqual(
    protectedJobs({ identity: known, jobIds: [dashes] }, { jobs: [`${"*-".repeat(30)}*x`], accounts: [] }),
    [],
  );
  assert.ok(performance.now() - began < 100);
  assert.deepEqual(of(["prod*eu*", "*-*", "**t"], []), ["prod-eu", "test"]);
});

test("a pattern without a list counts; what is no pattern protects nothing, and those beside it count", () => {
  const found = protectionOf([{ jobs: "prod-*", accounts: 5 }, undefined, { jobs: [7, "test"] }, null]);
  assert.deepEqual(found, { jobs: ["prod-*", "test"], accounts: [] });
});
