import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServiceError } from "./serviceError";

/** More than any request of the API can need; the largest job document has 32 KB. */
const largestBody = 256 * 1024;

/** The whole body, or nothing if it is too large. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A page in a browser can be led to any name that points here, but not to write this header. */
export function isForLoopback(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(host ?? "");
}

export interface Answer {
  readonly status: number;
  readonly type: "application/json" | "text/xml";
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function jsonAnswer(value: Readonly<Record<string, unknown>> | undefined): Answer {
  return { status: 200, type: "application/json", body: value === undefined ? "" : writeJson(value) };
}

/** A double that is whole comes as `50.0`, as the service writes it. */
function writeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"(incrementFactor|thresholdPercentage)":(\d+)(?=[,}])/gu, '"$1":$2.0');
}

export function errorAnswer({ name, status, message }: ServiceError): Answer {
  const body = JSON.stringify({ message });
  return { status, type: "application/json", body, headers: { "x-amzn-ErrorType": name } };
}

/** STS speaks XML, and its codes do without the word Exception. */
export function xmlError({ name, status, message }: ServiceError, requestId: string): Answer {
  const type = status < 500 ? "Sender" : "Receiver";
  const code = name === "ThrottlingException" ? "Throttling" : name.replace(/Exception$/u, "");
  const error = `<Error><Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`;
  const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, type: "text/xml", body };
}

export function callerIdentity(accountId: string, requestId: string): Answer {
  const arn = `arn:aws:sts::${accountId}:assumed-role/sample/user`;
  const identity = `<Arn>${arn}</Arn><UserId>AROAEXAMPLEEXAMPLEEXA:user</UserId><Account>${accountId}</Account>`;
  const body = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${identity}</GetCallerIdentityResult><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
  return { status: 200, type: "text/xml", body };
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function send(response: ServerResponse, { status, type, body, headers }: Answer, requestId: string): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "x-amzn-RequestId": requestId,
    ...headers,
  });
  response.end(body);
}
