import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { failureOf, logLine } from "../../client/src/aws/failure";
import { accountOf, chosen } from "../../client/src/aws/account";
import type { AskForCode } from "../../client/src/aws/credentials";
import type { Jobs } from "../../client/src/aws/jobs";
import { connect } from "../../client/src/aws/sdk";
import { sharedFiles } from "../../client/src/aws/sharedFiles";
import { onLoopback, sso } from "./loopbackAws";

const never = new AbortController().signal;

/** The jobs of a profile of the machine, or of its environment. */
async function jobsOf(profile: string, askForCode?: AskForCode): Promise<Jobs> {
  const settings = { profile, region: "eu-west-1", endpoint: "" };
  const account = accountOf(chosen(settings, process.env, await sharedFiles(process.env)));
  assert.ok(account);
  return connect(account, askForCode);
}

function list(jobs: Jobs): Promise<unknown> {
  return jobs.list({}, { size: 50, token: undefined }, never);
}

async function failureWith(jobs: Jobs): Promise<string> {
  return list(jobs).then(
    () => "none",
    (error: unknown) => failureOf(error).kind,
  );
}

const keys = `[profile keys]
aws_access_key_id = KEYS
aws_secret_access_key = s
endpoint_url = ENDPOINT
`;

test("a profile with keys signs with them, over those of the environment", async () => {
  await onLoopback(keys, async ({ calls }) => {
    process.env["AWS_ACCESS_KEY_ID"] = "ENV";
    process.env["AWS_SECRET_ACCESS_KEY"] = "s";
    await list(await jobsOf("keys"));
    assert.deepEqual(calls, ["ListJobs by KEYS"]);
  });
});

test("without a profile, the environment has the keys", async () => {
  await onLoopback("[default]\nendpoint_url = ENDPOINT\n", async ({ calls }) => {
    process.env["AWS_ACCESS_KEY_ID"] = "ENV";
    process.env["AWS_SECRET_ACCESS_KEY"] = "s";
    await list(await jobsOf(""));
    assert.deepEqual(calls, ["ListJobs by ENV"]);
  });
});

test("a role is assumed with the keys of its source profile, once for all calls", async () => {
  const config = `${keys}[profile deployer]
role_arn = arn:aws:iam::123456789012:role/deployer
source_profile = keys
endpoint_url = ENDPOINT
`;
  await onLoopback(config, async ({ calls }) => {
    const jobs = await jobsOf("deployer");
    await Promise.all([list(jobs), jobs.callerIdentity(never)]);
    await list(jobs);
    assert.deepEqual(
      [calls[0], ...calls.slice(1).sort()],
      [
        "AssumeRole arn:aws:iam::123456789012:role/deployer by KEYS",
        "GetCallerIdentity by ROLE-DEPLOYER",
        "ListJobs by ROLE-DEPLOYER",
        "ListJobs by ROLE-DEPLOYER",
      ],
    );
  });
});

const withMfa = `${keys}[profile careful]
role_arn = arn:aws:iam::123456789012:role/careful
source_profile = keys
mfa_serial = arn:aws:iam::123456789012:mfa/phone
endpoint_url = ENDPOINT
`;

test("a role with MFA asks for the code of its device, once", async () => {
  await onLoopback(withMfa, async ({ calls }) => {
    const asked: string[] = [];
    const jobs = await jobsOf("careful", (serial) => {
      asked.push(serial);
      return Promise.resolve("123456");
    });
    await Promise.all([list(jobs), list(jobs)]);
    await list(jobs);
    assert.deepEqual(asked, ["arn:aws:iam::123456789012:mfa/phone"]);
    assert.equal(calls[0], "AssumeRole arn:aws:iam::123456789012:role/careful by KEYS with code 123456");
  });
});

test("without the code, nothing is called and the failure says why", async () => {
  await onLoopback(withMfa, async ({ calls }) => {
    const refuse = (): Promise<string> => Promise.reject(Object.assign(new Error("…"), { name: "NoCodeError" }));
    assert.equal(await failureWith(await jobsOf("careful", refuse)), "noCode");
    assert.deepEqual(calls, []);
  });
});

test("a program gives credentials; one that fails leaves no other identity in its place", async () => {
  const config = `[profile program]
credential_process = echo '{"Version": 1, "AccessKeyId": "PROGRAM", "SecretAccessKey": "s"}'
endpoint_url = ENDPOINT
[profile broken]
credential_process = exit 1
endpoint_url = ENDPOINT
`;
  await onLoopback(config, async ({ calls }) => {
    process.env["AWS_ACCESS_KEY_ID"] = "ENV";
    process.env["AWS_SECRET_ACCESS_KEY"] = "s";
    await list(await jobsOf("program"));
    assert.equal(await failureWith(await jobsOf("broken")), "noCredentials");
    assert.deepEqual(calls, ["ListJobs by PROGRAM"]);
  });
});

