import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentNotation } from "../../server/src/syntax/parse";
import { accept, accepted, analysisOf, labels, offered } from "../fixture";

function accepts(
  notation: DocumentNotation,
  name: string,
  [before, label, after]: readonly [string, string, string],
): void {
  test(`${notation}: ${name}`, () => assert.equal(accept(before, label, notation), after));
}

const inOptions = accepts.bind(undefined, "options");
const inScript = accepts.bind(undefined, "script");

test("options: those are offered that are not there, by their names as options", () => {
  const offers = labels(`--job-id j1 --timeout-config inProgressTimeoutInMinutes=5 <|>`, "options");
  assert.deepEqual(offers.filter((label) => label.startsWith("--")).slice(0, 6), [
    "--description",
    "--presigned-url-config",
    "--job-executions-rollout-config",
    "--abort-config",
    "--namespace-id",
    "--job-executions-retry-config",
  ]);
  const globals = labels("--region us-east-1 <|>", "options").filter((label) => /^--(?:region|profile)$/.test(label));
  assert.deepEqual(globals, ["--profile"]);
});

inOptions("an option with its value", [
  `--job-id j1 --time<|>`,
  "--timeout-config",
  `--job-id j1 --timeout-config inProgressTimeoutInMinutes=60`,
]);
inOptions("brackets, braces and blanks in single quotes, which a shell keeps", [
  `--job-id j1 <|>`,
  "--job-executions-retry-config",
  `--job-id j1 --job-executions-retry-config 'criteriaList=[{failureType=FAILED,numberOfRetries=0}]'`,
]);
inOptions("an option that has its value is only renamed", [
  `--job-id j1 --desc<|> 'a b'`,
  "--description",
  `--job-id j1 --description 'a b'`,
]);
inOptions("a new option before another", [
  `--job-id j1 <|>--description x`,
  "--namespace-id",
  `--job-id j1 --namespace-id my-namespace --description x`,
]);
inOptions("a word without dashes becomes the option", [
  `--job-id j1 desc<|>`,
  "--description",
  `--job-id j1 --description 'Firmware 2.1 for sensors'`,
]);
inOptions("a recipe", [
  `--job-executions-rollout-config <|>`,
  "careful rollout",
  `--job-executions-rollout-config 'maximumPerMinute=100,exponentialRate={baseRatePerMinute=10,incrementFactor=1.5,rateIncreaseCriteria={numberOfSucceededThings=100}}'`,
]);
inOptions("a value behind the equals sign", [`--job-id=<|>`, "example", `--job-id=example-job-01`]);
inOptions("a value with blanks gets quotes", [
  `--description <|>`,
  "example",
  `--description 'Firmware 2.1 for sensors'`,
]);
inOptions("in quotes it needs none", [`--description "<|>"`, "example", `--description "Firmware 2.1 for sensors"`]);
inOptions("a known option's prefix is enough", [
  `--timeout in<|>`,
  "inProgressTimeoutInMinutes",
  `--timeout inProgressTimeoutInMinutes=60`,
]);
inOptions("the members of a shorthand value", [
  `--presigned-url-config expiresInSec=60,<|>`,
  "roleArn",
  `--presigned-url-config expiresInSec=60,roleArn=arn:aws:iam::123456789012:role/S3DownloadRole`,
]);
inOptions("in braces, with the comma that is missing", [
  `--abort-config 'criteriaList=[{failureType=FAILED <|>}]'`,
  "action",
  `--abort-config 'criteriaList=[{failureType=FAILED, action=CANCEL}]'`,
]);
inOptions("before another member", [
  `--abort-config 'criteriaList=[{<|> action=CANCEL}]'`,
  "failureType",
  `--abort-config 'criteriaList=[{failureType=FAILED, action=CANCEL}]'`,
]);
inOptions("a key before an equals sign is only renamed", [
  `--abort-config "criteriaList=[{fail<|>=ALL}]"`,
  "failureType",
  `--abort-config "criteriaList=[{failureType=ALL}]"`,
]);
inOptions("an enum in shorthand", [
  `--abort-config 'criteriaList=[{failureType=<|>,action=CANCEL}]'`,
  "TIMED_OUT",
  `--abort-config 'criteriaList=[{failureType=TIMED_OUT,action=CANCEL}]'`,
]);
inOptions("in the quotes of shorthand", [
  `--abort-config 'criteriaList=[{failureType="F<|>"}]'`,
  "FAILED",
  `--abort-config 'criteriaList=[{failureType=FAILED}]'`,
]);
inOptions("a list in a bare word puts quotes around the word", [
  `--job-executions-retry-config criteriaList=<|>`,
  "[ … ]",
  `--job-executions-retry-config 'criteriaList=[{failureType=FAILED,numberOfRetries=0}]'`,
]);
inOptions("behind an equals sign the quotes open there", [
  `--job-executions-retry-config=criteria<|>`,
  "criteriaList",
  `--job-executions-retry-config='criteriaList=[{failureType=FAILED,numberOfRetries=0}]'`,
]);
inOptions("JSON in single quotes", [
  `--timeout-config '{<|>}'`,
  "inProgressTimeoutInMinutes",
  `--timeout-config '{"inProgressTimeoutInMinutes": 60}'`,
]);
inOptions("JSON in double quotes has its own escaped", [
  `--abort-config "{\\"criteriaList\\": [{\\"fail<|>\\"}]}"`,
  "failureType",
  `--abort-config "{\\"criteriaList\\": [{\\"failureType\\": \\"FAILED\\"}]}"`,
]);
inOptions("JSON on lines gets lines", [
  `--cli-input-json '{
  "jobId": "j1",
  <|>
}'`,
  "timeoutConfig",
  `--cli-input-json '{
  "jobId": "j1",
  "timeoutConfig": {
    "inProgressTimeoutInMinutes": 60
  }
}'`,
]);
inOptions("the whole input as JSON", [
  `--cli-input-json <|>`,
  "UpdateJob payload",
  `--cli-input-json '{"jobId": "example-job-01", "timeoutConfig": {"inProgressTimeoutInMinutes": 60}}'`,
]);
inOptions("or as a file", [`--cli-input-json <|>`, "file://", `--cli-input-json file://payload.update-job.json`]);
inOptions("the whole input as YAML, its lines where they stand in it", [
  `  --cli-input-yaml <|>`,
  "UpdateJob payload",
  `  --cli-input-yaml 'jobId: example-job-01
timeoutConfig:
  inProgressTimeoutInMinutes: 60'`,
]);
inOptions("YAML gets lines as deep as its own", [
  `  --cli-input-yaml "abortConfig:
    criteriaList:
    - failureType: ALL
      <|>
"`,
  "action",
  `  --cli-input-yaml "abortConfig:
    criteriaList:
    - failureType: ALL
      action: CANCEL
"`,
]);
inOptions("an empty file offers a whole command", [
  `# of the fleet
<|>`,
  "UpdateJob payload",
  `# of the fleet
aws iot update-job \\
  --job-id example-job-01 \\
  --timeout-config inProgressTimeoutInMinutes=60`,
]);

