import { readFileSync } from "node:fs";
import { t } from "@vscode/l10n";
import type { Account } from "./account";

/**
 * How every client of the AWS SDK reaches its service. All is said outright: where the SDK looks by itself, it asks the
 * profile of the environment in place of the chosen one, and keeps the shared AWS files as they were first.
 */
export function clientConfig({ region, network }: Account) {
  const { caBundle, fips, dualStack } = network;
  return {
    region,
    ignoreConfiguredEndpointUrls: true,
    useFipsEndpoint: fips,
    useDualstackEndpoint: dualStack,
    requestHandler: {
      connectionTimeout: 5_000,
      requestTimeout: 20_000,
      throwOnRequestTimeout: true,
      // VS Code puts its own agent, which knows the proxy, in the place of ours, but takes over these certificates.
      ...(caBundle !== undefined && { httpsAgent: { ca: certificatesIn(caBundle) } }),
    },
  };
}

function certificatesIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(
      t("the file of certificates cannot be read: {0}. Correct AWS_CA_BUNDLE, or ca_bundle of the profile.", file),
    );
  }
}

/** A member for the configuration of a client, absent for AWS's own endpoint. */
export function endpointOf(endpoint: string | undefined): { readonly endpoint?: string } {
  return endpoint === undefined ? {} : { endpoint };
}
