import type { Account } from "./account";
import type { Jobs } from "./jobs";

/** Loads the AWS SDK at the first use: about 50 ms that opening a file must not pay. */
export async function connect(account: Account): Promise<Jobs> {
  const sdk = await import("./sdk");
  return sdk.connect(account);
}
