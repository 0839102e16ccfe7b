import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countWords, filterWords, isFiltered, matcherOf, ordered, readView } from "../../client/src/jobs/jobsView";

test("what was kept is read back", () => {
  const view = {
    layout: "byStatus",
    order: "id",
    filter: {
      status: "IN_PROGRESS",
      targetSelection: "SNAPSHOT",
      thingGroupName: "berlin",
      namespaceId: "greengrass",
      text: "cam",
    },
  } as const;
  assert.deepEqual(readView(JSON.parse(JSON.stringify(view))), view);
  assert.deepEqual(filterWords(view.filter), [
    "in progress",
    "snapshot",
    "thing group berlin",
    "namespace greengrass",
    "id with “cam”",
  ]);
});

test("whatever was kept, a view comes of it", () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { layout, order } = readView(stored);
      assert.ok(["flat", "byStatus"].includes(layout) && order.length > 0);
    }),
  );
  assert.equal(isFiltered(readView({ filter: { status: "PAUSED", text: " " } }).filter), false);
});

test("the count says what is shown, what was looked at, and whether there is more", () => {
  assert.equal(countWords(12, 12, "all"), "12");
  assert.equal(countWords(50, 50, "more"), "50+");
  assert.equal(countWords(50, 1_240, "more"), "50 of 1,240+");
  assert.equal(countWords(50, 120, "all"), "50 of 120");
});

test("jobs are sorted by time or id; ids count as people do", () => {
  const job = (jobId: string, created: number, updated: number) => ({
    jobId,
    createdAt: new Date(created),
    lastUpdatedAt: new Date(updated),
  });
  const jobs = [job("wave-10", 1, 9), job("wave-2", 3, 3), job("alpha", 2, 5)];
  const ids = (order: Parameters<typeof ordered>[1]): string =>
    ordered(jobs, order)
      .map(({ jobId }) => jobId)
      .join(" ");
  assert.equal(ids("newest"), "wave-2 alpha wave-10");
  assert.equal(ids("oldest"), "wave-10 alpha wave-2");
  assert.equal(ids("updated"), "wave-10 alpha wave-2");
  assert.equal(ids("id"), "alpha wave-2 wave-10");
});

test("the text of a filter is part of the id, in capitals or not", () => {
  const ids = ["indoor-camera-3", "door-lock"].map((jobId) => ({ jobId }));
  assert.deepEqual(ids.map(matcherOf({ text: "CAM" }) ?? (() => undefined)), [true, false]);
  assert.equal(matcherOf({ status: "COMPLETED" }), undefined);
});
