import { codePrompt } from "./codePrompt";
import type { Account } from "../aws/account";
import type { JobsClient } from "../aws/jobs";
import { sharedFilesVersion } from "../aws/sharedFiles";

/**
 * One for each account, so that all of the window share credentials, an MFA code and the pace of the retries; another when
 * the shared AWS files have changed.
 */
const known = new Map<string, { readonly version: string; readonly client: JobsClient }>();

/** Loads the AWS SDK at the first use: about 50 ms that opening a file must not pay. */
export async function connect(account: Account): Promise<JobsClient> {
  const key = JSON.stringify(account);
  const version = await sharedFilesVersion(process.env);
  const sdk = await import("../aws/sdk");
  const before = known.get(key);
  if (before?.version === version) return before.client;
  const client = sdk.connect(account, (serial, signal) => codePrompt.ask(serial, signal));
  known.set(key, { version, client });
  return client;
}
