// Credentials that take their time: a program that runs, or a code that the user must type.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Calling, describeJob, identityOf, usualPatience } from "../../client/src/apply/surroundings";
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
  askForCode: (deadlines: readonly number[]) => ReturnType<AskForCode>,
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
    const jobs: Jobs = connect(reached, () => askForCode(deadlines)).once;
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

test("a call is canceled while its credentials are fetched, and the next waits for the same", async () => {
  const user = new AbortController();
  const asked: string[] = [];
  let type: (code: string) => void = () => undefined;
  const askForCode = (): Promise<string> => {
    asked.push("code");
    user.abort();
    return new Promise((resolve) => {
      type = resolve;
    });
  };
  await withCode(askForCode, async (parts) => {
    const say = (): void => undefined;
    const first = describeJob(parts, "j", { say, signal: user.signal });
    assert.equal(await first.catch((error: unknown) => failureOf(error).kind), "canceled");
    const second = identityOf(parts);
    type("123456");
    assert.deepEqual([(await second).kind, asked], ["known", ["code"]]);
  });
});
