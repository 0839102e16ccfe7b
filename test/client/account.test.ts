import assert from "node:assert/strict";
import { test } from "node:test";
import { accountInWords, accountOf, chosen } from "../../client/src/aws/account";
import type { Account, Choice } from "../../client/src/aws/account";
import { sharedFilesIn } from "../../client/src/aws/sharedFiles";

const config = `[profile fleet]
region = eu-west-1 # of the sensors
s3 =
  region = nested
credential_process = /opt/bin/keys --for "fleet 7"
[default]
output = json
[sso-session corp]
region = us-west-2
[profile 'two words']
endpoint_url = http://127.0.0.1:1
[profile local]
services = lab
endpoint_url = http://127.0.0.1:2
use_fips_endpoint = true
use_dualstack_endpoint = true
ca_bundle = /etc/lab.pem
[services lab]
iot =
  endpoint_url = http://127.0.0.1:3
sts =
  endpoint_url = http://127.0.0.1:4
`;
const files = sharedFilesIn(config, "[fleet]\naws_access_key_id = x\n[only-keys]\n");
const unset = { profile: "", region: "", endpoint: "" };

function choose(settings: Partial<typeof unset>, env: NodeJS.ProcessEnv = {}): Choice {
  return chosen({ ...unset, ...settings }, env, files);
}

test("profiles come from both files, default first, sessions and services are none", () => {
  assert.deepEqual(
    files.profiles.map(({ name, settings }) => [name, settings.get("region")]),
    [
      ["default", undefined],
      ["fleet", "eu-west-1"],
      ["two words", undefined],
      ["local", undefined],
      ["only-keys", undefined],
    ],
  );
});

test("a profile has the settings of both files, values with blanks included, nested ones apart", () => {
  assert.deepEqual(Object.fromEntries(files.profiles[1]?.settings ?? []), {
    region: "eu-west-1",
    "s3.region": "nested",
    credential_process: '/opt/bin/keys --for "fleet 7"',
    aws_access_key_id: "x",
  });
});

test("a setting that is no text counts as none", () => {
  const odd = { profile: 5, region: null, endpoint: {} };
  assert.deepEqual(chosen(odd, { AWS_REGION: "eu-west-1" }, files), choose({}, { AWS_REGION: "eu-west-1" }));
});

test("the region is the setting's, else the environment's, else the profile's", () => {
  const region = (setting: string, env: NodeJS.ProcessEnv): string | undefined =>
    choose({ profile: "fleet", region: setting }, env).region;
  assert.equal(region("eu-north-1", { AWS_REGION: "us-east-2" }), "eu-north-1");
  assert.equal(region("", { AWS_REGION: "us-east-2" }), "us-east-2");
  assert.equal(region("", { AWS_DEFAULT_REGION: "us-east-2" }), "us-east-2");
  assert.equal(region("", {}), "eu-west-1");
});

test("without a region there is no account, and no default region", () => {
  assert.equal(accountOf(choose({})), undefined);
});

test("an endpoint is the setting's, else the environment's, else the one that the chosen profile has for the service", () => {
  const env = { AWS_ENDPOINT_URL: "http://127.0.0.1:5" };
  const endpoints = (choice: Choice): unknown => {
    const { identityEndpoint, stsEndpoint, ssoEndpoint } = choice.network;
    return [choice.endpoint, identityEndpoint, stsEndpoint, ssoEndpoint].map((each) => each?.slice(-1));
  };
  //                                                                         iot identity sts  sso
  assert.deepEqual(endpoints(choose({ profile: "local" })), /*            */ ["3", "4", "4", "2"]);
  assert.deepEqual(endpoints(choose({ profile: "two words" })), /*        */ ["1", "1", "1", "1"]);
  assert.deepEqual(endpoints(choose({ profile: "local" }, env)), /*       */ ["5", "5", "5", "5"]);
  assert.deepEqual(endpoints(choose({ profile: "local", endpoint: "9" })), ["9", "9", "4", "2"]);
  assert.deepEqual(endpoints(choose({ profile: "local" }, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" })), [
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  assert.deepEqual(endpoints(choose({ profile: "fleet" })), [undefined, undefined, undefined, undefined]);
});

test("FIPS, dual-stack and the file of certificates are the environment's, else the profile's", () => {
  const { fips, dualStack, caBundle } = choose({ profile: "local" }).network;
  assert.deepEqual({ fips, dualStack, caBundle }, { fips: true, dualStack: true, caBundle: "/etc/lab.pem" });
  const env = { AWS_USE_FIPS_ENDPOINT: "false", AWS_USE_DUALSTACK_ENDPOINT: "True", AWS_CA_BUNDLE: "/etc/all.pem" };
  const { network } = choose({ profile: "local" }, env);
  assert.deepEqual([network.fips, network.dualStack, network.caBundle], [false, true, "/etc/all.pem"]);
});

function words(settings: Partial<typeof unset>, kind: Account["kind"] = "aws"): string {
  const account = accountOf(choose(settings));
  return account === undefined ? "" : accountInWords({ ...account, kind });
}

test("an account in words says whose it is, where, and whether that is AWS", () => {
  assert.equal(words({ profile: "fleet" }), "Profile fleet · eu-west-1");
  assert.equal(words({ region: "us-east-2" }), "Default credentials · us-east-2");
  assert.equal(
    words({ region: "us-east-2", endpoint: "http://127.0.0.1:4566/secret" }),
    "Default credentials · us-east-2 · endpoint 127.0.0.1:4566, not AWS's own",
  );
  assert.equal(words({ region: "us-west-2" }, "samples"), "Sample jobs on this machine, not AWS");
});
