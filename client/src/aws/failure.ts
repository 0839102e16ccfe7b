/** Why a call failed, as far as the user can do something about it. */
export type FailureKind =
  "canceled" | "credentials" | "expired" | "denied" | "not-found" | "invalid" | "throttled" | "offline" | "service";

export interface Failure {
  readonly kind: FailureKind;
  /** What the service or the system said. Foreign text. */
  readonly message: string;
  readonly requestId: string;
}

const kinds: readonly (readonly [RegExp, FailureKind])[] = [
  [/^AbortError$/, "canceled"],
  [/CredentialsProviderError|NoCredentials/, "credentials"],
  [/ExpiredToken|TokenRefreshRequired|RequestExpired|SSOTokenProvider|InvalidGrant/, "expired"],
  [
    /AccessDenied|UnauthorizedException|Forbidden|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|MissingAuthentication/,
    "denied",
  ],
  [/ResourceNotFound/, "not-found"],
  [/InvalidRequest|Validation|Serialization/, "invalid"],
  [/Throttl|TooManyRequests|LimitExceeded/, "throttled"],
  [/TimeoutError|NetworkingError|ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|CERT/, "offline"],
];

/** Sorts what a call of the AWS SDK was rejected with. */
export function failureOf(error: unknown): Failure {
  const { name, message, code, requestId } = partsOf(error);
  const kind = kinds.find(([pattern]) => pattern.test(name) || pattern.test(code))?.[1];
  const expired = /expired|SSO session|sso login/i.test(message) && kind !== "not-found" && kind !== "invalid";
  return { kind: expired ? "expired" : (kind ?? "service"), message: message || name, requestId };
}

interface Parts {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly requestId: string;
}

function partsOf(error: unknown): Parts {
  if (typeof error !== "object" || error === null) return { name: "", message: String(error), code: "", requestId: "" };
  const text = (name: string): string => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? value : "";
  };
  const metadata: unknown = Reflect.get(error, "$metadata");
  const id: unknown =
    typeof metadata === "object" && metadata !== null ? Reflect.get(metadata, "requestId") : undefined;
  return {
    name: text("name"),
    message: text("message"),
    code: text("code"),
    requestId: typeof id === "string" ? id : "",
  };
}
