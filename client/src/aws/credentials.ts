import { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity } from "@aws-sdk/client-sts";
import { fromIni, fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { Account } from "./account";
import { clientConfig, endpointOf } from "./clientConfig";
import { withPrograms } from "./programs";
import { unlessAborted } from "./unlessAborted";

/** Asks the user for the code of an MFA device, until the signal aborts; rejects when there will be none. */
export type AskForCode = (serial: string, signal: AbortSignal) => Promise<string>;

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly expiration?: Date;
}

type Provider = () => Promise<Credentials>;

export interface CredentialSource {
  readonly get: Provider;
  /** Takes back a question that has no answer yet, whoever waits for it: the next one is asked anew. */
  readonly giveUp: () => void;
}

/** What the emulator takes, which looks at no signature. */
const ofSamples: Credentials = { accessKeyId: "SAMPLES", secretAccessKey: "samples" };

/**
 * The credentials of an account, asked for at the first call. A profile that was chosen is the only source of its own: when
 * it has none, the machine's role must not take its place.
 */
export function credentialsOf(account: Account, askForCode: AskForCode): CredentialSource {
  if (account.kind === "samples") return { get: () => Promise.resolve(ofSamples), giveUp: () => undefined };
  const { profile } = account;
  const from = sources(account);
  return remembered((signal) => {
    const init = { ...from, mfaCodeProvider: (serial: string) => askForCode(serial, signal) };
    return withPrograms(profile === undefined ? fromNodeProviderChain(init) : fromIni({ ...init, profile }), signal);
  });
}

/** The services behind roles, web identities and SSO, reached as the account says. */
function sources(account: Account) {
  const { stsEndpoint, ssoEndpoint } = account.network;
  const { region, ...anywhere } = clientConfig(account);
  const sts = { ...anywhere, region, ...endpointOf(stsEndpoint) };
  return {
    ignoreCache: true,
    // Without a region: that of SSO is not that of the jobs.
    clientConfig: { ...anywhere, ...endpointOf(ssoEndpoint) },
    parentClientConfig: { region },
    roleAssumer: getDefaultRoleAssumer(sts),
    roleAssumerWithWebIdentity: getDefaultRoleAssumerWithWebIdentity(sts),
  };
}

/** Credentials count as expired five minutes early, as the AWS SDK does it. */
const early = 5 * 60_000;

/** One question at a time, and one for all clients of an account; a failure is asked for again. */
function remembered(ask: (signal: AbortSignal) => Promise<Credentials>): CredentialSource {
  let answer: Promise<Credentials> | undefined;
  /** Of the question that has no answer yet. */
  let waiting: AbortController | undefined;
  let expires = Infinity;
  const answerTo = async (question: AbortController): Promise<Credentials> => {
    try {
      const credentials = await unlessAborted(ask(question.signal), question.signal);
      expires = credentials.expiration?.getTime() ?? Infinity;
      return credentials;
    } catch (error) {
      if (waiting === question) answer = undefined;
      throw error;
    } finally {
      if (waiting === question) waiting = undefined;
    }
  };
  const get = (): Promise<Credentials> => {
    const isOver = waiting === undefined && Date.now() > expires - early;
    if (answer !== undefined && !isOver) return answer;
    waiting = new AbortController();
    return (answer = answerTo(waiting));
  };
  const giveUp = (): void => {
    if (waiting === undefined) return;
    waiting.abort();
    answer = waiting = undefined;
  };
  return { get, giveUp };
}
