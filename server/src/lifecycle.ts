import type { Connection, MessageStrategy, RequestMessage } from "vscode-languageserver";
import { ErrorCodes, Message, ResponseError } from "./lsp";
import { wrongParameter } from "./parameters";

/** What a request becomes that comes out of turn, or lacks what it is about. */
const refused = "iotJobs/refused";

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Holds a client to the order that LSP wants: `initialize` first and once, and nothing between `shutdown` and `exit`. Between
 * these, to parameters that can be answered.
 */
export function inOrder(): MessageStrategy {
  let phase: "new" | "running" | "shut down" = "new";

  function refusalOf({ method, params }: RequestMessage): Refusal | undefined {
    switch (phase) {
      case "new":
        if (method !== "initialize") return { code: ErrorCodes.ServerNotInitialized, message: "Not initialized yet." };
        phase = "running";
        return undefined;
      case "running":
        if (method === "initialize") return { code: ErrorCodes.InvalidRequest, message: "Initialized already." };
        if (method === "shutdown") phase = "shut down";
        return refusalOfParameters(method, params);
      case "shut down":
        return { code: ErrorCodes.InvalidRequest, message: "Shut down already." };
    }
  }

  function admitted(request: RequestMessage): RequestMessage {
    const refusal = refusalOf(request);
    return refusal === undefined ? request : { ...request, method: refused, params: refusal };
  }

  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) return next(admitted(message));
      const isDropped = Message.isNotification(message) && phase !== "running" && message.method !== "exit";
      return isDropped ? undefined : next(message);
    },
  };
}

function refusalOfParameters(method: string, parameters: unknown): Refusal | undefined {
  const name = wrongParameter(method, parameters);
  return name === undefined
    ? undefined
    : { code: ErrorCodes.InvalidParams, message: `The parameter ${name} of ${method} is missing or wrong.` };
}

/** Answers what came out of turn. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refused, ({ code, message }: Refusal) => {
    throw new ResponseError(code, message);
  });
}
