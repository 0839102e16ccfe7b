import { isObject } from "./conform";
import { operations, type Request } from "./operations";
import { serviceError } from "./serviceError";

export type OperationName = keyof typeof operations | "GetCallerIdentity";

interface Route {
  readonly operation: keyof typeof operations;
  readonly method: string;
  /** The members in the path, by the names of its groups. */
  readonly path: RegExp;
  /** The members in the query, with what they are. */
  readonly query: Readonly<Record<string, "text" | "integer" | "flag">>;
}

const paging = { maxResults: "integer", nextToken: "text" } as const;

const routes: readonly Route[] = [
  { operation: "CreateJob", method: "PUT", path: /^\/jobs\/(?<jobId>[^/]+)$/u, query: {} },
  {
    operation: "DescribeJob",
    method: "GET",
    path: /^\/jobs\/(?<jobId>[^/]+)$/u,
    query: { beforeSubstitution: "flag" },
  },
  {
    operation: "ListJobs",
    method: "GET",
    path: /^\/jobs$/u,
    query: {
      status: "text",
      targetSelection: "text",
      thingGroupName: "text",
      thingGroupId: "text",
      namespaceId: "text",
      ...paging,
    },
  },
  { operation: "UpdateJob", method: "PATCH", path: /^\/jobs\/(?<jobId>[^/]+)$/u, query: { namespaceId: "text" } },
  { operation: "CancelJob", method: "PUT", path: /^\/jobs\/(?<jobId>[^/]+)\/cancel$/u, query: { force: "flag" } },
  {
    operation: "DeleteJob",
    method: "DELETE",
    path: /^\/jobs\/(?<jobId>[^/]+)$/u,
    query: { force: "flag", namespaceId: "text" },
  },
  {
    operation: "ListJobExecutionsForJob",
    method: "GET",
    path: /^\/jobs\/(?<jobId>[^/]+)\/things$/u,
    query: { status: "text", ...paging },
  },
  {
    operation: "DescribeJobExecution",
    method: "GET",
    path: /^\/things\/(?<thingName>[^/]+)\/jobs\/(?<jobId>[^/]+)$/u,
    query: { executionNumber: "integer" },
  },
  {
    operation: "GetJobDocument",
    method: "GET",
    path: /^\/jobs\/(?<jobId>[^/]+)\/job-document$/u,
    query: { beforeSubstitution: "flag" },
  },
  {
    operation: "ListTagsForResource",
    method: "GET",
    path: /^\/tags$/u,
    query: { resourceArn: "text", nextToken: "text" },
  },
];

export interface Call {
  readonly operation: OperationName;
  /** @throws SerializationException */
  readonly members: () => Request;
}

export interface HttpRequest {
  readonly method: string;
  /** Without the token, not decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** Which operation a request asks for; nothing if none. */
export function route(request: HttpRequest): Call | undefined {
  if (request.path === "/" && request.method === "POST") {
    const asked = new URLSearchParams(request.body).get("Action") === "GetCallerIdentity";
    return asked ? { operation: "GetCallerIdentity", members: () => ({}) } : undefined;
  }
  for (const candidate of routes) {
    const match = candidate.method === request.method ? candidate.path.exec(request.path) : null;
    if (match !== null) {
      return { operation: candidate.operation, members: () => readMembers(request, candidate, match.groups ?? {}) };
    }
  }
  return undefined;
}

function readMembers({ query, body }: HttpRequest, route: Route, path: Readonly<Record<string, string>>): Request {
  const inQuery = Object.entries(route.query).flatMap(([name, type]): [string, unknown][] => {
    const value = query.get(name);
    return value === null ? [] : [[name, typed(value, type)]];
  });
  const inPath = Object.entries(path).map(([name, value]): [string, string] => [name, decode(value)]);
  return { ...readBody(body), ...Object.fromEntries(inQuery), ...Object.fromEntries(inPath) };
}

function typed(value: string, type: "text" | "integer" | "flag"): unknown {
  if (type === "integer" && /^-?\d{1,15}$/u.test(value)) return Number(value);
  if (type === "flag" && (value === "true" || value === "false")) return value === "true";
  return value;
}

/** A path that is not well-formed stays as it is: then it breaks the constraint of the member. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function readBody(body: string): Request {
  const value = body === "" ? {} : parse(body);
  if (!isObject(value)) throw serviceError("SerializationException", "The body is not a JSON object.");
  return value;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw serviceError("SerializationException", "The body is not JSON.");
  }
}
