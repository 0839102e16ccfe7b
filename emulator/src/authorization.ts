import { serviceError } from "./serviceError";

/** Whom and where a request is signed for. */
export interface Scope {
  readonly accessKeyId: string;
  readonly region: string;
}

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/\d{8}\/([\w-]+)\/(\w+)\/aws4_request, ?SignedHeaders=[\w;-]+, ?Signature=[0-9a-f]{64}$/u;

/**
 * Reads the scope of an AWS Signature Version 4. The signature itself is not checked: any credentials will do here.
 * @throws MissingAuthenticationTokenException, IncompleteSignatureException, InvalidSignatureException
 */
export function readAuthorization(header: string | undefined): Scope {
  if (header === undefined) throw serviceError("MissingAuthenticationTokenException", "Missing Authentication Token");
  const [, accessKeyId, region, service] = form.exec(header) ?? [];
  if (accessKeyId === undefined || region === undefined) {
    throw serviceError("IncompleteSignatureException", "The Authorization header is not an AWS Signature Version 4.");
  }
  if (service !== "iot" && service !== "sts") {
    throw serviceError("InvalidSignatureException", "Credential should be scoped to correct service: 'iot'.");
  }
  return { accessKeyId, region };
}
