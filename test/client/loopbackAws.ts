// The services that credentials come from, and AWS IoT behind them, on loopback: each answers with what it was asked by.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHash } from "node:crypto";
import { listening } from "../loopback";

export interface LoopbackAws {
  readonly endpoint: string;
  /** What came in, oldest first: `ListJobs by KEY`, `AssumeRole arn:… by KEY with code 123456`. */
  readonly calls: readonly string[];
  /** The home of the user, where the shared AWS files and the cache of the login are. */
  readonly home: string;
  /** Puts a token for a session, or for a start URL, into the cache of the login. */
  readonly login: (session: string, token: object) => void;
}

/** Runs `body` on a machine with such a config file, in which `ENDPOINT` and `HOME` stand for where these are. */
export async function onLoopback(config: string, body: (aws: LoopbackAws) => Promise<void>): Promise<void> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { call, type, answer } = reply(request, text);
      calls.push(call);
      response.writeHead(200, { "content-type": type }).end(answer);
    });
  });
  const endpoint = `http://127.0.0.1:${await listening(server)}`;
  const home = mkdtempSync(path.join(tmpdir(), "iot-jobs-home-"));
  const cache = path.join(home, ".aws/sso/cache");
  mkdirSync(cache, { recursive: true });
  const file = path.join(home, ".aws/config");
  writeFileSync(file, config.replaceAll("ENDPOINT", endpoint).replaceAll("HOME", home));
  const login = (session: string, token: object): void =>
    writeFileSync(path.join(cache, `${createHash("sha1").update(session).digest("hex")}.json`), JSON.stringify(token));
  const env = { HOME: home, AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: path.join(home, ".aws/credentials") };
  try {
    await withEnvironment(env, () => body({ endpoint, calls, home, login }));
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The AWS SDK reads the environment of the process; what it had of AWS before is hidden meanwhile. */
async function withEnvironment(env: NodeJS.ProcessEnv, body: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, { AWS_EC2_METADATA_DISABLED: "true" }, env);
  try {
    await body();
  } finally {
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
}

interface Reply {
  readonly call: string;
  readonly type: string;
  readonly answer: string;
}

function reply({ method, url = "", headers }: IncomingMessage, body: string): Reply {
  const key = /Credential=([^/]+)/u.exec(headers.authorization ?? "")?.[1] ?? "nobody";
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  if (pathname === "/jobs") return json(`ListJobs by ${key}`, { jobs: [] });
  if (pathname === "/federation/credentials") {
    const token = String(headers["x-amz-sso_bearer_token"]);
    const roleCredentials = { accessKeyId: "FROM-SSO", secretAccessKey: "s", sessionToken: "t", expiration: later() };
    return json(`GetRoleCredentials ${searchParams.get("role_name") ?? ""} by ${token}`, { roleCredentials });
  }
  if (pathname === "/token") {
    return json("CreateToken", {
      accessToken: "renewed",
      expiresIn: 28_800,
      refreshToken: "next",
      tokenType: "Bearer",
    });
  }
  return sts(method ?? "", new URLSearchParams(body), key);
}

function later(): number {
  return Date.now() + 3_600_000;
}

function json(call: string, answer: object): Reply {
  return { call, type: "application/json", answer: JSON.stringify(answer) };
}

function sts(method: string, form: URLSearchParams, key: string): Reply {
  const action = form.get("Action") ?? method;
  const code = form.get("TokenCode");
  const token = form.get("WebIdentityToken");
  const role = form.get("RoleArn") ?? "";
  const call = `${[action, role, `by ${key}`].filter((each) => each !== "").join(" ")}${code === null ? "" : ` with code ${code}`}${token === null ? "" : ` with token ${token}`}`;
  const name = role.split("/").at(-1)?.toUpperCase() ?? "";
  const credentials = `<Credentials><AccessKeyId>ROLE-${name}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${new Date(later()).toISOString()}</Expiration></Credentials>`;
  const identity = `<Arn>arn:aws:iam::123456789012:user/u</Arn><UserId>U</UserId><Account>123456789012</Account>`;
  const result = `<${action}Result>${action === "GetCallerIdentity" ? identity : credentials}</${action}Result>`;
  const answer = `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${result}</${action}Response>`;
  return { call, type: "text/xml", answer };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** A profile that signs in at an SSO session; `ENDPOINT` is where the loopback server puts its address. */
export const sso = `[sso-session corp]
sso_start_url = https://corp.example.com/start
sso_region = us-east-1
[profile engineer]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = FleetEngineer
endpoint_url = ENDPOINT
`;
