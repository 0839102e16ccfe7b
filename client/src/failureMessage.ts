import * as vscode from "vscode";
import { type Failure, failureOf } from "./aws/failure";
import { NotConnected } from "./session";

/** One sentence on what went wrong and what to do next. `jobId` is what the call was about. */
export function failureMessage(error: unknown, jobId?: string): string {
  return error instanceof NotConnected ? error.message : sentence(failureOf(error), jobId);
}

function sentence({ kind, message }: Failure, jobId: string | undefined): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case "canceled":
      return t("Canceled; nothing was sent.");
    case "credentials":
      return t("No AWS credentials were found. Choose a profile, or sign in and refresh.");
    case "expired":
      return t("The AWS session has expired. Sign in again, then refresh.");
    case "denied":
      return t(
        "AWS refused the call: {0}. Check that the profile may use AWS IoT Jobs in this region.",
        trimmed(message),
      );
    case "not-found":
      return jobId === undefined
        ? t("AWS IoT found nothing: {0}. Check the region.", trimmed(message))
        : t("There is no job {0} here. Check the job id, the account and the region.", jobId);
    case "invalid":
      return t("AWS IoT refused the request: {0}. Correct it and try again.", trimmed(message));
    case "throttled":
      return t("AWS IoT got too many calls, and several tries failed. Wait a minute and try again.");
    case "offline":
      return t("AWS cannot be reached: {0}. Check the network and the endpoint.", trimmed(message));
    case "service":
      return t("AWS IoT answered with a failure: {0}. Try again later.", trimmed(message));
  }
}

/** Without the full stop that our own sentence sets. */
function trimmed(message: string): string {
  return message.replace(/[\s.]+$/, "");
}
