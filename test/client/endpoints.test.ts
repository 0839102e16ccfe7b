import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer } from "node:https";
import path from "node:path";
import { test } from "node:test";
import { IoTClient, ListJobsCommand } from "@aws-sdk/client-iot";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Account } from "../../client/src/aws/account";
import { failureOf } from "../../client/src/aws/failure";
import { configuration, connect } from "../../client/src/aws/sdk";
import { listening } from "../loopback";
import { inTemporaryFolder } from "../temporaryFolder";
import { accountWith } from "./accountOf";
import { certificate, key } from "./certificate";

const env = { AWS_ACCESS_KEY_ID: "ENV", AWS_SECRET_ACCESS_KEY: "s" };
const credentials = () => Promise.resolve({ accessKeyId: "ENV", secretAccessKey: "s" });

/** Where a call of AWS IoT and the question who calls would go: requests are looked at, and not sent. */
async function hosts(account: Account): Promise<readonly string[]> {
  const { iot, sts } = configuration(account);
  const seen: string[] = [];
  const requestHandler = {
    handle: ({ hostname }: { readonly hostname: string }) => {
      seen.push(hostname);
      return Promise.reject(new Error("This is far enough."));
    },
  };
  const options = { credentials, requestHandler, maxAttempts: 1 };
  await new IoTClient({ ...iot, ...options }).send(new ListJobsCommand({})).catch(() => undefined);
  await new STSClient({ ...sts, ...options }).send(new GetCallerIdentityCommand({})).catch(() => undefined);
  return seen;
}

test("each partition has its endpoints, also those of FIPS and of dual-stack", async () => {
  const at = (region: string, more: NodeJS.ProcessEnv = {}): Promise<readonly string[]> =>
    hosts(accountWith({ region }, { env: { ...env, ...more } }));
  assert.deepEqual(await at("eu-west-1"), ["iot.eu-west-1.amazonaws.com", "sts.eu-west-1.amazonaws.com"]);
  assert.deepEqual(await at("cn-north-1"), ["iot.cn-north-1.amazonaws.com.cn", "sts.cn-north-1.amazonaws.com.cn"]);
  assert.deepEqual(await at("us-gov-west-1"), ["iot.us-gov-west-1.amazonaws.com", "sts.us-gov-west-1.amazonaws.com"]);
  assert.deepEqual(await at("us-east-2", { AWS_USE_FIPS_ENDPOINT: "true" }), [
    "iot-fips.us-east-2.amazonaws.com",
    "sts-fips.us-east-2.amazonaws.com",
  ]);
  assert.deepEqual(await at("us-east-2", { AWS_USE_DUALSTACK_ENDPOINT: "true" }), [
    "iot.us-east-2.api.aws",
    "sts.us-east-2.api.aws",
  ]);
});

test("the chosen profile decides, not the default profile nor the one of the environment", async () => {
  const config =
    "[default]\nendpoint_url = https://default.test\n[profile a]\nendpoint_url = https://a.test\n[profile b]\n";
  const chosen = (profile: string): Promise<readonly string[]> =>
    hosts(accountWith({ profile, region: "eu-west-1" }, { config, env: { AWS_PROFILE: "default" } }));
  assert.deepEqual(await chosen("a"), ["a.test", "a.test"]);
  assert.deepEqual(await chosen("b"), ["iot.eu-west-1.amazonaws.com", "sts.eu-west-1.amazonaws.com"]);
});

test("a certificate of AWS_CA_BUNDLE is trusted, and no other that the machine does not know", async () => {
  const server = createServer({ cert: certificate, key }, (_, response) => response.end(`{"jobs": [{"jobId": "j1"}]}`));
  const endpoint = `https://127.0.0.1:${await listening(server)}`;
  const list = (more: NodeJS.ProcessEnv): Promise<string | undefined> =>
    connect(samples(accountWith({ region: "eu-west-1", endpoint }, { env: more })))
      .list({}, { size: 1, token: undefined }, new AbortController().signal)
      .then(
        ({ items }) => items[0]?.jobId,
        (error: unknown) => failureOf(error).kind,
      );
  try {
    await inTemporaryFolder(async (folder) => {
      const bundle = path.join(folder, "ca.pem");
      writeFileSync(bundle, certificate);
      assert.equal(await list({ AWS_CA_BUNDLE: bundle }), "j1");
      assert.equal(await list({}), "certificate");
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

/** With credentials that need no environment. */
function samples(account: Account): Account {
  return { ...account, kind: "samples" };
}
