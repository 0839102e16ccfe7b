import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareDecimals, parseDecimal } from "../../server/src/model/decimal";
import { analysisOf } from "../fixture";

function thresholdCodes(text: string): string {
  const payload = `{"jobId":"j","abortConfig":{"criteriaList":[{"failureType":"ALL","action":"CANCEL","thresholdPercentage":${text},"minNumberOfExecutedThings":1}]}}`;
  return analysisOf(payload)
    .problems.map(({ code }) => code)
    .join();
}

function factorCodes(text: string): string {
  const payload = `{"jobId":"j","jobExecutionsRolloutConfig":{"maximumPerMinute":50,"exponentialRate":{"baseRatePerMinute":1,"incrementFactor":${text},"rateIncreaseCriteria":{"numberOfNotifiedThings":1}}}}`;
  return analysisOf(payload)
    .problems.map(({ code }) => code)
    .join();
}

test("all 10,001 thresholds with two decimals are judged right", () => {
  for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
    const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
    const expected = hundredths === 0 ? "range" : hundredths === 10_000 ? "criterion-never-acts" : "";
    assert.equal(thresholdCodes(text), expected, text);
  }
});

test("all factors with one decimal are judged right", () => {
  for (let tenths = 0; tenths <= 60; tenths++) {
    const text = `${Math.floor(tenths / 10)}.${tenths % 10}`;
    assert.equal(factorCodes(text), tenths >= 11 && tenths <= 50 ? "" : "range", text);
  }
});

for (const [text, code] of [
  ["1.10000000000000000001", "precision"],
  ["10.990", ""],
  ["1099e-2", ""],
  ["1e-3", "precision"],
  ["1e400", "range"],
  ["-0", "range"],
  ["100.00000000000000000001", "range"],
  ["0.01", ""],
  ["1e999999999", "range"],
] as const) {
  test(`a threshold of ${text} has the problem "${code}"`, () => assert.equal(thresholdCodes(text), code));
}

test("decimals compare as the rationals they spell", () => {
  const number = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 8 }));
  const scaled = ([digits, scale]: readonly [bigint, number]): bigint => digits * 10n ** BigInt(8 - scale);
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [left, right] = [a, b].map(([digits, scale]) => parseDecimal(`${digits}e-${scale}`));
      assert.ok(left !== undefined && right !== undefined);
      const difference = scaled(a) - scaled(b);
      assert.equal(Math.sign(compareDecimals(left, right)), difference < 0n ? -1 : difference > 0n ? 1 : 0);
    }),
  );
});
