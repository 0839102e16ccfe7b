import { t } from "@vscode/l10n";
import type { UpdateJobInput } from "../../../server/src/protocol";
import { accountInWords } from "../aws/account";
import type { Account } from "../aws/account";
import { lines } from "./configuration";

/** Where and what a run sends. */
export interface Run {
  readonly payload: UpdateJobInput;
  /** Undefined when it could not be asked for. */
  readonly accountId: string | undefined;
  readonly account: Account;
}

/** The lines of the confirmation under its question: where it goes, then what it sets. */
export function confirmationDetail({ payload, accountId, account }: Run): string {
  const where = [
    t("Account: {0}", accountId ?? t("unknown")),
    accountInWords(account),
    ...(payload.namespaceId === undefined ? [] : [t("Namespace: {0}", payload.namespaceId)]),
  ];
  const what = lines(payload);
  return [...where, "", ...(what.length === 0 ? [t("The payload changes nothing.")] : what)].join("\n");
}
