import assert from "node:assert/strict";
import { test } from "node:test";
import { payloadState } from "../../client/src/language/payloadState";

test("a payload without problems is valid, and hints are no problems", () => {
  assert.deepEqual(payloadState([], {}), { worst: undefined, problems: 0, off: [] });
  assert.deepEqual(payloadState([3, 3], {}), { worst: undefined, problems: 0, off: [] });
});

test("the worst problem gives the severity, and every one is counted", () => {
  assert.deepEqual(payloadState([2, 0, 1, 3, 1], {}), { worst: 0, problems: 4, off: [] });
});

test("rules that are off are named, and others are not", () => {
  const rules = { "no-change": "off", precision: "warning", "base-rate": "off", range: 5 };
  assert.deepEqual(payloadState([], rules).off, ["base-rate", "no-change"]);
});
