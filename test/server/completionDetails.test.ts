import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveCompletion } from "../../server/src/features/completion";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { offered } from "../fixture";

test("documentation comes when an item is asked about: of the member, and of the one around it", () => {
  const [, item] = offered(`{"abortConfig": {"criteriaList": [{<|>}]}}`);
  assert.equal(item?.documentation, undefined);
  const { documentation } = resolveCompletion(item ?? { label: "" });
  const text = typeof documentation === "object" ? documentation.value : "";
  assert.match(text, /^\*\*failureType\*\*[^]*In \*\*criteriaList\*\*:/);
  assert.deepEqual(resolveCompletion({ label: "of another server", data: { path: [1] } }), {
    label: "of another server",
    data: { path: [1] },
  });
});

test("the documentation's example is spelt as the text around the cursor", () => {
  const examples: readonly (readonly [string, DocumentNotation, string])[] = [
    [`{"jobId": "j", <|>}`, "json", `"timeoutConfig": {"inProgressTimeoutInMinutes": 60}`],
    ["--job-id j --<|>", "options", "--timeout-config inProgressTimeoutInMinutes=60"],
    ["aws iot update-job --job-id j --timeout-config <|>", "script", "inProgressTimeoutInMinutes=60"],
  ];
  for (const [text, notation, example] of examples) {
    const item = offered(text, notation).find(({ label }) => /timeout/iu.test(label));
    const { documentation } = resolveCompletion(item ?? { label: "" });
    assert.ok(typeof documentation === "object" && documentation.value.includes(`\`${example}\``), text);
  }
});

test("members come before $schema, which VS Code offers in every object and UpdateJob refuses", () => {
  const places = offered(`{"jobId": "j", <|>}`).map(({ sortText = "" }) => sortText);
  assert.notEqual(places.length, 0);
  for (const place of places) assert.ok(place < "$schema", place);
});
