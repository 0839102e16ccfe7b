import { t } from "@vscode/l10n";

/** What a failed call asks the user to do. */
export type FailureKind =
  | "noCredentials"
  | "noCode"
  | "expired"
  /** AWS takes no signature of a time far from its own. */
  | "clock"
  | "denied"
  | "offline"
  | "certificate"
  | "throttled"
  | "notFound"
  | "invalid"
  | "unavailable"
  | "other"
  | "canceled";

export interface Failure {
  readonly kind: FailureKind;
  /** What happened and what to do next, in a sentence or two. */
  readonly sentence: string;
  readonly requestId: string | undefined;
}

/** Reads an error of the AWS SDK by its name, since the SDK is another bundle and its classes cannot be asked for. */
export function failureOf(error: unknown): Failure {
  const { name, message } = nameAndMessage(error);
  const kind = kindOf(name, message, statusOf(error));
  return { kind, sentence: sentence(kind, foreign(message)), requestId: requestIdOf(error) };
}

/** What the log holds of an error. The command of a `credential_process`, and what it wrote, may hold secrets. */
export function logLine(error: unknown): string {
  const { name, message } = nameAndMessage(error);
  const isOfProgram = name === "CredentialsProviderError" && /^Command failed: ./.test(message);
  const said = isOfProgram ? t("The credential_process failed. Run it in a terminal to see why.") : message;
  return `${name}: ${said} (request ${requestIdOf(error) ?? "without id"})`;
}

export function anotherProfileMayHelp(kind: FailureKind): boolean {
  return kind === "noCredentials" || kind === "expired" || kind === "denied";
}

const kinds: Readonly<Record<string, FailureKind>> = {
  AbortError: "canceled",
  NoCodeError: "noCode",
  CredentialsProviderError: "noCredentials",
  UnrecognizedClientException: "noCredentials",
  InvalidClientTokenId: "noCredentials",
  InvalidSignatureException: "noCredentials",
  SignatureDoesNotMatch: "noCredentials",
  ExpiredToken: "expired",
  ExpiredTokenException: "expired",
  RequestExpired: "clock",
  RequestInTheFuture: "clock",
  RequestTimeTooSkewed: "clock",
  AccessDenied: "denied",
  AccessDeniedException: "denied",
  UnauthorizedException: "denied",
  ForbiddenException: "denied",
  ThrottlingException: "throttled",
  TooManyRequestsException: "throttled",
  ResourceNotFoundException: "notFound",
  InvalidRequestException: "invalid",
  ValidationException: "invalid",
  LimitExceededException: "invalid",
  ConflictException: "invalid",
  InvalidStateTransitionException: "invalid",
  TimeoutError: "offline",
  ServiceUnavailableException: "unavailable",
  InternalFailureException: "unavailable",
  InternalServerException: "unavailable",
};

const network = /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|socket hang up/;

/** Codes of Node for a certificate that it does not take. */
const certificates =
  /SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)|CERT_(?:HAS_EXPIRED|UNTRUSTED|NOT_YET_VALID)|ERR_TLS_CERT/;

/** In the words of the AWS SDK, which tells these by their text alone: `aws sso login` and `aws login` help. */
const sessionIsOver = /expired|SSO session|SSO Token|Session token not found|aws login/i;

/** `Signature expired: 20261127T002000Z is now earlier than …`, by the name of any wrong signature. */
const clockIsWrong = /Signature (?:expired|not yet current)/i;

function kindOf(name: string, message: string, status: number | undefined): FailureKind {
  if (clockIsWrong.test(message)) return "clock";
  if (name === "CredentialsProviderError" && network.test(message)) return "offline";
  if (name === "CredentialsProviderError" && sessionIsOver.test(message)) return "expired";
  if (/expired/i.test(message) && (status === 403 || status === 401)) return "expired";
  const known = kinds[name];
  if (known !== undefined) return known;
  if (network.test(`${name} ${message}`)) return "offline";
  if (certificates.test(name)) return "certificate";
  if (status === 429) return "throttled";
  if (status === 403) return "denied";
  return status !== undefined && status >= 500 ? "unavailable" : "other";
}

/** What AWS IoT says of a job that is canceled, completed or being deleted. */
const hasEnded = /because its Status is [A-Z_]+/i;

function sentence(kind: FailureKind, message: string): string {
  switch (kind) {
    case "canceled":
      return t("Canceled.");
    case "noCredentials":
      return t(
        "AWS credentials are missing, or AWS does not know them. Choose a profile that has some, or set them up with the AWS CLI.",
      );
    case "noCode":
      return t("AWS was not called: it needs the code of the MFA device. Run the command again to give it.");
    case "expired":
      return t("The session has expired. Renew it, for example with aws sso login, and retry.");
    case "clock":
      return t("AWS refused the time of the request: the clock of this machine is wrong by minutes. Set it and retry.");
    case "denied":
      return t(
        "The profile may not do this. Ask for the permission, or choose another profile. AWS says: {0}",
        endedWithPoint(message),
      );
    case "offline":
      return t("AWS could not be reached. Look at the network, the region and the endpoint, and retry.");
    case "certificate":
      return t(
        "The certificate of the endpoint is not trusted here. Behind a proxy that looks into the traffic, name its certificate in AWS_CA_BUNDLE or as ca_bundle of the profile.",
      );
    case "throttled":
      return t("AWS is getting too many requests, also after retries. Wait a minute and retry.");
    case "notFound":
      return t("There is no such job in this account and region. Check the job id, the profile and the region.");
    case "invalid":
      return hasEnded.test(message)
        ? t("The job has ended, and nothing of it can be changed any more. AWS says: {0}", endedWithPoint(message))
        : t("AWS refused the request. Change what it names and retry. AWS says: {0}", endedWithPoint(message));
    case "unavailable":
      return t("AWS IoT failed to answer properly, also after retries. Wait a minute and retry.");
    case "other":
      return t("It failed: {0} The log has more.", endedWithPoint(message));
  }
}

/** Text of a service, or of whoever answers in its place. */
function foreign(message: string): string {
  const shown = message.replaceAll(/\p{C}+/gu, " ");
  return shown.length > 500 ? `${shown.slice(0, 500)}…` : shown;
}

/** A notification shows no ends of lines: without it the next sentence would seem to be a part of it. */
function endedWithPoint(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}

function nameAndMessage(error: unknown): { readonly name: string; readonly message: string } {
  if (!(error instanceof Error)) return { name: "", message: String(error) };
  const code = memberOf(error, "code");
  const name = typeof code === "string" && (network.test(code) || certificates.test(code)) ? code : error.name;
  return { name, message: error.message === "" ? name : error.message };
}

function statusOf(error: unknown): number | undefined {
  const status = memberOf(memberOf(error, "$metadata"), "httpStatusCode");
  return typeof status === "number" ? status : undefined;
}

function requestIdOf(error: unknown): string | undefined {
  const id = memberOf(memberOf(error, "$metadata"), "requestId");
  return typeof id === "string" ? id : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
