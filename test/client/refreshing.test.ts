import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Pace } from "../../client/src/aws/pace";
import { nextPause, type Refreshed } from "../../client/src/jobs/autoRefresh";
import { DetailsQueue } from "../../client/src/jobs/detailsQueue";

/** Time that goes on only when somebody sleeps. */
function clock() {
  let time = 0;
  const sleep = (milliseconds: number): Promise<void> => {
    time += milliseconds;
    return Promise.resolve();
  };
  return { now: () => time, sleep };
}

test("no second has more calls than allowed, however many come at once", async () => {
  const wait = fc.nat(400);
  await fc.assert(
    fc.asyncProperty(fc.array(wait, { maxLength: 60 }), async (waits) => {
      const { now, sleep } = clock();
      const turns: number[] = [];
      const pace = new Pace({ perSecond: 6, atOnce: 3 }, now, sleep);
      for (const milliseconds of waits) {
        await pace.turn();
        turns.push(now());
        await sleep(milliseconds);
      }
      for (const from of turns) {
        const within = turns.filter((turn) => turn >= from && turn < from + 1_000).length;
        assert.ok(within <= 9, `${within} calls from ${from} on`);
      }
    }),
  );
});

test("the first calls do not wait, the others are spread", async () => {
  const { now, sleep } = clock();
  const pace = new Pace({ perSecond: 5, atOnce: 3 }, now, sleep);
  const turns: number[] = [];
  for (let call = 0; call < 6; call++) {
    await pace.turn();
    turns.push(now());
  }
  assert.deepEqual(turns, [0, 0, 0, 200, 400, 600]);
});

test("pauses are short while something changes, longer while nothing does or nobody answers, and bounded", () => {
  const after = (...outcomes: readonly Refreshed[]): number => outcomes.reduce(nextPause, 10);
  assert.equal(after("changed"), 10);
  assert.equal(after("same", "same"), 22.5);
  assert.equal(after("same", "same", "changed"), 10);
  assert.equal(after(...Array<Refreshed>(20).fill("same")), 120);
  assert.equal(after(...Array<Refreshed>(20).fill("failed")), 300);
  const outcome = fc.constantFrom<Refreshed>("changed", "same", "failed");
  fc.assert(
    fc.property(fc.array(outcome), (outcomes) => {
      const pause = after(...outcomes);
      assert.ok(pause >= 10 && pause <= 300);
    }),
  );
});

test("jobs are asked for one after another, each once, three a second", async () => {
  const { now, sleep } = clock();
  const asked: string[] = [];
  const queue = new DetailsQueue((jobId) => {
    asked.push(jobId);
    return Promise.resolve("goOn");
  }, sleep);
  queue.add(["a", "b", "c"]);
  queue.add(["c", "d"]);
  await queue.idle();
  assert.deepEqual(asked, ["a", "b", "c", "d"]);
  assert.ok(now() >= 1_000, `four calls took ${now()} ms`);
});

test("a queue holds a hundred jobs, and none once asking is of no use", async () => {
  const { sleep } = clock();
  let calls = 0;
  const everything = Array.from({ length: 500 }, (_, index) => `job-${index}`);
  const queue = new DetailsQueue(() => Promise.resolve(++calls < 150 ? "goOn" : "stop"), sleep);
  queue.add(everything);
  await queue.idle();
  assert.equal(calls, 100);
  queue.add(everything);
  await queue.idle();
  assert.equal(calls, 150);
});
