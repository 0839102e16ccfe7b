import type { Connection, MessageStrategy, RequestMessage } from "vscode-languageserver";
import { ErrorCodes, Message, ResponseError } from "./lsp";

/** What a request becomes that comes out of turn. */
const refused = "iotJobs/refused";

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** Holds a client to the order that LSP wants: `initialize` first and once, and nothing between `shutdown` and `exit`. */
export function inOrder(): MessageStrategy {
  let phase: "new" | "running" | "shut down" = "new";

  function refusalOf(method: string): Refusal | undefined {
    switch (phase) {
      case "new":
        if (method !== "initialize") return { code: ErrorCodes.ServerNotInitialized, message: "Not initialized yet." };
        phase = "running";
        return undefined;
      case "running":
        if (method === "initialize") return { code: ErrorCodes.InvalidRequest, message: "Initialized already." };
        if (method === "shutdown") phase = "shut down";
        return undefined;
      case "shut down":
        return { code: ErrorCodes.InvalidRequest, message: "Shut down already." };
    }
  }

  function admitted(request: RequestMessage): RequestMessage {
    const refusal = refusalOf(request.method);
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

/** Answers what came out of turn. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refused, ({ code, message }: Refusal) => {
    throw new ResponseError(code, message);
  });
}
