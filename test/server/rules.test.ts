import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { diagnostics } from "../../server/src/features/diagnostics";
import { payload } from "../../server/src/features/payload";
import { rules } from "../../server/src/model/problem";
import { type Level, ruleBook } from "../../server/src/model/ruleBook";
import type { DocumentNotation } from "../../server/src/syntax/parse";

const tooLong = `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 10081}}`;
const retries = (count: string): string =>
  `{"jobId": "j", "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": ${count}}]}}`;
const unchanging = `{"jobId": "j"}`;

function analysisWith(text: string, changes: Readonly<Record<string, Level>>): Analysis {
  return analyze(TextDocument.create("file:///a", "json", 1, text), "json", ruleBook(changes, "file:///rules.md"));
}

/** The severities as LSP counts them from 1, error, to 4, hint; and whether the payload may be run. */
function outcome(text: string, changes: Readonly<Record<string, Level>>): string {
  const analysis = analysisWith(text, changes);
  const said = diagnostics(analysis).map(({ code, severity }) => `${code} ${severity}`);
  return `${said.join(", ") || "nothing"}; ${payload(analysis, undefined)?.payload === undefined ? "stops" : "runs"}`;
}

const pictures: readonly (readonly [string, Readonly<Record<string, Level>>, string])[] = [
  [tooLong, {}, "range 1; stops"],
  [tooLong, { range: "warning" }, "range 2; runs"],
  [tooLong, { range: "information" }, "range 3; runs"],
  [tooLong, { range: "hint" }, "range 4; runs"],
  [tooLong, { range: "off" }, "nothing; runs"],
  [unchanging, {}, "no-change 2; runs"],
  [unchanging, { "no-change": "error" }, "no-change 1; stops"],
  [`{"jobId": "j",`, { syntax: "off", "no-change": "off" }, "syntax 1; stops"],
  [`{"jobId": "j", "description": null}`, { null: "off" }, "null 1; stops"],
  [``, { "empty-payload": "off" }, "empty-payload 1; stops"],
  [tooLong, { "no-such-rule": "off" }, "range 1; stops"],
  // One mistake is told once, by the rule that says more; both where they are not equally bad.
  [retries("11"), {}, "retries-not-zero 1; stops"],
  [retries("2.5"), {}, "retries-not-zero 1; stops"],
  [retries("-1"), {}, "range 1; stops"],
  [retries("11"), { "retries-not-zero": "off" }, "range 1; stops"],
  [retries("11"), { "retries-not-zero": "warning" }, "range 1, retries-not-zero 2; stops"],
];

for (const [text, changes, expected] of pictures) {
  test(`${text} with ${JSON.stringify(changes)}: ${expected}`, () => assert.equal(outcome(text, changes), expected));
}

test("a criterion of 100 percent is said to act only when every execution has the status that it counts", () => {
  const saidOf = (type: string): unknown => {
    const criterion = `"failureType": "${type}", "action": "CANCEL", "thresholdPercentage": 100, "minNumberOfExecutedThings": 1`;
    const { problems } = analysisWith(`{"jobId": "j", "abortConfig": {"criteriaList": [{${criterion}}]}}`, {});
    return problems.find(({ code }) => code === "criterion-never-acts")?.message;
  };
  const only = "100 percent acts only when every finished execution";
  assert.equal(saidOf("REJECTED"), `${only} is REJECTED.`);
  assert.equal(saidOf("ALL"), `${only} is FAILED or REJECTED or TIMED_OUT.`);
  assert.equal(saidOf("LATE"), `${only} counts for this criterion.`);
});

test("a value of another type is sent as it stands, where the rule of types is off", () => {
  const sent = (description: string): unknown =>
    payload(analysisWith(`{"jobId": "j", "description": ${description}}`, { type: "off" }), undefined)?.payload
      ?.description;
  for (const value of ["true", "false", "7", '[1, "a"]', '{"a": {"b": 1}}']) {
    assert.deepEqual(sent(value), JSON.parse(value));
  }
});

/** What is told of a payload before it is sent, with the rules off that would stop it. */
function warned(text: string, notation: DocumentNotation = "json"): readonly string[] {
  const rules = ruleBook({ "unknown-member": "off", "unknown-option": "off" }, undefined);
  const analysis = analyze(TextDocument.create("file:///a", notation, 1, text), notation, rules);
  return payload(analysis, undefined)?.warnings ?? [];
}

test("what is not sent is told before the rest is, whatever the rules say of it", () => {
  assert.deepEqual(warned(`{"jobId": "j", "description": "x", "timeoutConfg": {"inProgressTimeoutInMinutes": 5}}`), [
    "This is no part of UpdateJob and is not sent: timeoutConfg.",
  ]);
  const criterion = `{"failureType": "ALL", "action": "CANCEL", "treshold": 1, "thresholdPercentage": 1, "minNumberOfExecutedThings": 1}`;
  assert.deepEqual(warned(`{"jobId": "j", "abortConfig": {"criteriaList": [${criterion}], "x": 1}}`), [
    "This is no part of UpdateJob and is not sent: abortConfig.criteriaList.0.treshold, abortConfig.x.",
  ]);
  assert.deepEqual(warned("aws iot update-job --job-id j --description x --timeout-confg inProgress=5 y", "script"), [
    "This is no part of UpdateJob and is not sent: --timeout-confg, y.",
  ]);
  const many = Array.from({ length: 11 }, (_, index) => `"x${index}": 1`).join(", ");
  assert.match(warned(`{"jobId": "j", "description": "x", ${many}}`).join(), /: x0, .*, x9, …\.$/u);
  assert.deepEqual(warned(`{"jobId": "j", "description": "x"}`), []);
});

test("a diagnostic links to its place in the page of the rules", () => {
  const [first] = diagnostics(analysisWith(tooLong, {}));
  assert.deepEqual(first?.codeDescription, { href: "file:///rules.md#range" });
});

test("the setting iotJobs.rules takes the codes of all rules that may change, and no other", () => {
  const manifest = readFileSync("package.json", "utf8");
  const inSetting = /"propertyNames": \{\s*"enum": (\[[^\]]*\])/.exec(manifest)?.[1] ?? "";
  const changeable = Object.entries(rules).flatMap(([code, rule]) => ("fixed" in rule ? [] : [code]));
  assert.deepEqual(JSON.parse(inSetting), changeable);
});

test("a problem that the user made none keeps no error back", () => {
  const text = `--job-id j --timeout-config {"inProgressTimeoutInMinutes": 5}`;
  const rules = ruleBook({ "unknown-option": "off" }, undefined);
  const analysis = analyze(TextDocument.create("file:///a", "options", 1, text), "options", rules);
  assert.ok(analysis.problems.some(({ code }) => code === "syntax"));
  assert.equal(payload(analysis, undefined)?.payload, undefined);
});
