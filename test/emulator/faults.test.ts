import assert from "node:assert/strict";
import { test } from "node:test";
import { CreateJobCommand, DescribeJobCommand, ListJobsCommand, UpdateJobCommand } from "@aws-sdk/client-iot";
import { GetCallerIdentityCommand, STSServiceException } from "@aws-sdk/client-sts";
import type { FaultKind } from "../../emulator/src/faults";
import { bare, iotClient, outcome, thing, withFleet } from "./fleet";

const create = new CreateJobCommand({ jobId: "j", targets: [thing], document: "{}", description: "before" });
const update = new UpdateJobCommand({ jobId: "j", description: "after" });

/** A fault of UpdateJob: what the caller sees, and what the job's description is then. */
const faults: readonly (readonly [FaultKind, seen: RegExp, description: "before" | "after"])[] = [
  [{ kind: "throttled" }, /^ThrottlingException 429: Rate exceeded$/u, "before"],
  [{ kind: "internal" }, /^InternalFailureException 500: /u, "before"],
  [{ kind: "unavailable" }, /^ServiceUnavailableException 503: /u, "before"],
  [
    { kind: "expired" },
    /^ExpiredTokenException 403: The security token included in the request is expired$/u,
    "before",
  ],
  [{ kind: "unrecognized" }, /^UnrecognizedClientException 403: /u, "before"],
  [{ kind: "denied" }, /^AccessDeniedException 403: User: .* is not authorized to perform: iot:UpdateJob$/u, "before"],
  [
    { kind: "status", status: 418, name: "TeapotException", message: "short" },
    /^TeapotException 418: short$/u,
    "before",
  ],
  [{ kind: "drop-before" }, /socket hang up|ECONNRESET/u, "before"],
  [{ kind: "drop-after" }, /socket hang up|ECONNRESET/u, "after"],
  [{ kind: "drop-member", member: "description" }, /^accepted$/u, "before"],
  [{ kind: "latency", milliseconds: 1 }, /^accepted$/u, "after"],
  [{ kind: "late-answer", milliseconds: 1 }, /^accepted$/u, "after"],
];

for (const [fault, seen, description] of faults) {
  test(`With the fault ${fault.kind} UpdateJob says ${seen.source} and leaves the job as it was ${description}`, async () => {
    await withFleet({}, async ({ emulator, iot }) => {
      await iot.send(create);
      emulator.inject({ operation: "UpdateJob", ...fault });
      assert.match(await outcome(iot.send(update)), seen);
      assert.equal(emulator.job("j")?.configuration.description, description);
      const acted = description === "after" || fault.kind === "drop-member";
      assert.equal(emulator.requests.at(-1)?.acted, acted);
      emulator.clearFaults();
      assert.equal(await outcome(iot.send(update)), "accepted");
    });
  });
}

test("A fault strikes its operation only, as often as it is told, and can be taken back", async () => {
  await withFleet({}, async ({ emulator, iot }) => {
    await iot.send(create);
    const fault = emulator.inject({ kind: "throttled", operation: "ListJobs", times: 2 });
    const list = () => outcome(iot.send(new ListJobsCommand({})));
    assert.equal(await outcome(iot.send(new DescribeJobCommand({ jobId: "j" }))), "accepted");
    assert.deepEqual(
      [await list(), await list(), await list()].map((text) => text.split(" ")[0]),
      ["ThrottlingException", "ThrottlingException", "accepted"],
    );
    assert.equal(fault.struck, 2);
    const forAll = emulator.inject({ kind: "internal" });
    assert.match(await list(), /^InternalFailureException/u);
    forAll.remove();
    assert.equal(await list(), "accepted");
  });
});

test("The SDK's own retries get over faults that pass", async () => {
  await withFleet({}, async ({ emulator }) => {
    const patient = iotClient(emulator.endpoint, { maxAttempts: 3 });
    emulator.inject({ kind: "drop-before", times: 1 });
    assert.equal(await outcome(patient.send(new ListJobsCommand({}))), "accepted");
    assert.deepEqual(
      emulator.requests.map(({ status }) => status),
      [undefined, 200],
    );
    patient.destroy();
  });
});

test("Something can change the job between two requests", async () => {
  await withFleet({}, async ({ emulator, iot }) => {
    await iot.send(create);
    emulator.inject({
      kind: "before",
      operation: "UpdateJob",
      run: () => void emulator.call("CancelJob", { jobId: "j" }),
    });
    assert.equal(
      await outcome(iot.send(update)),
      "InvalidRequestException 400: Job j cannot be updated because its Status is CANCELED.",
    );
  });
});

test("A malformed answer comes with status 200 and is no JSON", async () => {
  await withFleet({}, async ({ emulator, iot }) => {
    emulator.inject({ kind: "malformed", times: 1 });
    assert.match(await outcome(iot.send(new ListJobsCommand({}))), /^SyntaxError: /u);
    emulator.inject({ kind: "malformed", body: '{"jobs":null}' });
    assert.deepEqual((await bare(`${emulator.endpoint}/jobs`)).body, '{"jobs":null}');
  });
});

test("STS has its own words for the same faults", async () => {
  await withFleet({}, async ({ emulator, sts }) => {
    assert.equal((await sts.send(new GetCallerIdentityCommand({}))).Account, "123456789012");
    emulator.inject({ kind: "expired", times: 1 });
    await assert.rejects(
      sts.send(new GetCallerIdentityCommand({})),
      (error) =>
        error instanceof STSServiceException && error.name === "ExpiredToken" && error.$metadata.httpStatusCode === 403,
    );
    emulator.inject({ kind: "denied", operation: "GetCallerIdentity" });
    await assert.rejects(
      sts.send(new GetCallerIdentityCommand({})),
      (error) =>
        error instanceof STSServiceException &&
        error.name === "AccessDenied" &&
        error.message.endsWith("sts:GetCallerIdentity"),
    );
  });
});

test("Closing does not wait for an answer that is late", async () => {
  const before = performance.now();
  await withFleet({}, async ({ emulator, iot }) => {
    emulator.inject({ kind: "latency", milliseconds: 600_000 });
    const request = outcome(iot.send(new ListJobsCommand({})));
    while (emulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await emulator.close();
    assert.match(await request, /socket hang up|ECONNRESET/u);
  });
  assert.ok(performance.now() - before < 10_000);
});
