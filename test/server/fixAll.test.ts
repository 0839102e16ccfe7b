import assert from "node:assert/strict";
import { test } from "node:test";
import { applied } from "../../server/src/features/edits";
import { fixAll } from "../../server/src/features/fixes/fixAll";
import { fixesOf } from "../../server/src/features/fixes/fixes";
import { fixAllKind, quickFixes } from "../../server/src/features/quickFixes";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { analysisOf } from "../fixture";
import { sectionsOfRulesPage } from "./rulesPage";

const mended: readonly (readonly [DocumentNotation, before: string, after: string])[] = [
  [
    "json",
    `{'jobId': 'j', "timeoutConfg": {"inProgressTimeoutInMinutes": "6e1",},
  "description": null`,
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
  ],
  ["json", `{"jobId": "j", "description": null, "tags": {}}`, `{"jobId": "j", "tags": {}}`],
  ["json", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 99999}}`, ``],
  [
    "json",
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": '60'}}`,
    `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}`,
  ],
  ["json", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": '99999'}}`, ``],
  // What may be half typed stays, and so does what would end in what nobody wrote.
  ["yaml", `jobId: j\ndescription: x\ntimeoutConfig:\ninProgressTimeoutInMinutes: 5`, ``],
  ["yaml", `jobId: j\ndescription: x\nabortConfig:\n  criteriaList:\n    -\n`, ``],
  ["json", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": None}}`, ``],
  ["json", `{"jobId": "j", "presignedUrlConfig": {"expiresInSec": null}}`, ``],
  ["json", `{"jobId": "j", "description": True}`, ``],
  ["json", `{"jobId": "j", "description": 0x10}`, ``],
  ["json", `{"jobId": "j", "abortConfig": {"criteriaList": {}}}`, ``],
  ["json", `{"jobId": "j", "presignedUrlConfig": {"roleArn": arn:aws:iam::123456789012:role/R"}}`, ``],
  ["yaml", `jobId: j\ntimeoutConfig: {inProgressTimeoutInMinutes 60}`, ``],
  ["yaml", `jobId: j\njobExecutionsRolloutConfig:\n    maximumPerMinute: 5\n\texponentialRate: 3`, ``],
  ["options", `--job-id j --jobId k --description x`, ``],
  ["json", `{"jobId": "j", "timeoutConfig": {"inProgressTimeoutInMinutes": ten}}`, ``],
  [
    "yaml",
    `JobId: j\nTimeoutConfig:\n  InProgressTimeoutInMinutes: 5`,
    `jobId: j\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 5`,
  ],
  ["json", `{"job_id": "j", "job-id": "k", "description": "x"}`, `{"jobId": "j", "job-id": "k", "description": "x"}`],
  ["json", `{"jobId": "j", "abortConfig": [{"failureType": "ALL"}]}`, ``],
  ["json", `{\u3000"jobId":\u00a0"j",\u00a0\u00a0"description": "x"}`, `{ "jobId": "j", "description": "x"}`],
  ["json", `{"jobId": "j", "description": "x",,}`, `{"jobId": "j", "description": "x"}`],
  [
    "yaml",
    `jobId: 010\ndescription: null\ntimeoutConfg:\n  inProgressTimeoutInMinutes: "60"`,
    `jobId: "010"\ntimeoutConfig:\n  inProgressTimeoutInMinutes: 60`,
  ],
  [
    "options",
    `--job-id j --desc x --timeout-config inProgressTimeoutInMinuts=60`,
    `--job-id j --description x --timeout-config inProgressTimeoutInMinutes=60`,
  ],
  [
    "script",
    `aws iot update-job --job-id j --abort-config criteriaList={failureType=all,action=cancel,thresholdPercentage=1,minNumberOfExecutedThings=1}`,
    `aws iot update-job --job-id j --abort-config 'criteriaList=[{failureType=ALL,action=CANCEL,thresholdPercentage=1,minNumberOfExecutedThings=1}]'`,
  ],
];

for (const [notation, before, after] of mended) {
  test(`${notation}: fix all makes ${after || "no change"} of ${before}`, () => {
    assert.equal(applied(before, fixAll(analysisOf(before, notation))), after || before);
  });
}

test("fix all goes on after the problems that it looks at in one round", () => {
  const before = "aws iot update-job --job-id j --desc x\n".repeat(1200);
  const after = before.replaceAll("--desc", "--description");
  assert.equal(applied(before, fixAll(analysisOf(before, "script"))), after);
});

test("fix all is a source action that is given when asked for, and the quick fixes are not", () => {
  const analysis = analysisOf(`{"jobId": "j", "description": null}`);
  const kinds = (only?: readonly string[]): readonly string[] =>
    quickFixes(analysis, { start: 0, end: 40 }, { only, commands: [] }).map(({ kind = "" }) => kind);
  assert.deepEqual(kinds(), ["quickfix"]);
  assert.deepEqual(kinds(["source.fixAll"]), [fixAllKind]);
  assert.deepEqual(kinds([fixAllKind]), [fixAllKind]);
  assert.deepEqual(kinds(["refactor"]), []);
});

test("the severity of a rule can be changed where the client has the command, and a fixed one's cannot", () => {
  const commandsFor = (text: string, commands: readonly string[]): readonly unknown[] =>
    quickFixes(analysisOf(text), { start: 0, end: 99 }, { commands }).flatMap(({ command }) =>
      (command?.arguments ?? []).map(String),
    );
  assert.deepEqual(commandsFor(`{"jobId": "get", "description": ""}`, ["iotJobs.changeSeverity"]), [
    "reserved-job-id",
    "length",
  ]);
  assert.deepEqual(commandsFor(`{"jobId": "get", "description": ""}`, []), []);
  assert.deepEqual(commandsFor(``, ["iotJobs.changeSeverity"]), []);
});

/** How often each error stands in a text. */
function errors(text: string, notation: DocumentNotation): ReadonlyMap<string, number> {
  const { problems, rules } = analysisOf(text, notation);
  const found = problems.filter(({ code }) => rules.levelOf(code) === "error");
  return new Map(found.map(({ code }) => [code, found.filter((other) => other.code === code).length]));
}

test("no fix of any example of docs/rules.md, cut at every place, throws, overlaps itself or leaves an error of its own", () => {
  let tried = 0;
  for (const { notation, text } of sectionsOfRulesPage().flatMap(({ code, wrong }) =>
    code === "too-deep" ? [] : wrong,
  )) {
    for (let cut = text.length; cut > 0; cut -= 7) {
      const before = text.slice(0, cut);
      const analysis = analysisOf(before, notation);
      const known = errors(before, notation);
      for (const { title, edits, uncovers } of analysis.problems.flatMap((problem) => fixesOf(analysis, problem))) {
        tried++;
        const sorted = [...edits].sort((a, b) => a.start - b.start);
        const isInOrder = sorted.every(({ start, end }, at) => start <= end && end <= (sorted[at + 1]?.start ?? cut));
        assert.ok(isInOrder, `${title} of ${before}: ${JSON.stringify(sorted)}`);
        for (const [code, count] of errors(applied(before, edits), notation)) {
          const isOwn = !uncovers || ["syntax", "duplicate-member", "unknown-option"].includes(code);
          assert.ok(!isOwn || count <= (known.get(code) ?? 0), `${title} of ${before} adds ${code}`);
        }
      }
    }
  }
  assert.ok(tried > 1000, `${tried} fixes`);
});
