import { LSPErrorCodes, Message, ProposedFeatures, createConnection } from "./lsp";
import { inOrder } from "./lifecycle";
import { serve } from "./server";

/** What is withdrawn before its turn comes is not worked out. */
const connectionStrategy = {
  cancelUndispatched: (message: Message) =>
    Message.isRequest(message)
      ? {
          jsonrpc: message.jsonrpc,
          id: message.id,
          error: { code: LSPErrorCodes.RequestCancelled, message: "Canceled" },
        }
      : undefined,
};

serve(createConnection(ProposedFeatures.all, { connectionStrategy, messageStrategy: inOrder() }));
