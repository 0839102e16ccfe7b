import { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity } from "@aws-sdk/client-sts";
import { fromIni, fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { Account } from "./account";
import { clientConfig, endpointOf } from "./clientConfig";

/** Asks the user for the code of an MFA device; rejects when there will be none. */
export type AskForCode = (serial: string) => Promise<string>;

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly expiration?: Date;
}

type Provider = () => Promise<Credentials>;

/** What the emulator takes, which looks at no signature. */
const ofSamples: Credentials = { accessKeyId: "SAMPLES", secretAccessKey: "samples" };

/**
 * The credentials of an account, asked for at the first call. A profile that was chosen is the only source of its own: when
 * it has none, the machine's role must not take its place.
 */
export function credentialsOf(account: Account, mfaCodeProvider: AskForCode): Provider {
  if (account.kind === "samples") return () => Promise.resolve(ofSamples);
  const init = { ...sources(account), mfaCodeProvider };
  const { profile } = account;
  return remembered(profile === undefined ? fromNodeProviderChain(init) : fromIni({ ...init, profile }));
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
function remembered(ask: Provider): Provider {
  let asked: Promise<Credentials> | undefined;
  let expires = Infinity;
  return () => {
    if (Date.now() > expires - early) asked = undefined;
    asked ??= ask().then(
      (credentials) => {
        expires = credentials.expiration?.getTime() ?? Infinity;
        return credentials;
      },
      (error: unknown) => {
        asked = undefined;
        throw error;
      },
    );
    return asked;
  };
}
