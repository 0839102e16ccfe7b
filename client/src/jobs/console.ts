import type { Account } from "../aws/account";

/** The consoles by the beginning of a region's name: each partition of AWS has its own. */
const consoles: readonly (readonly [prefix: string, domain: string])[] = [
  ["cn-", "console.amazonaws.cn"],
  ["us-gov-", "console.amazonaws-us-gov.com"],
  ["eusc-", "console.amazonaws-eusc.eu"],
];

/** Partitions that are not reached from the internet: their consoles have no address that everybody knows. */
const secluded = /^(us|eu)-iso/;

/** The page of a job in the AWS console; undefined where there is none, as for an endpoint that is not AWS's own. */
export function consoleUrl(
  { region, endpoint }: Pick<Account, "region" | "endpoint">,
  jobId: string,
): string | undefined {
  if (endpoint !== undefined || secluded.test(region) || !/^[a-z0-9-]+$/.test(region)) return undefined;
  const domain = consoles.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "console.aws.amazon.com";
  return `https://${region}.${domain}/iot/home?region=${region}#/job/${encodeURIComponent(jobId)}`;
}
