import { type Failure, failureOf } from "../aws/failure";

/** What became of one UpdateJob request, as far as its answer tells. */
export type Answer =
  | { readonly kind: "accepted"; readonly requestId: string | undefined }
  /** Surely not done: AWS said no, or was never reached. */
  | { readonly kind: "refused"; readonly failure: Failure; readonly message: string }
  /** Not done, and worth another try. */
  | { readonly kind: "throttled"; readonly failure: Failure }
  /** Perhaps done, and worth another try. */
  | { readonly kind: "broken"; readonly failure: Failure }
  /** Perhaps done: no answer came, or none that makes sense. */
  | { readonly kind: "lost"; readonly failure: Failure; readonly late: boolean };

/** Errors before a connection stood: the request never left. A network may also go away later: `read EHOSTUNREACH`. */
const neverLeft = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|\bconnect E(?:HOST|NET)UNREACH/u;

/** Reads the error of an UpdateJob request. */
export function answerOf(error: unknown): Answer {
  const failure = failureOf(error);
  const message = error instanceof Error ? error.message : String(error);
  switch (failure.kind) {
    case "noCredentials":
    case "noCode":
    case "certificate":
    case "expired":
    case "clock":
    case "denied":
    case "notFound":
    case "invalid":
      return { kind: "refused", failure, message };
    case "throttled":
      return { kind: "throttled", failure };
    case "unavailable":
      return { kind: "broken", failure };
    case "offline":
      return neverLeft.test(textOf(error))
        ? { kind: "refused", failure, message }
        : { kind: "lost", failure, late: isLate(error) };
    case "canceled":
      return { kind: "lost", failure, late: true };
    case "other":
      return isRefusal(error) ? { kind: "refused", failure, message } : { kind: "lost", failure, late: false };
  }
}

/** Whether the same question may well be answered when it is asked again: for questions that change nothing. */
export function isPassing(error: unknown): boolean {
  const { kind } = failureOf(error);
  if (kind === "clock") return isClockCorrected(error);
  return (
    kind === "throttled" || kind === "unavailable" || kind === "offline" || (kind === "other" && !isRefusal(error))
  );
}

/** The AWS SDK takes the time from the answer that refused its own, for the requests after it. */
function isClockCorrected(error: unknown): boolean {
  const metadata = metadataOf(error);
  return metadata !== undefined && "clockSkewCorrected" in metadata && metadata.clockSkewCorrected === true;
}

function metadataOf(error: unknown): object | undefined {
  const metadata = error instanceof Error && "$metadata" in error ? error.$metadata : undefined;
  return typeof metadata === "object" && metadata !== null ? metadata : undefined;
}

/** The AWS SDK calls a connection that broke a `TimeoutError` too. */
function isLate(error: unknown): boolean {
  return error instanceof Error && error.name === "TimeoutError" && !/ECONNRESET|EPIPE/u.test(textOf(error));
}

/** With a message for each address that was tried, where a name has several. */
function textOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const tried = error instanceof AggregateError ? error.errors.map(String) : [];
  return [code, error instanceof Error ? error.message : String(error), ...tried].join(" ");
}

/** A status of 400 to 499, by whatever name. */
function isRefusal(error: unknown): boolean {
  const metadata = metadataOf(error);
  const status = metadata !== undefined && "httpStatusCode" in metadata ? metadata.httpStatusCode : 0;
  return typeof status === "number" && status >= 400 && status < 500;
}
