import { accountOf, chosen } from "../../client/src/aws/account";
import type { Account, AccountSettings } from "../../client/src/aws/account";
import { sharedFilesIn } from "../../client/src/aws/sharedFiles";

/** The account that the extension would have with such settings, environment and shared config file. */
export function accountWith(
  settings: Partial<AccountSettings>,
  { env = {}, config = "" }: { readonly env?: NodeJS.ProcessEnv; readonly config?: string } = {},
): Account {
  const account = accountOf(
    chosen({ profile: "", region: "", endpoint: "", ...settings }, env, sharedFilesIn(config, "")),
  );
  if (account === undefined) throw new Error("The test names no region.");
  return account;
}
