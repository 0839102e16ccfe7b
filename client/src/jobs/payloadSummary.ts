import { t } from "@vscode/l10n";
import type { UpdateJobInput } from "../../../server/src/protocol";
import { lines } from "./configuration";

/** Where and what a run sends. */
export interface Run {
  readonly payload: UpdateJobInput;
  /** Undefined when it could not be asked for. */
  readonly accountId: string | undefined;
  readonly profile: string | undefined;
  readonly region: string;
  readonly endpoint: string | undefined;
}

/** The lines of the confirmation under its question: where it goes, then what it sets. */
export function confirmationDetail({ payload, accountId, profile, region, endpoint }: Run): string {
  const where = [
    t("Account: {0}", accountId ?? t("unknown")),
    ...(profile === undefined ? [] : [t("Profile: {0}", profile)]),
    t("Region: {0}", region),
    ...(endpoint === undefined ? [] : [t("Endpoint: {0} (not AWS's own)", endpoint)]),
    ...(payload.namespaceId === undefined ? [] : [t("Namespace: {0}", payload.namespaceId)]),
  ];
  const what = lines(payload);
  return [...where, "", ...(what.length === 0 ? [t("The payload changes nothing.")] : what)].join("\n");
}
