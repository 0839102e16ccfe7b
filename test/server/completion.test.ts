import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { completion } from "../../server/src/features/completion";
import { accept, analysisOf, atCursor, hoverText, labels } from "../fixture";

function accepted(name: string, before: string, label: string, after: string): void {
  test(name, () => assert.equal(accept(before, label), after));
}

test("members are offered required first, and none that is there already", () => {
  assert.deepEqual(labels(`{"jobId": "j1", "timeoutConfig": {}, <|>}`), [
    "description",
    "presignedUrlConfig",
    "jobExecutionsRolloutConfig",
    "abortConfig",
    "namespaceId",
    "jobExecutionsRetryConfig",
  ]);
  assert.equal(labels(`{<|>}`)[0], "jobId");
});

test("values of an enum are offered in quotes and out of them", () => {
  assert.deepEqual(labels(`{"abortConfig": {"criteriaList": [{"failureType": <|>}]}}`), [
    "FAILED",
    "REJECTED",
    "TIMED_OUT",
    "ALL",
  ]);
  assert.deepEqual(labels(`{"jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "<|>"}]}}`), [
    "FAILED",
    "TIMED_OUT",
    "ALL",
  ]);
});

accepted(
  "a member is written with its value and one line a member",
  `{"jobId": "j1", <|>}`,
  "timeoutConfig",
  `{"jobId": "j1", "timeoutConfig": {
	"inProgressTimeoutInMinutes": 60
}}`,
);
accepted(
  "a member right behind a comma gets a blank",
  `{"jobId": "j1",<|>}`,
  "namespaceId",
  `{"jobId": "j1", "namespaceId": "my-namespace"}`,
);
accepted(
  "a missing comma is added before",
  `{"jobId": "j1" <|>}`,
  "namespaceId",
  `{"jobId": "j1", "namespaceId": "my-namespace"}`,
);
accepted(
  "a missing comma is added behind",
  `{<|> "description": "x"}`,
  "jobId",
  `{"jobId": "example-job-01", "description": "x"}`,
);
accepted("a key before a colon is only renamed", `{"job<|>": "j1"}`, "jobId", `{"jobId": "j1"}`);
accepted(
  "an unclosed quote is replaced",
  `{"timeoutConfig": {"in<|>`,
  "inProgressTimeoutInMinutes",
  `{"timeoutConfig": {"inProgressTimeoutInMinutes": 60`,
);
accepted(
  "a value behind a colon gets a blank",
  `{"timeoutConfig": {"inProgressTimeoutInMinutes":<|>}}`,
  "1440",
  `{"timeoutConfig": {"inProgressTimeoutInMinutes": 1440}}`,
);
accepted(
  "an enum value replaces the one in quotes",
  `{"abortConfig": {"criteriaList": [{"action": "C<|>AN"}]}}`,
  "CANCEL",
  `{"abortConfig": {"criteriaList": [{"action": "CANCEL"}]}}`,
);
accepted(
  "an empty file offers a whole payload",
  `<|>`,
  "UpdateJob payload",
  `{
	"jobId": "example-job-01",
	"timeoutConfig": {
		"inProgressTimeoutInMinutes": 60
	}
}`,
);

test("a hover tells type, limits, default, and whether the member is required", () => {
  const text = hoverText(`{"presignedUrlConfig": {"expires<|>InSec": 60}}`);
  for (const part of [
    "**expiresInSec** · long · optional",
    "a whole number from 60 to 3600",
    "Default: 3600",
    "`3600`",
  ]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  assert.match(hoverText(`{"abortConfig": {"criteriaList": [{"thresholdPercentage<|>": 1}]}}`), /at most 2/);
});

test("a hover on a value says what it means", () => {
  assert.match(hoverText(`{"timeoutConfig": {"inProgressTimeoutInMinutes": 100<|>80}}`), /^10080 minutes = 7 d/);
  assert.match(hoverText(`{"abortConfig": {"criteriaList": [{"failureType": "REJ<|>ECTED"}]}}`), /refused the job/);
});

const whole = `{
  "jobId": "j1", "description": "a \\u00e9 b",
  "jobExecutionsRolloutConfig": {"maximumPerMinute": 50, "exponentialRate": {"baseRatePerMinute": 10, "incrementFactor": 1.5, "rateIncreaseCriteria": {"numberOfNotifiedThings": 10}}},
  "abortConfig": {"criteriaList": [{"failureType": "ALL", "action": "CANCEL", "thresholdPercentage": 10.5, "minNumberOfExecutedThings": 3}]}
}`;

test("a payload cut at any character answers everywhere, inside the document, and accepting breaks nothing more", () => {
  for (let cut = 0; cut <= whole.length; cut++) {
    const text = whole.slice(0, cut);
    const analysis = analysisOf(text);
    for (const { start, end } of analysis.problems) assert.ok(start >= 0 && start <= end && end <= cut, text);
    hoverText(`${text}<|>`);
    const before = analysis.problems.filter(({ code }) => code === "syntax").length;
    for (const label of labels(`${text}<|>`)) {
      const after = analysisOf(accept(`${text}<|>`, label)).problems.filter(({ code }) => code === "syntax").length;
      assert.ok(after <= Math.max(before, 1), `${label} after ${JSON.stringify(text.slice(-40))}`);
    }
  }
});

test("no text makes a feature throw or point outside the document", () => {
  const piece = fc.constantFrom(
    ...Array.from("{}[],:\"'\\ \n\t#/0.-1eE"),
    '"jobId"',
    '"abortConfig"',
    "true",
    "null",
    "\ud800",
    "é",
    "😀",
    "__proto__",
    '"constructor":',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), (pieces, seed) => {
      const text = pieces.join("");
      const analysis = analysisOf(text);
      for (const { start, end } of analysis.problems) assert.ok(start >= 0 && start <= end && end <= text.length);
      completion(analysis, seed % (text.length + 1), { snippets: true });
      hoverText(`${text}<|>`);
      assert.equal(atCursor(`${text}<|>`).offset, text.length);
    }),
    { numRuns: 500 },
  );
});
