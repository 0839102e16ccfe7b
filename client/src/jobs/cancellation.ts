import { t } from "@vscode/l10n";
import { type Account, accountInWords } from "../aws/account";
import type { Cancellation, Job } from "../aws/jobs";
import { plain } from "../plainText";
import { grouped } from "./progress";

/** The pattern of ReasonCode in the service's model: 1 to 128 capitals, digits and underscores. */
export function reasonProblem(text: string): string | undefined {
  const length = Array.from(text).length;
  if (length > 128) return t("Expected at most 128 characters, found {0}.", length);
  return /^[\p{Uppercase}\p{Nd}_]*$/u.test(text) ? undefined : t("Expected capitals, digits and _ alone.");
}

/** The pattern of Comment in the service's model: up to 2028 characters that can be seen. */
export function commentProblem(text: string): string | undefined {
  const length = Array.from(text).length;
  if (length > 2028) return t("Expected at most 2028 characters, found {0}.", length);
  return /\p{C}/u.test(text) ? t("Expected no control characters.") : undefined;
}

interface Canceling {
  readonly job: Job;
  readonly reason: Pick<Cancellation, "reasonCode" | "comment">;
  readonly account: Account;
  /** Undefined when it could not be asked for. */
  readonly accountId: string | undefined;
}

/** Where the job is, why it is canceled, and what becomes of its executions. */
export function cancelDetail({ job, reason, account, accountId }: Canceling): string {
  const { numberOfQueuedThings: queued = 0, numberOfInProgressThings: running = 0 } = job.jobProcessDetails ?? {};
  return [
    t("Account: {0}", accountId ?? t("unknown")),
    accountInWords(account),
    ...(reason.reasonCode === undefined ? [] : [t("Reason code: {0}", reason.reasonCode)]),
    ...(reason.comment === undefined ? [] : [t("Comment: {0}", plain(reason.comment))]),
    "",
    t("Executions queued, which are canceled: {0}.", grouped(queued)),
    running === 0
      ? t("No execution is in progress.")
      : t(
          "Executions in progress, which go on and may still change their devices: {0}. Stopping them too can leave devices in a state that is not valid.",
          grouped(running),
        ),
    t("What has ended stays as it is. A canceled job cannot be started again."),
  ].join("\n");
}
