import assert from "node:assert/strict";
import { test } from "node:test";
import { readShell } from "../../server/src/syntax/shell/shell";
import { accept, accepted, analysisOf, atCursor, labels, offered } from "../fixture";
import { commandsAtCursor, known, nestings, wordsOf } from "../nestedScripts";

function inScript(name: string, [before, label, after]: readonly [string, string, string]): void {
  test(`nested: ${name}`, () => assert.equal(accept(before, label, "script"), after));
}

inScript("a value with blanks gets the quotes that do not end those around it", [
  `bash -c 'aws iot update-job --job-id x <|>' && echo done`,
  "--description",
  `bash -c 'aws iot update-job --job-id x --description "Firmware 2.1 for sensors"' && echo done`,
]);
inScript("a value in double quotes gets single ones", [
  `bash -c "aws iot update-job --job-id x --timeout-config <|>"`,
  "{ … }",
  `bash -c "aws iot update-job --job-id x --timeout-config inProgressTimeoutInMinutes=60"`,
]);
inScript("a list keeps its braces from both shells", [
  `ssh h "aws iot update-job --job-id x --job-executions-retry-config <|>"`,
  "{ … }",
  `ssh h "aws iot update-job --job-id x --job-executions-retry-config 'criteriaList=[{failureType=FAILED,numberOfRetries=0}]'"`,
]);
inScript("JSON in braces without quotes", [
  `bash -c 'aws iot update-job --job-id x --timeout-config {<|>}'`,
  "inProgressTimeoutInMinutes",
  `bash -c 'aws iot update-job --job-id x --timeout-config "{\\"inProgressTimeoutInMinutes\\": 60}"'`,
]);
inScript("JSON in single quotes in double ones", [
  `bash -c "aws iot update-job --job-id x --cli-input-json '{<|>}'"`,
  "namespaceId",
  `bash -c "aws iot update-job --job-id x --cli-input-json '{\\"namespaceId\\": \\"my-namespace\\"}'"`,
]);
inScript("JSON in double quotes in double ones", [
  String.raw`bash -c "aws iot update-job --job-id x --cli-input-json \"{<|>}\""`,
  "namespaceId",
  String.raw`bash -c "aws iot update-job --job-id x --cli-input-json \"{\\\"namespaceId\\\": \\\"my-namespace\\\"}\""`,
]);
inScript("JSON in $'…'", [
  String.raw`aws iot update-job --job-id x --cli-input-json $'{\n  "description": "it\'s \x61" <|>}'`,
  "namespaceId",
  String.raw`aws iot update-job --job-id x --cli-input-json $'{\n  "description": "it\'s \x61", "namespaceId": "my-namespace"}'`,
]);

inScript("a second shell takes the quotes off that the first one leaves: the value is left to the user", [
  `ssh host aws iot update-job --job-id x <|>`,
  "--description",
  `ssh host aws iot update-job --job-id x --description`,
]);
inScript("what needs no quotes is read the same twice", [
  `eval aws iot update-job --job-id x <|>`,
  "--timeout-config",
  `eval aws iot update-job --job-id x --timeout-config inProgressTimeoutInMinutes=60`,
]);
test("nothing is offered that a second shell would take apart", () => {
  const before = "ssh host aws iot update-job --job-id x";
  assert.deepEqual(labels(`${before} --description <|>`, "script"), []);
  assert.deepEqual(labels(`${before} --cli-input-json '{<|>}'`, "script"), []);
  assert.ok(labels(`${before} <|>`, "script").every((label) => label.startsWith("--")));
});

function syntaxProblemsIn(text: string): number {
  return analysisOf(text, "script").tree.problems.length;
}

function problemsIn(text: string): number {
  return analysisOf(text, "script").problems.length;
}

for (const [around, nested] of nestings) {
  test(`in ${around} each item does what it does in a script of its own`, () => {
    for (const script of commandsAtCursor) {
      const plainly = new Map(offered(script, "script", known).map((item) => [item.label, accepted(script, item)]));
      const marked = nested(script);
      const items = offered(marked, "script", known);
      const labels = items.map(({ label }) => label);
      assert.deepEqual(labels, [...plainly.keys()], marked);
      for (const item of items) {
        const plain = plainly.get(item.label) ?? "";
        const after = accepted(marked, item);
        assert.deepEqual(wordsOf(after), wordsOf(plain), `${marked}\n${item.label}\n${after}`);
        assert.ok(problemsIn(after) <= problemsIn(atCursor(marked).text) + problemsIn(plain), after);
      }
    }
  });
}

const options = String.raw`aws iot update-job --region us-east-1 \
  --job-id "$JOB" --description "It's 5 \"new\" \$" --timeout-config=inProgressTimeoutInMinutes=45 \
  --presigned-url-config $'{"roleArn": "arn:aws:iam::1:role/R", \x22expiresInSec\x22: 60}' \
  --job-executions-rollout-config '{"maximumPerMinute": 50, "exponentialRate": {"baseRatePerMinute": 10}}' \
  --abort-config 'criteriaList=[{failureType=TIMED_OUT,action=CANCEL}, {failureType = FAILED , action="CANCEL"}]'`;

/** How many words each command of a script has that is no part of another. */
function wordCounts(text: string): readonly number[] {
  return readShell(text, { start: 0, end: text.length }, "script").commands.map((words) => words.length);
}

for (const [around, nested] of nestings.slice(0, 2)) {
  test(`at each character in ${around}, and cut there, accepting an item leaves the words around as they are`, () => {
    let count = 0;
    for (let offset = 0; offset <= options.length; offset++) {
      for (const behind of [options.slice(offset), ""]) {
        const marked = `${nested(`${options.slice(0, offset)}<|>${behind}`)} && echo done`;
        const before = atCursor(marked).text;
        for (const item of offered(marked, "script", known)) {
          const after = accepted(marked, item);
          assert.deepEqual(wordCounts(after), wordCounts(before), `${marked}\n${item.label}\n${after}`);
          assert.ok(syntaxProblemsIn(after) <= syntaxProblemsIn(before), `${marked}\n${item.label}\n${after}`);
          count++;
        }
      }
    }
    assert.ok(count > 1000, `${count} items`);
  });
}
