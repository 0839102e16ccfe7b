import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Emulator } from "../../emulator/src/emulator";
import type { FaultKind } from "../../emulator/src/faults";
import type { Outcome } from "../../client/src/apply/outcome";
import type { RecordedRequest } from "../../emulator/src/host";
import type { UpdateJobInput } from "../../server/src/protocol";
import { play, withJob } from "./scene";
import { timeIsUp } from "./time";

/** Requests that will act when nobody waits for them any more. */
const late = new Set<RecordedRequest>();

/** What may happen to a request; each is gone after it has struck once. */
const events: Readonly<Record<string, (emulator: Emulator) => readonly FaultKind[]>> = {
  fine: () => [],
  throttled: () => [{ kind: "throttled" }],
  internal: () => [{ kind: "internal" }],
  unavailable: () => [{ kind: "unavailable" }],
  denied: () => [{ kind: "denied" }],
  "dropped before": () => [{ kind: "drop-before" }],
  "dropped after": () => [{ kind: "drop-after" }],
  garbage: () => [{ kind: "malformed" }],
  "a dropped member": () => [{ kind: "drop-member", member: "description" }],
  "acts too late": () => [
    { kind: "before", run: (request) => void late.add(request) },
    { kind: "before", run: timeIsUp },
    { kind: "latency", milliseconds: 10_000 },
  ],
  "answers too late": () => [
    { kind: "before", run: timeIsUp },
    { kind: "late-answer", milliseconds: 10_000 },
  ],
  "another's change": (emulator) => [{ kind: "before", run: () => change(emulator, "other") }],
  "another's same change": (emulator) => [{ kind: "before", run: () => change(emulator, "after") }],
  "another cancels it": (emulator) => [{ kind: "before", run: () => cancel(emulator) }],
};

/** Somebody else is refused as we are. */
function change(emulator: Emulator, description: string): void {
  if (emulator.job("j")?.status === "IN_PROGRESS") emulator.call("UpdateJob", { jobId: "j", description });
}

function cancel(emulator: Emulator): void {
  if (emulator.job("j")?.status === "IN_PROGRESS") emulator.call("CancelJob", { jobId: "j" });
}

/** The first request meets the first event, and so on; those after the last meet none. */
function schedule(emulator: Emulator, names: readonly string[]): void {
  let next = 0;
  const arm = (): void => {
    const name = names[next++];
    if (name === undefined) return;
    // The first to strike prepares what the request after this one meets.
    emulator.inject({ kind: "before", times: 1, run: () => setImmediate(arm) });
    for (const fault of events[name]?.(emulator) ?? []) emulator.inject({ ...fault, times: 1 });
  };
  arm();
}

/** Between two requests of UpdateJob somebody has looked. */
function looksBetween(trace: string): boolean {
  return !/UPDATE( who| review)* UPDATE/u.test(trace);
}

/** What happened, as the emulator knows it. */
interface Truth {
  readonly sent: boolean;
  readonly acted: boolean;
  /** A request may still act after all that is known now. */
  readonly pending: boolean;
  readonly description: string | undefined;
}

/** Whether what is reported agrees with what happened; `unknown` and `unverified` claim nothing. */
function isTrue(kind: Outcome["kind"], { sent, acted, pending, description }: Truth): boolean {
  switch (kind) {
    case "applied":
      return sent && acted && description === "after";
    case "notApplied":
    case "refused":
      return sent && !pending && (!acted || description !== "after");
    case "unverified":
      return acted;
    case "unknown":
      return sent;
    case "canceled":
    case "outdated":
    case "failed":
    case "inStep":
      return !sent;
    case "journalFailed":
    case "dryRun":
    case "notStarted":
      return false;
  }
}

const toSend: UpdateJobInput = { jobId: "j", description: "after", timeoutConfig: { inProgressTimeoutInMinutes: 45 } };

/** One way to each outcome, however rarely chance takes it; the fourth request is UpdateJob, the one after it reads back. */
const examples: readonly (readonly string[])[] = [
  [],
  ["fine", "denied"],
  ["fine", "fine", "fine", "denied"],
  ["fine", "fine", "fine", "a dropped member"],
  ["fine", "fine", "fine", "dropped before"],
  ["fine", "fine", "fine", "acts too late"],
  ["fine", "fine", "fine", "fine", "denied"],
];

test("whatever happens on the way: no request twice without a look between, and no report that is not true", async () => {
  const anyEvent = fc.constantFrom(...Object.keys(events));
  const untilUpdate = fc.integer({ min: 0, max: 4 }).map((count) => Array.from({ length: count }, () => "fine"));
  const anyEvents = fc.tuple(untilUpdate, fc.array(anyEvent, { maxLength: 10 })).map((parts) => parts.flat());
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyEvents, async (names) => {
      await withJob(async (emulator) => {
        late.clear();
        schedule(emulator, names);
        const { trace, results, journal } = await play({ emulator, payloads: [toSend] });
        const updates = emulator.requests.filter(({ operation }) => operation === "UpdateJob");
        const kind = results[0]?.outcome.kind ?? "notStarted";
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        assert.ok(looksBetween(trace), trace);
        const description = emulator.job("j")?.configuration.description;
        const [sent, acted] = [updates.length > 0, updates.some((update) => update.acted)];
        const truth = { sent, acted, pending: updates.some((update) => late.has(update)), description };
        assert.ok(isTrue(kind, truth), `${kind}, but ${JSON.stringify(truth)}: ${trace}`);
        assert.deepEqual(journal, truth.sent ? [kind] : []);
      });
    }),
    {
      numRuns: examples.length + Number(process.env["INTERLEAVINGS"] ?? 150),
      examples: examples.map((names) => [[...names]]),
    },
  );
  for (const kind of ["applied", "notApplied", "refused", "unverified", "unknown", "failed"]) {
    assert.ok(seen.has(kind), `the events never led to ${kind}: ${JSON.stringify([...seen])}`);
  }
});
