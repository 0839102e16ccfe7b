import assert from "node:assert/strict";
import { test } from "node:test";
import { accountOf, chosen } from "../../client/src/aws/account";
import { profilesIn } from "../../client/src/aws/sharedFiles";

const config = `[profile fleet]
region = eu-west-1
s3 =
  region = nested
[default]
output = json
[sso-session corp]
region = us-west-2
[profile 'two words']
endpoint_url = http://127.0.0.1:1
`;
const profiles = profilesIn(config, "[fleet]\naws_access_key_id = x\n[only-keys]\n");
const unset = { profile: "", region: "", endpoint: "" };

test("profiles come from both files, default first, sessions are none", () => {
  assert.deepEqual(
    profiles.map(({ name, region }) => [name, region]),
    [
      ["default", undefined],
      ["fleet", "eu-west-1"],
      ["two words", undefined],
      ["only-keys", undefined],
    ],
  );
});

test("the region is the setting's, else the environment's, else the profile's", () => {
  const region = (setting: string, env: NodeJS.ProcessEnv): string | undefined =>
    chosen({ ...unset, profile: "fleet", region: setting }, env, profiles).region;
  assert.equal(region("eu-north-1", { AWS_REGION: "us-east-2" }), "eu-north-1");
  assert.equal(region("", { AWS_REGION: "us-east-2" }), "us-east-2");
  assert.equal(region("", { AWS_DEFAULT_REGION: "us-east-2" }), "us-east-2");
  assert.equal(region("", {}), "eu-west-1");
});

test("without a region there is no account, and no default region", () => {
  assert.equal(accountOf(chosen(unset, {}, profiles)), undefined);
});

test("an endpoint of the environment or the profile is known, so that it can be named", () => {
  assert.equal(chosen(unset, { AWS_ENDPOINT_URL: "http://127.0.0.1:2" }, profiles).endpoint, "http://127.0.0.1:2");
  assert.equal(chosen({ ...unset, profile: "two words" }, {}, profiles).endpoint, "http://127.0.0.1:1");
});
