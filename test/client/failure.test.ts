import assert from "node:assert/strict";
import { test } from "node:test";
import { failureOf } from "../../client/src/aws/failure";

interface Shown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly status?: number;
}

function kindOf({ name = "Error", message = "…", code, status }: Shown): string {
  const error = Object.assign(new Error(message), { name, code, $metadata: { httpStatusCode: status } });
  return failureOf(error).kind;
}

test("each failure of a call has its kind", () => {
  assert.equal(kindOf({ name: "ResourceNotFoundException", status: 404 }), "notFound");
  assert.equal(kindOf({ name: "InvalidRequestException", status: 400 }), "invalid");
  assert.equal(kindOf({ name: "ThrottlingException", status: 400 }), "throttled");
  assert.equal(kindOf({ status: 429 }), "throttled");
  assert.equal(kindOf({ name: "ExpiredTokenException", status: 403 }), "expired");
  const late = "Signature expired: 20261127T002000Z is now earlier than 20261127T003000Z (20261127T003500Z - 5 min.)";
  assert.equal(kindOf({ name: "InvalidSignatureException", message: late, status: 403 }), "clock");
  const early = "Signature not yet current: 20261127T004000Z is still later than 20261127T003500Z";
  assert.equal(kindOf({ name: "SignatureDoesNotMatch", message: early, status: 403 }), "clock");
  assert.equal(kindOf({ name: "RequestTimeTooSkewed", status: 403 }), "clock");
  assert.equal(kindOf({ name: "CredentialsProviderError", message: "The SSO session has expired." }), "expired");
  assert.equal(
    kindOf({ name: "CredentialsProviderError", message: "please re-authenticate using aws login" }),
    "expired",
  );
  assert.equal(kindOf({ name: "CredentialsProviderError", message: "getaddrinfo ENOTFOUND portal" }), "offline");
  assert.equal(kindOf({ name: "CredentialsProviderError" }), "noCredentials");
  assert.equal(kindOf({ name: "NoCodeError" }), "noCode");
  assert.equal(kindOf({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), "certificate");
  assert.equal(kindOf({ name: "AccessDeniedException", status: 403 }), "denied");
  assert.equal(kindOf({ name: "TimeoutError" }), "offline");
  assert.equal(kindOf({ code: "ECONNREFUSED" }), "offline");
  assert.equal(kindOf({ name: "ServiceUnavailableException", status: 503 }), "unavailable");
  assert.equal(kindOf({ name: "AbortError" }), "canceled");
});

test("a refused request says what AWS says, and carries the id of the request", () => {
  const error = Object.assign(new Error("Job is not in progress"), {
    name: "InvalidRequestException",
    $metadata: { requestId: "r-1" },
  });
  assert.deepEqual(failureOf(error), {
    kind: "invalid",
    sentence: "AWS refused the request. Change what it names and retry. AWS says: Job is not in progress.",
    requestId: "r-1",
  });
});

test("foreign text is no second line and no novel", () => {
  const hostile = `[sign in](command:workbench.action.quit)\n\u202e${"x".repeat(900)}`;
  const { sentence } = failureOf(Object.assign(new Error(hostile), { name: "InvalidRequestException" }));
  assert.match(sentence, /AWS says: \[sign in\]\(command:workbench\.action\.quit\) x+…$/);
  assert.ok(sentence.length < 600);
});
