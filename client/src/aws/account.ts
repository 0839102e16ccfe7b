import type { Profile } from "./sharedFiles";

/** Where calls go and as whom: never a credential itself. */
export interface Account {
  /** Undefined for the default chain: environment, default profile, the machine's role. */
  readonly profile: string | undefined;
  readonly region: string;
  /** Undefined for AWS's own. */
  readonly endpoint: string | undefined;
}

/** What is known before a region is: the same, with the region perhaps missing. */
export type Choice = Omit<Account, "region"> & { readonly region: string | undefined };

export interface AccountSettings {
  readonly profile: string;
  readonly region: string;
  readonly endpoint: string;
}

/** The setting, else the environment, else the profile, as the AWS CLI does; never a default region. */
export function chosen(settings: AccountSettings, env: NodeJS.ProcessEnv, profiles: readonly Profile[]): Choice {
  const profile = text(settings.profile);
  const name = profile ?? text(env["AWS_PROFILE"]) ?? "default";
  const shared = profiles.find((each) => each.name === name);
  const fromEnvironment = text(env["AWS_REGION"]) ?? text(env["AWS_DEFAULT_REGION"]);
  const endpoint = text(settings.endpoint) ?? text(env["AWS_ENDPOINT_URL_IOT"]) ?? text(env["AWS_ENDPOINT_URL"]);
  return {
    profile,
    region: text(settings.region) ?? fromEnvironment ?? shared?.region,
    endpoint: endpoint ?? shared?.endpoint,
  };
}

/** Undefined while no region is known. */
export function accountOf({ profile, region, endpoint }: Choice): Account | undefined {
  return region === undefined ? undefined : { profile, region, endpoint };
}

function text(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === "" ? undefined : trimmed;
}
