import assert from "node:assert/strict";
import { test } from "node:test";
import { payload } from "../../server/src/features/payload";
import { analysisOf } from "../fixture";

test("a command says where it goes; what is known only when it runs, and any endpoint, does not count", () => {
  const of = (options: string): unknown => {
    const found = payload(analysisOf(`aws ${options} iot update-job --job-id a --description x`, "script"), undefined);
    return [found?.account, ...(found?.warnings ?? [])];
  };
  assert.deepEqual(of("--output json"), [{}]);
  assert.deepEqual(of("--profile prod --region=us-east-1"), [{ profile: "prod", region: "us-east-1" }]);
  assert.deepEqual(of("--profile 'two words' --profile last"), [{ profile: "last" }]);
  assert.deepEqual(of("--region evil.example/x"), [
    {},
    "What the command says of --region does not count here; the setting of this window does.",
  ]);
  assert.deepEqual(of('--profile "$PROFILE" --region us-$SIDE-1 --endpoint-url http://127.0.0.1:4566'), [
    {},
    "What the command says of --profile, --region, --endpoint-url does not count here; the setting of this window does.",
  ]);
});

/** Where the command of a script goes, and the warnings. */
function accountOf(script: string): unknown {
  const call = "update-job --job-id a --description x";
  const found = payload(analysisOf(script.replace("update-job", call), "script"), undefined);
  return [found?.account, ...(found?.warnings ?? [])];
}

test("what a script gives the variables of the AWS CLI before the command says where that goes, too", () => {
  assert.deepEqual(accountOf("AWS_PROFILE=prod aws iot update-job"), [{ profile: "prod" }]);
  assert.deepEqual(
    accountOf("export AWS_PROFILE=test AWS_DEFAULT_REGION='eu-west-1'\n\naws iot update-job --prof prod"),
    [{ profile: "prod", region: "eu-west-1" }],
  );
  assert.deepEqual(
    accountOf('AWS_REGION=$1 AWS_ENDPOINT_URL=http://127.0.0.1:4566 env AWS_PROFILE="$2" aws iot update-job'),
    [
      {},
      "What the command says of AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL does not count here; the setting of this window does.",
    ],
  );
  assert.deepEqual(accountOf("# AWS_PROFILE=prod\naws iot update-job"), [{}]);
  assert.deepEqual(accountOf("aws-vault exec prod -- aws iot update-job"), [{ profile: "prod" }]);
});

test("a variable counts in its part of the script, and for its own command alone where it stands before one", () => {
  assert.deepEqual(accountOf("AWS_PROFILE=prod aws s3 ls\naws iot update-job"), [{}]);
  assert.deepEqual(accountOf("export AWS_PROFILE=prod; unset AWS_PROFILE; aws iot update-job"), [{}]);
  assert.deepEqual(accountOf("AWS_PROFILE=test\nout=$(AWS_PROFILE=prod aws iot update-job)"), [{ profile: "prod" }]);
  assert.deepEqual(accountOf("out=$(AWS_PROFILE=prod; date) || `aws iot update-job`"), [{}]);
  assert.deepEqual(accountOf("AWS_PROFILE=prod bash -c 'AWS_REGION=eu-west-1 aws iot update-job'"), [
    { profile: "prod", region: "eu-west-1" },
  ]);
});

test("an option of a command in quotes of another is read without the quotes of both", () => {
  assert.deepEqual(accountOf(String.raw`bash -c "aws --profile \"prod\" iot update-job"`), [{ profile: "prod" }]);
  assert.deepEqual(accountOf(String.raw`bash -c 'aws --profile '\''prod'\'' iot update-job'`), [{ profile: "prod" }]);
  assert.deepEqual(accountOf(String.raw`ssh h "date; aws --region \"eu-west-1\" iot update-job"`), [
    { region: "eu-west-1" },
  ]);
});
