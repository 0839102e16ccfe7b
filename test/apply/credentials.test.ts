// Credentials that take their time: a program that runs, or a code that the user must type.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { type Calling, describeJob, identityOf, never, usualPatience } from "../../client/src/apply/surroundings";
import { failureOf } from "../../client/src/aws/failure";
import type { AskForCode } from "../../client/src/aws/credentials";
import type { Jobs } from "../../client/src/aws/jobs";
import { connect } from "../../client/src/aws/sdk";
import { accountWith } from "../client/accountOf";
import { onLoopback } from "../client/loopbackAws";
import { shortTime } from "./time";

const withMfa = `[profile keys]
aws_access_key_id = KEYS
aws_secret_access_key = s
[profile careful]
role_arn = arn:aws:iam::123456789012:role/careful
source_profile = keys
mfa_serial = arn:aws:iam::123456789012:mfa/phone
`;

/** What an apply works with, for a role that asks for a code, and how many calls have a deadline so far. */
async function withCode(
  askForCode: (deadlines: readonly number[], signal: AbortSignal) => ReturnType<AskForCode>,
  body: (parts: Calling) => Promise<void>,
): Promise<void> {
  await onLoopback(withMfa, async ({ endpoint }) => {
    const account = accountWith({ profile: "careful", region: "eu-west-1", endpoint });
    const { network } = account;
    const deadlines: number[] = [];
    const deadline = (milliseconds: number): AbortSignal => {
      deadlines.push(milliseconds);
      return new AbortController().signal;
    };
    const reached = { ...account, network: { ...network, stsEndpoint: endpoint } };
    const jobs: Jobs = connect(reached, (_, signal) => askForCode(deadlines, signal)).once;
    await body({ jobs, clock: { ...shortTime, deadline }, patience: usualPatience });
  });
}

test("whoever looks for the code of a device has time: no deadline runs meanwhile", async () => {
  const running: number[] = [];
  const askForCode = (deadlines: readonly number[]): Promise<string> => {
    running.push(deadlines.length);
    return Promise.resolve("123456");
  };
  await withCode(askForCode, async (parts) => {
    const identity = await identityOf(parts);
    assert.deepEqual([identity.kind, running], ["known", [0]]);
  });
});

test("a call that is canceled while it waits for a code takes the question back, and the next asks anew", async () => {
  const user = new AbortController();
  const asked: AbortSignal[] = [];
  const askForCode = (_: unknown, signal: AbortSignal): Promise<string> => {
    asked.push(signal);
    if (asked.length > 1) return Promise.resolve("123456");
    user.abort();
    return new Promise(() => undefined);
  };
  await withCode(askForCode, async (parts) => {
    const first = describeJob(parts, "j", { say: () => undefined, signal: user.signal });
    assert.equal(await first.catch(kindOf), "canceled");
    const second = await identityOf(parts);
    assert.deepEqual([second.kind, asked.map(({ aborted }) => aborted)], ["known", [true, false]]);
  });
});

const keys = '{"Version": 1, "AccessKeyId": "K", "SecretAccessKey": "s"}';

/** Hangs, after writing its number into the pipe HOME/pid, until there is a file HOME/go. */
const hanging = `[profile program]
credential_process = if [ -e HOME/go ]; then echo '${keys}'; else echo $$ > HOME/pid; exec sleep 1000; fi
`;

test("a program that hangs is ended with the call that is canceled, and the next call starts it anew", async () => {
  await onLoopback(hanging, async ({ endpoint, home }) => {
    execFileSync("mkfifo", [path.join(home, "pid")]);
    const { once: jobs, ...others } = connect(accountWith({ profile: "program", region: "eu-west-1", endpoint }));
    const user = new AbortController();
    const canceled = jobs.authenticate(user.signal).catch(kindOf);
    const beside = others.callerIdentity(never).catch(kindOf);
    const program = Number(await readFile(path.join(home, "pid"), "utf8"));
    user.abort();
    assert.deepEqual([await canceled, await beside], ["canceled", "canceled"]);
    await writeFile(path.join(home, "go"), "");
    await jobs.authenticate(never);
    assert.throws(() => process.kill(program, 0), /ESRCH/u);
  });
});

function kindOf(error: unknown): string {
  return failureOf(error).kind;
}
