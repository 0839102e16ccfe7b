import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomeInWords } from "../../../client/src/apply/words";
import { annotatedJson } from "../../../client/src/liveJob/annotatedJson";
import { liveJobText } from "../../../client/src/liveJob/liveJobText";

const hostile = "a\u202eb\u0000\u001b[31m\u2028[run](command:x)\n// c\u{e0041}";

test("text of a job in a document shows its hidden characters as escapes, and means the same", () => {
  const shown = annotatedJson({ description: hostile }, new Map([["description", "lost"]]));
  assert.equal(
    shown,
    String.raw`{
  "description": "a\u202eb\u0000\u001b[31m\u2028[run](command:x)\n// c\udb40\udc41" // lost
}`,
  );
  assert.deepEqual(JSON.parse(shown.replace(" // lost", "")), { description: hostile });
  assert.deepEqual(JSON.parse(liveJobText({ jobId: "j", description: hostile })), { jobId: "j", description: hostile });
});

test("whatever JSON holds, it can be read back, and nothing of it is hidden", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = annotatedJson({ description: text }, new Map());
      assert.doesNotMatch(shown, /(?!\n)\p{C}/u);
      assert.deepEqual(JSON.parse(shown), { description: text });
    }),
  );
});

test("what a notification tells of a job is one line", () => {
  const difference = { path: ["description"], before: hostile, after: "fine" };
  const job = { jobId: "j" };
  const told = outcomeInWords("j", { kind: "notApplied", why: "changed", unmet: [difference], job });
  assert.doesNotMatch(told, /\n|\p{C}/u);
});
