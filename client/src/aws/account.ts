import { t } from "@vscode/l10n";
import type { Profile, SharedFiles } from "./sharedFiles";

/** Where calls go and as whom: never a credential itself. */
export interface Account {
  /** `samples` answers on this machine, with jobs that are made up. */
  readonly kind: "aws" | "samples";
  /** Undefined for the default chain: environment, default profile, the machine's role. */
  readonly profile: string | undefined;
  readonly region: string;
  /** Of AWS IoT; undefined for AWS's own. */
  readonly endpoint: string | undefined;
  readonly network: Network;
}

/** How AWS is reached, beside the endpoint of AWS IoT. */
interface Network {
  /** Where GetCallerIdentity goes; undefined for AWS's own, as for all endpoints here. */
  readonly identityEndpoint: string | undefined;
  /** Where credentials come from: the setting of the endpoint says nothing about these, as `--endpoint-url` does not. */
  readonly stsEndpoint: string | undefined;
  readonly ssoEndpoint: string | undefined;
  readonly fips: boolean;
  readonly dualStack: boolean;
  /** A file of certificates to trust in place of the usual ones. */
  readonly caBundle: string | undefined;
}

/** All of AWS at one address: sample jobs, or an emulator. */
export function accountAt(endpoint: string, place: Pick<Account, "kind" | "region">): Account {
  const network = { identityEndpoint: endpoint, stsEndpoint: endpoint, ssoEndpoint: endpoint };
  return {
    ...place,
    profile: undefined,
    endpoint,
    network: { ...network, fips: false, dualStack: false, caBundle: undefined },
  };
}

/** What is known before a region is: the same, with the region perhaps missing. */
export type Choice = Omit<Account, "region"> & { readonly region: string | undefined };

/** As they stand in the files of the settings: what is no text counts as none. */
export interface AccountSettings {
  readonly profile: unknown;
  readonly region: unknown;
  readonly endpoint: unknown;
}

/** The setting, else the environment, else the profile, as the AWS CLI does; never a default region. */
export function chosen(settings: AccountSettings, env: NodeJS.ProcessEnv, files: SharedFiles): Choice {
  const profile = text(settings.profile);
  const lines = profileOf(profile, env, files)?.settings ?? new Map<string, string>();
  const fromEnvironment = text(env["AWS_REGION"]) ?? text(env["AWS_DEFAULT_REGION"]);
  const configured = configuredEndpoints(env, lines, files);
  const endpoint = text(settings.endpoint);
  return {
    kind: "aws",
    profile,
    region: text(settings.region) ?? fromEnvironment ?? lines.get("region"),
    endpoint: endpoint ?? configured("iot"),
    network: {
      identityEndpoint: endpoint ?? configured("sts"),
      stsEndpoint: configured("sts"),
      ssoEndpoint: configured("sso"),
      fips: isTrue(env["AWS_USE_FIPS_ENDPOINT"] ?? lines.get("use_fips_endpoint")),
      dualStack: isTrue(env["AWS_USE_DUALSTACK_ENDPOINT"] ?? lines.get("use_dualstack_endpoint")),
      caBundle: text(env["AWS_CA_BUNDLE"]) ?? lines.get("ca_bundle"),
    },
  };
}

/** The profile that a choice stands for, `default` where nobody names one; undefined where the files have none. */
function profileOf(
  profile: string | undefined,
  env: NodeJS.ProcessEnv,
  { profiles }: SharedFiles,
): Profile | undefined {
  const name = profile ?? text(env["AWS_PROFILE"]) ?? "default";
  return profiles.find((each) => each.name === name);
}

/**
 * The endpoint of a service, by its name in the files. The AWS SDK for JavaScript would ask the profile of the environment
 * alone, not the one that is chosen.
 */
function configuredEndpoints(
  env: NodeJS.ProcessEnv,
  lines: ReadonlyMap<string, string>,
  { services }: SharedFiles,
): (service: "iot" | "sts" | "sso") => string | undefined {
  if (isTrue(env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] ?? lines.get("ignore_configured_endpoint_urls"))) {
    return () => undefined;
  }
  const ofServices = services.get(lines.get("services") ?? "");
  return (service) =>
    text(env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`]) ??
    text(env["AWS_ENDPOINT_URL"]) ??
    ofServices?.get(`${service}.endpoint_url`) ??
    lines.get("endpoint_url");
}

/** Undefined while no region is known. */
export function accountOf(choice: Choice): Account | undefined {
  const { region } = choice;
  return region === undefined ? undefined : { ...choice, region };
}

/** One line that names the account wherever it matters: `Profile fleet · eu-west-1 · endpoint 127.0.0.1:4566, not AWS's own`. */
export function accountInWords({ kind, profile, region, endpoint }: Choice): string {
  if (kind === "samples") return t("Sample jobs on this machine, not AWS");
  return [
    profile === undefined ? t("Default credentials") : t("Profile {0}", profile),
    region ?? t("no region is chosen"),
    ...(endpoint === undefined ? [] : [t("endpoint {0}, not AWS's own", hostOf(endpoint))]),
  ].join(" · ");
}

/** Host and port of an endpoint, without a path: that of the sample jobs is a secret. */
export function hostOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}

function isTrue(value: string | undefined): boolean {
  return value?.trim().toLowerCase() === "true";
}

function text(value: unknown): string | undefined {
  const trimmed = typeof value === "string" ? value.trim() : "";
  return trimmed === "" ? undefined : trimmed;
}
