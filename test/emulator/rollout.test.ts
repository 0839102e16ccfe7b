import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createAgenda } from "../../emulator/src/agenda";
import { devicesWith } from "../../emulator/src/devices";
import { Executions } from "../../emulator/src/executions";
import { longestRollout, ratePerMinute } from "../../emulator/src/rollout";

const factor = fc.integer({ min: 11, max: 50 }).map((tenths) => tenths / 10);
const step = fc.integer({ min: 1, max: 500 });
const criteria = fc.oneof(
  step.map((numberOfNotifiedThings) => ({ numberOfNotifiedThings })),
  step.map((numberOfSucceededThings) => ({ numberOfSucceededThings })),
);
const exponentialRate = fc.record({
  baseRatePerMinute: fc.integer({ min: 1, max: 999 }),
  incrementFactor: factor,
  rateIncreaseCriteria: criteria,
});
const config = exponentialRate.chain((exponentialRate) =>
  fc
    .integer({ min: exponentialRate.baseRatePerMinute + 1, max: 1000 })
    .map((maximumPerMinute) => ({ maximumPerMinute, exponentialRate })),
);
const count = fc.nat(20_000);

test("The rate starts at its base, never falls with progress, and never passes the maximum", () => {
  fc.assert(
    fc.property(config, count, count, fc.nat(100), (rollout, notified, succeeded, more) => {
      const rate = ratePerMinute(rollout, { notified, succeeded });
      assert.equal(ratePerMinute(rollout, { notified: 0, succeeded: 0 }), rollout.exponentialRate.baseRatePerMinute);
      assert.ok(rate <= rollout.maximumPerMinute);
      assert.ok(ratePerMinute(rollout, { notified: notified + more, succeeded: succeeded + more }) >= rate);
    }),
  );
});

test("Between two increases the rate stays, and an increase multiplies it once", () => {
  fc.assert(
    fc.property(config, fc.nat(20), (rollout, increases) => {
      const { rateIncreaseCriteria, incrementFactor, baseRatePerMinute } = rollout.exponentialRate;
      const step = Object.values(rateIncreaseCriteria)[0] ?? 0;
      const at = (things: number) => ratePerMinute(rollout, { notified: things, succeeded: things });
      const expected = Math.min(rollout.maximumPerMinute, baseRatePerMinute * incrementFactor ** increases);
      assert.equal(at(step * increases), expected);
      assert.equal(at(step * (increases + 1) - 1), expected);
    }),
  );
});

test("Without a configuration 1000 things are notified per minute, with a constant one its maximum", () => {
  const nothing = { notified: 0, succeeded: 0 };
  assert.equal(ratePerMinute(undefined, nothing), 1000);
  assert.equal(ratePerMinute({}, nothing), 1000);
  assert.equal(ratePerMinute({ maximumPerMinute: 7 }, { notified: 5000, succeeded: 0 }), 7);
});

test("The agenda gives what is due in the order of time, then of entry", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.nat(20), (times, until) => {
      const agenda = createAgenda<number>();
      times.forEach((at, index) => agenda.add(at, index));
      const taken: (readonly [number, number])[] = [];
      for (let due = agenda.takeDue(until); due !== undefined; due = agenda.takeDue(until))
        taken.push([due.at, due.item]);
      const expected = times
        .map((at, index) => [at, index] as const)
        .filter(([at]) => at <= until)
        .toSorted(([a, i], [b, j]) => a - b || i - j);
      assert.deepEqual(taken, expected);
    }),
  );
});

const share = fc.integer({ min: 0, max: 25 }).map((hundredths) => hundredths / 100);
const scenario = fc.record({
  rollout: config,
  things: fc.integer({ min: 1, max: 120 }),
  fortune: fc.record({ failed: share, rejected: share, silent: share, offline: share }),
  abort: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
  looks: fc.array(fc.nat(120 * 60_000), { maxLength: 8 }),
});

test("Whether one looks often or once, the same has happened; no thing is lost or notified twice", () => {
  fc.assert(
    fc.property(scenario, ({ rollout, things, fortune, abort, looks }) => {
      const run = () => {
        const ends: string[] = [];
        const executions = new Executions({
          jobId: "job",
          things: Array.from({ length: things }, (_, index) => `thing-${index}`),
          startsAt: 0,
          configuration: {
            jobExecutionsRolloutConfig: rollout,
            timeoutConfig: { inProgressTimeoutInMinutes: 3 },
            jobExecutionsRetryConfig: { criteriaList: [{ failureType: "FAILED", numberOfRetries: 1 }] },
            ...(abort !== undefined && {
              abortConfig: {
                criteriaList: [
                  {
                    failureType: "ALL",
                    action: "CANCEL",
                    thresholdPercentage: abort / 100,
                    minNumberOfExecutedThings: 5,
                  },
                ],
              },
            }),
          },
          devices: devicesWith(fortune),
          onDone: (time) => ends.push(`done ${time}`),
          onAbort: (time) => ends.push(`abort ${time}`),
        });
        return { executions, ends };
      };
      const often = run();
      for (const time of looks.toSorted((a, b) => a - b)) often.executions.advance(time);
      const once = run();
      const end = 120 * 60_000 + longestRollout(rollout, things);
      for (const { executions } of [often, once]) executions.advance(end);
      assert.deepEqual(often.executions.list(), once.executions.list());
      assert.deepEqual(often.ends, once.ends);
      assert.ok(often.ends.length <= 1);
      const rows = once.executions.list();
      assert.equal(new Set(rows.map(({ thingName }) => thingName)).size, things);
      assert.equal(
        new Set(rows.map(({ thingName, executionNumber }) => `${thingName} ${executionNumber}`)).size,
        rows.length,
      );
      for (const status of [
        "QUEUED",
        "IN_PROGRESS",
        "SUCCEEDED",
        "FAILED",
        "TIMED_OUT",
        "REJECTED",
        "CANCELED",
      ] as const) {
        assert.equal(once.executions.count(status), rows.filter((row) => row.status === status).length, status);
      }
    }),
    { numRuns: 60 },
  );
});
