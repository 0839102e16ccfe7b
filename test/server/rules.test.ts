import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "../../server/src/analysis";
import { diagnostics } from "../../server/src/features/diagnostics";
import { payload } from "../../server/src/features/payload";
import { rules } from "../../server/src/model/problem";
import { type Level, ruleBook } from "../../server/src/model/ruleBook";

const tooLong = `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 10081}}`;
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
  [``, { "empty-payload": "off" }, "empty-payload 1; stops"],
  [tooLong, { "no-such-rule": "off" }, "range 1; stops"],
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