test("credentials that are about to expire are renewed by one program, however many calls wait for them", async () => {
  const expiration = new Date(Date.now() + 60_000).toISOString();
  const config = `[profile program]
credential_process = echo run >> HOME/runs; echo '{"Version": 1, "AccessKeyId": "K", "SecretAccessKey": "s", "Expiration": "${expiration}"}'
`;
  await onLoopback(config, async ({ home }) => {
    const jobs = await jobsOf("program");
    await jobs.authenticate(never);
    await Promise.all([jobs.authenticate(never), jobs.authenticate(never)]);
    assert.equal(readFileSync(path.join(home, "runs"), "utf8"), "run\nrun\n");
  });
});

test("what a program for credentials is called with, and what it writes, is not logged", async () => {
  const config = `[profile broken]
credential_process = sh -c 'echo hunter2 >&2; exit 3' login --password hunter2
`;
  await onLoopback(config, async () => {
    const error: unknown = await list(await jobsOf("broken")).catch((reason: unknown) => reason);
    assert.equal(
      logLine(error),
      "CredentialsProviderError: The credential_process failed. Run it in a terminal to see why. (request without id)",
    );
  });
});

test("no program runs before the first call", async () => {
  const config = "[profile program]\ncredential_process = touch HOME/ran\nendpoint_url = ENDPOINT\n";
  await onLoopback(config, async ({ home }) => {
    const jobs = await jobsOf("program");
    assert.equal(existsSync(path.join(home, "ran")), false);
    await failureWith(jobs);
    assert.equal(existsSync(path.join(home, "ran")), true);
  });
});

test("a web identity takes its role, by a profile and by the environment", async () => {
  const config = `[default]
endpoint_url = ENDPOINT
[profile pod]
web_identity_token_file = HOME/token
role_arn = arn:aws:iam::123456789012:role/pod
endpoint_url = ENDPOINT
`;
  await onLoopback(config, async ({ calls, home }) => {
    writeFileSync(path.join(home, "token"), "TOKEN");
    await list(await jobsOf("pod"));
    process.env["AWS_WEB_IDENTITY_TOKEN_FILE"] = path.join(home, "token");
    process.env["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/env";
    await list(await jobsOf(""));
    assert.deepEqual(calls, [
      "AssumeRoleWithWebIdentity arn:aws:iam::123456789012:role/pod by nobody with token TOKEN",
      "ListJobs by ROLE-POD",
      "AssumeRoleWithWebIdentity arn:aws:iam::123456789012:role/env by nobody with token TOKEN",
      "ListJobs by ROLE-ENV",
    ]);
  });
});

function token(minutes: number): object {
  const expiresAt = new Date(Date.now() + minutes * 60_000).toISOString();
  return {
    accessToken: "token",
    expiresAt,
    clientId: "c",
    clientSecret: "s",
    startUrl: "https://corp.example.com/start",
  };
}

test("SSO: nobody is signed in, then the login's token is taken without a restart, then it has expired", async () => {
  await onLoopback(sso, async ({ calls, login }) => {
    const jobs = await jobsOf("engineer");
    assert.equal(await failureWith(jobs), "expired");
    login("corp", token(60));
    assert.equal(await failureWith(jobs), "none");
    assert.deepEqual(calls, ["GetRoleCredentials FleetEngineer by token", "ListJobs by FROM-SSO"]);
    login("corp", token(-60));
    assert.equal(await failureWith(await jobsOf("engineer")), "expired");
  });
});

test("SSO: a token that has a refresh token renews itself", async () => {
  await onLoopback(sso, async ({ calls, login }) => {
    login("corp", { ...token(1), refreshToken: "r" });
    assert.equal(await failureWith(await jobsOf("engineer")), "none");
    assert.deepEqual(calls, ["CreateToken", "GetRoleCredentials FleetEngineer by renewed", "ListJobs by FROM-SSO"]);
  });
});

test("what the shared files say later counts for the next connection", async () => {
  await onLoopback(keys, async ({ calls, home, endpoint }) => {
    await list(await jobsOf("keys"));
    writeFileSync(path.join(home, ".aws/config"), keys.replace("KEYS", "NEW").replace("ENDPOINT", endpoint));
    await list(await jobsOf("keys"));
    assert.deepEqual(calls, ["ListJobs by KEYS", "ListJobs by NEW"]);
  });
});
