import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, isPassing } from "../../client/src/apply/answer";

function systemError(message: string): Error {
  return Object.assign(new Error(message), { code: /E[A-Z_]+/u.exec(message)?.[0], name: "TimeoutError" });
}

/** The error of a request, and whether it may have been done. */
const errors: readonly (readonly [error: Error, kind: string])[] = [
  [systemError("connect ECONNREFUSED 127.0.0.1:1"), "refused"],
  [systemError("getaddrinfo ENOTFOUND iot.eu-west-1.amazonaws.com"), "refused"],
  [systemError("connect EHOSTUNREACH 10.0.0.1:443"), "refused"],
  [systemError("connect ENETUNREACH 10.0.0.1:443"), "refused"],
  [Object.assign(new AggregateError([systemError("connect ENETUNREACH ::1:443")]), { code: "ENETUNREACH" }), "refused"],
  [systemError("read EHOSTUNREACH"), "lost"],
  [systemError("write ENETUNREACH"), "lost"],
  [systemError("read ECONNRESET"), "lost"],
];

for (const [error, kind] of errors) {
  test(`${error.message === "" ? error.name : error.message}: ${kind}`, () => {
    assert.equal(answerOf(error).kind, kind);
  });
}

test("a time that AWS does not take is corrected by its answer, and asked with again", () => {
  const refused = {
    name: "InvalidSignatureException",
    message: "Signature expired: 20261127T002000Z is now earlier than …",
  };
  const error = (corrected: boolean): Error =>
    Object.assign(new Error(refused.message), {
      name: refused.name,
      $metadata: { httpStatusCode: 403, clockSkewCorrected: corrected },
    });
  assert.deepEqual(
    [answerOf(error(true)).kind, isPassing(error(true)), isPassing(error(false))],
    ["refused", true, false],
  );
});