inScript("an option on the next line of the command", [
  `aws iot update-job --job-id j1 \\
  <|>
echo done`,
  "--namespace-id",
  `aws iot update-job --job-id j1 \\
  --namespace-id my-namespace
echo done`,
]);
inScript("in a substitution, inside quotes", [
  `x="$(aws iot update-job --job-id j1 --timeout-config <|>)"`,
  "inProgressTimeoutInMinutes",
  `x="$(aws iot update-job --job-id j1 --timeout-config inProgressTimeoutInMinutes=60)"`,
]);
inScript("at the end of an array, with its value", [
  `update=(aws iot update-job --job-id x <|>)`,
  "--timeout-config",
  `update=(aws iot update-job --job-id x --timeout-config inProgressTimeoutInMinutes=60)`,
]);
inScript("before what xargs puts after, without", [
  `xargs -n1 aws iot update-job --description x <|>`,
  "--job-id",
  `xargs -n1 aws iot update-job --description x --job-id`,
]);
inScript("beside a variable, which stays", [
  `aws iot update-job --job-id "$JOB" --abort-config "{\\"criteriaList\\": [{\\"failureType\\": \\"$TYPE\\", <|>}]}"`,
  "action",
  `aws iot update-job --job-id "$JOB" --abort-config "{\\"criteriaList\\": [{\\"failureType\\": \\"$TYPE\\", \\"action\\": \\"CANCEL\\"}]}"`,
]);
test("script: a text with a quote goes into single quotes as a shell wants it", () => {
  const roleArns = (): readonly string[] => ["arn:it's"];
  const before = `aws iot update-job --presigned-url-config 'roleArn=<|>'`;
  const [item] = offered(before, "script", { roleArns });
  const after = item && accepted(before, item);
  assert.equal(after, `aws iot update-job --presigned-url-config 'roleArn="arn:it'\\''s"'`);
});

for (const [where, text, notation] of [
  ["outside of the command", "aws iot update-job --job-id j1\necho <|>", "script"],
  ["before its words", "aws <|> iot update-job", "script"],
  ["in a comment", "aws iot update-job --job-id j1 # <|>", "script"],
  ["in a variable's name", 'aws iot update-job --job-id "$JO<|>"', "script"],
  ["in another command's substitution", "aws iot update-job --job-id $(cat <|>)", "script"],
  ["behind a finished word", "--job-id 'j1'<|>", "options"],
  ["below a quote that is not closed yet", "--abort-config 'criteriaList=[\n<|>", "options"],
  ["in a value over lines that is no JSON", "--cli-input-json 'jobId<|>: j1\n'", "options"],
  ["behind a backslash", "--job-id j1 \\<|>", "options"],
  ["as the target of a redirection", "aws iot update-job --job-id j1 > <|>", "script"],
  ["as the value of an option of the AWS CLI itself", "--region <|>", "options"],
] as const) {
  test(`nothing is offered ${where}`, () => assert.deepEqual(labels(text, notation), []));
}

test("an option that has a value may become one that takes such a value", () => {
  const offers = labels("--<|> j1", "options");
  assert.ok(offers.includes("--job-id"));
  assert.ok(!offers.includes("--abort-config") && !offers.includes("--debug"));
});

test("members of the input are not offered as options, nor those of options in the input", () => {
  const known = ["--description", "--namespace-id", "jobId", "namespaceId"];
  const offers = (text: string): readonly string[] => labels(text, "options").filter((label) => known.includes(label));
  assert.deepEqual(offers(`--cli-input-json '{"description": "x"}' <|>`), ["--namespace-id"]);
  assert.deepEqual(offers(`--job-id j1 --cli-input-json '{<|>}'`), ["namespaceId"]);
});

test("a whole input leaves out what the options give", () => {
  assert.equal(
    accept(`--job-id j1 --cli-input-json '{<|>}'`, "UpdateJob payload", "options"),
    `--job-id j1 --cli-input-json '{"timeoutConfig": {"inProgressTimeoutInMinutes": 60}}'`,
  );
});

test("a script's items are filtered by what is typed, its quotes included", () => {
  const [item] = offered(`aws iot update-job --timeout-config "{\\"in<|>"`, "script");
  assert.equal(item?.filterText, `\\"inProgressTimeoutInMinutes`);
});

test("the whole command breaks no rule", () => {
  assert.deepEqual(analysisOf(accept("<|>", "UpdateJob payload, all members", "options"), "options").problems, []);
});
