import assert from "node:assert/strict";
import { test } from "node:test";
import { fixPictures } from "../fixPictures";
import { accept, labels, plain, underlined } from "../fixture";

test("what the AWS CLI refuses of its own options is told, and what only the running script knows is not", () => {
  const picture = `--job-id j --description x
--output xml --color=red --cli-binary-format raw
         ~~~ syntax: Expected json, text, table, yaml, yaml-stream, off, found "xml".
                     ~~~ syntax: Expected on, off, auto, found "red".
                                             ~~~ syntax: Expected base64, raw-in-base64-out, found "raw".
--cli-read-timeout 1.5 --cli-connect-timeout -5
                   ~~~ syntax: Expected a whole number from 0, found "1.5".
                                             ~~ syntax: Expected a whole number from 0, found "-5".
--region eu-west-1 --query 'a[0]'`;
  assert.equal(underlined(plain(picture), "options"), picture);
  const right = `--output yaml-stream --color off --cli-error-format legacy --cli-read-timeout 0 --cli-connect-timeout 1_0`;
  for (const text of [right, `--output "$FORMAT" --cli-read-timeout $SECONDS`]) {
    assert.equal(underlined(`--job-id j --description x ${text}`, "options"), `--job-id j --description x ${text}`);
  }
});

fixPictures([
  [
    "script",
    "syntax",
    `aws --color='onn' iot update-job --job-id j --description x`,
    ["Change to on", `aws --color='on' iot update-job --job-id j --description x`],
    ["Change to off", `aws --color='off' iot update-job --job-id j --description x`],
    ["Change to auto", `aws --color='auto' iot update-job --job-id j --description x`],
  ],
]);

test("the words that an option of the AWS CLI takes are offered", () => {
  assert.deepEqual(labels(`aws iot update-job --color <|> --job-id j`, "script"), ["on", "off", "auto"]);
  assert.equal(accept(`--job-id j --output=<|>`, "yaml-stream", "options"), `--job-id j --output=yaml-stream`);
});
