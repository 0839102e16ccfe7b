import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { executionItem, jobItem, jobTooltip } from "../../client/src/jobs/jobItem";
import { factsOf } from "../../client/src/jobs/jobChildren";
import { plain, plainLines, withoutIcons } from "../../client/src/plainText";

test("what cannot be seen is written as its code", () => {
  assert.equal(plain("\u001b[31mred\u001b[0m"), "\\u{1b}[31mred\\u{1b}[0m");
  assert.equal(plain("gpj.\u202eexe"), "gpj.\\u{202e}exe");
  assert.equal(plain("a\r\nb\u2028c\u0000"), "a\\u{d}\\u{a}b\\u{2028}c\\u{0}");
  assert.equal(plainLines("first\nsecond\tthird"), "first\nsecond\\u{9}third");
  assert.equal(plain("Größe 漢字 🚀"), "Größe 漢字 🚀");
});

test("where an icon would be made of a text, none is", () => {
  assert.equal(withoutIcons("$(trash) \u001b"), "$ (trash) \\u{1b}");
});

test("a text of any length and kind becomes one bounded line without anything hidden", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), (text) => {
      assert.doesNotMatch(plain(text), /[\p{Cc}\p{Cf}\n\u2028\u2029]/u);
    }),
  );
  assert.equal(plain("x".repeat(2_028)).length, 301);
});

const hostile = "[quit](command:workbench.action.quit) $(trash) <img src=x>\u001b[2J\u202e..";

test("hostile text of the service stays text, in every row and tooltip", () => {
  const now = new Date();
  const job = { jobId: hostile, status: "IN_PROGRESS", createdAt: new Date(NaN) } as const;
  const details = { ...job, description: "d".repeat(2_028), targets: [hostile], comment: hostile, reasonCode: hostile };
  const items = [
    jobItem(job, details, now),
    executionItem(hostile, "FAILED", { thingArn: hostile, jobExecutionSummary: { lastUpdatedAt: new Date(NaN) } }),
  ];
  for (const { label, description = "", tooltip = "", spoken = "" } of items) {
    for (const shown of [label, description, spoken, ...tooltip.split("\n")]) assert.equal(shown, plain(shown));
  }
  for (const line of jobTooltip(job, details).split("\n")) assert.doesNotMatch(line, /[\u001b\u202e]/u);
  const [fact] = factsOf({ statusDetails: { detailsMap: { [hostile]: hostile } } });
  assert.equal(fact?.label, hostile, "rows make it plain where they show it");
});
