import type { RecordedRequest } from "./host";
import type { OperationName } from "./routes";
import { serviceError, ServiceError } from "./serviceError";
import type { Configuration } from "./shape";

/** Something that goes wrong on purpose: for one operation or all, so many times or until it is taken back. */
export type Fault = FaultScope & FaultKind;

interface FaultScope {
  readonly operation?: OperationName;
  readonly times?: number;
}

export type FaultKind =
  | { readonly kind: RefusalKind }
  /** Any other refusal. */
  | { readonly kind: "status"; readonly status: number; readonly name: string; readonly message: string }
  /** Waits before the operation is done. */
  | { readonly kind: "latency"; readonly milliseconds: number }
  /** The operation is done at once, its answer comes late. */
  | { readonly kind: "late-answer"; readonly milliseconds: number }
  /** The connection ends without an answer, and nothing was done. */
  | { readonly kind: "drop-before" }
  /** The connection ends without an answer, though the operation was done. */
  | { readonly kind: "drop-after" }
  /** The operation is done; its answer is this text, with status 200. */
  | { readonly kind: "malformed"; readonly body?: string }
  /** UpdateJob accepts the member and does not store it. */
  | { readonly kind: "drop-member"; readonly member: keyof Configuration }
  /** Calls back before the operation is done, to change something meanwhile. */
  | { readonly kind: "before"; readonly run: (request: RecordedRequest) => void };

type RefusalKind = keyof typeof refusals;

const refusals = {
  throttled: () => serviceError("ThrottlingException", "Rate exceeded"),
  internal: () => serviceError("InternalFailureException", "An unexpected error has occurred."),
  unavailable: () => serviceError("ServiceUnavailableException", "The service is temporarily unavailable."),
  expired: () => serviceError("ExpiredTokenException", "The security token included in the request is expired"),
  unrecognized: () =>
    serviceError("UnrecognizedClientException", "The security token included in the request is invalid."),
  denied: (operation: OperationName) =>
    serviceError(
      "AccessDeniedException",
      `User: arn:aws:sts::123456789012:assumed-role/sample/user is not authorized to perform: ${operation === "GetCallerIdentity" ? "sts" : "iot"}:${operation}`,
    ),
} as const satisfies Readonly<Record<string, (operation: OperationName) => ServiceError>>;

/** The error that a fault answers with, if it answers with one. */
export function refusalOf(fault: FaultKind, operation: OperationName): ServiceError | undefined {
  switch (fault.kind) {
    case "throttled":
    case "internal":
    case "unavailable":
    case "expired":
    case "unrecognized":
    case "denied":
      return refusals[fault.kind](operation);
    case "status":
      return new ServiceError(fault.name, fault.message, fault.status);
    case "latency":
    case "late-answer":
    case "drop-before":
    case "drop-after":
    case "malformed":
    case "drop-member":
    case "before":
      return undefined;
  }
}

/** A fault that was injected. */
export interface InjectedFault {
  /** How often it has struck. */
  readonly struck: number;
  remove(): void;
}

export interface Faults {
  inject(fault: Fault): InjectedFault;
  clear(): void;
  /** Those that strike a request, in the order in which they were injected. */
  strike(operation: OperationName): readonly Fault[];
}

interface Waiting {
  readonly fault: Fault;
  struck: number;
}

export function createFaults(): Faults {
  let waiting: readonly Waiting[] = [];
  return {
    inject: (fault) => {
      const entry: Waiting = { fault, struck: 0 };
      waiting = [...waiting, entry];
      return {
        get struck() {
          return entry.struck;
        },
        remove: () => {
          waiting = waiting.filter((other) => other !== entry);
        },
      };
    },
    clear: () => {
      waiting = [];
    },
    strike: (operation) => {
      const due = waiting.filter(({ fault, struck }) => strikes(fault, operation, struck));
      for (const entry of due) entry.struck += 1;
      return due.map(({ fault }) => fault);
    },
  };
}

function strikes(fault: Fault, operation: OperationName, struck: number): boolean {
  return (fault.operation ?? operation) === operation && struck < (fault.times ?? Infinity);
}
