import assert from "node:assert/strict";
import { test } from "node:test";
import type { Devices } from "../../emulator/src/devices";
import type { Emulator } from "../../emulator/src/emulator";
import type { Fault, FaultKind } from "../../emulator/src/faults";
import { group, minute, withFleet } from "../emulator/fleet";
import { playCancellation, withJob } from "./scene";
import { timeIsUp } from "./time";

const kinds = {
  "no fault": [],
  denied: [{ kind: "denied" }],
  "throttled twice": [{ kind: "throttled", times: 2 }],
  "throttled for long": [{ kind: "throttled" }],
  "500 twice": [{ kind: "internal", times: 2 }],
  "dropped before it acts": [{ kind: "drop-before", times: 1 }],
  "dropped after it acted": [{ kind: "drop-after", times: 1 }],
  "timeout before it acts": [
    { kind: "before", run: timeIsUp, times: 1 },
    { kind: "latency", milliseconds: 10_000, times: 1 },
  ],
  "timeout after it acted": [
    { kind: "before", run: timeIsUp, times: 1 },
    { kind: "late-answer", milliseconds: 10_000, times: 1 },
  ],
  "garbage once": [{ kind: "malformed", times: 1 }],
} as const satisfies Readonly<Record<string, readonly (FaultKind & Pick<Fault, "times">)[]>>;

/** The fault of CancelJob, what went on, the job then, the journal, and what the user is told. */
const table = `
  no fault               | look CANCEL look                                         | CANCELED    | applied    | The job j is canceled.
  denied                 | look CANCEL                                              | IN_PROGRESS | refused    | j: not canceled. The profile may not do this.
  throttled twice        | look CANCEL look CANCEL look CANCEL look                 | CANCELED    | applied    | The job j is canceled.
  throttled for long     | look CANCEL look CANCEL look CANCEL look CANCEL look     | IN_PROGRESS | notApplied | j: not canceled. AWS did not take it after several tries. The job is as it was; wait a minute and retry.
  500 twice              | look CANCEL look CANCEL look CANCEL look                 | CANCELED    | applied    | The job j is canceled.
  dropped before it acts | look CANCEL look look look look                          | IN_PROGRESS | notApplied | j: not canceled. The connection broke, and the job is as it was. Look at the network and retry.
  dropped after it acted | look CANCEL look                                         | CANCELED    | applied    | The job j is canceled.
  timeout before it acts | look CANCEL look look look look                          | IN_PROGRESS | unknown    | j: no answer came in time. The job is unchanged so far; the request may still arrive. Look again; do not send it again.
  timeout after it acted | look CANCEL look                                         | CANCELED    | applied    | The job j is canceled.
  garbage once           | look CANCEL look                                         | CANCELED    | applied    | The job j is canceled.
`;

for (const row of table.trim().split("\n")) {
  const [fault = "", trace, status, result, told = ""] = row.split("|").map((cell) => cell.trim());
  test(`${fault} when a job is canceled: what is told, sent and recorded agrees with the job`, async () => {
    await withJob(async (emulator) => {
      inject(emulator, fault);
      const played = await playCancellation(emulator, { jobId: "j", reasonCode: "SUPERSEDED", force: false });
      assert.equal(played.trace, trace);
      assert.ok(played.told.startsWith(told), played.told);
      assert.equal(emulator.job("j")?.status, status);
      assert.deepEqual(played.journal, [result]);
    });
  });
}

function inject(emulator: Emulator, name: string): void {
  for (const [each, faults] of Object.entries(kinds)) {
    if (each === name) for (const fault of faults) emulator.inject({ operation: "CancelJob", ...fault });
  }
}

test("a cancellation that somebody else was faster with is refused", async () => {
  await withJob(async (emulator) => {
    const run = (): void => void emulator.call("CancelJob", { jobId: "j" });
    emulator.inject({ operation: "CancelJob", kind: "before", times: 1, run });
    const { told, journal } = await playCancellation(emulator, { jobId: "j", force: false });
    assert.match(told, /^j: not canceled\. The job has ended.*Status is CANCELED/u);
    assert.deepEqual(journal, ["refused"]);
  });
});

test("the journal holds the operation and why", async () => {
  await withJob(async (emulator) => {
    const cancellation = { jobId: "j", reasonCode: "SUPERSEDED", comment: "2.14.0 has the fix", force: true };
    const { entries } = await playCancellation(emulator, cancellation);
    assert.equal(entries[0]?.beginning.operation, "CancelJob");
    assert.deepEqual(entries[0].beginning.payload, cancellation);
    assert.equal(emulator.job("j")?.status, "CANCELED");
  });
});

test("a job that has ended since the user was asked is shown again as it is, and nothing is sent", async () => {
  await withJob(async (emulator) => {
    const end = (): void => void emulator.call("CancelJob", { jobId: "j" });
    const { told, trace, journal } = await playCancellation(emulator, { jobId: "j", force: true }, end);
    assert.equal(told, "to be asked again: CANCELED");
    assert.deepEqual([trace, journal], ["look", []]);
  });
});

/** A device more begins each minute, and goes on. */
const oneByOne: Devices = (_, thingName) => {
  const startsAfter = Number(/\d+$/u.exec(thingName)?.[0]) * minute;
  return { startsAfter, takes: minute, ends: "SILENT" };
};

test("executions that began since are shown: more than twice as many in progress as the user was told of", async () => {
  for (const [told, now, trace] of [
    [0, 1, "look"],
    [3, 7, "look"],
    [3, 6, "look CANCEL look"],
  ] as const) {
    await withFleet({ devices: oneByOne }, async ({ emulator, clock }) => {
      emulator.call("CreateJob", { jobId: "j", targets: [group(10)], document: "{}" });
      // Devices are told one after another: half a minute later all of them have been.
      clock.advance((told + 0.5) * minute);
      const later = (): void => clock.advance((now - told) * minute);
      const played = await playCancellation(emulator, { jobId: "j", force: true }, later);
      assert.equal(played.trace, trace, `${told} → ${now}`);
    });
  }
});

test("a job that cannot be looked at again is not canceled", async () => {
  await withJob(async (emulator) => {
    const deny = (): unknown => emulator.inject({ operation: "DescribeJob", kind: "denied" });
    const { told, trace, journal } = await playCancellation(emulator, { jobId: "j", force: false }, deny);
    assert.match(told, /^j: nothing was sent\. The profile may not do this\./u);
    assert.deepEqual([trace, journal], ["look", []]);
  });
});
