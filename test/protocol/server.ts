import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
  type ProtocolConnection,
} from "vscode-languageserver/node";

/** The built server as any editor starts it, and a connection to it. */
export interface RunningServer {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcessWithoutNullStreams;
  /** What it announced. */
  readonly capabilities: object;
  /** What it asks for once it runs: never comes where it asks for nothing. */
  readonly registered: Promise<unknown>;
  open(uri: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(capabilities: object, initializationOptions: object = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, ["dist/server.js", "--stdio"]);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const registered = new Promise<unknown>((resolve) => {
    connection.onRequest("client/registerCapability", (params: unknown) => {
      resolve(params);
      return null;
    });
  });
  connection.listen();
  const { capabilities: announced } = await connection.sendRequest<{ capabilities: object }>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    process: child,
    capabilities: announced,
    registered,
    open: (uri, text) =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "json", version: 1, text },
      }),
    stop: async () => {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await exited;
      connection.dispose();
    },
  };
}

/** Starts Node with `args`, writes the messages as frames, and gives all that it answered until it ended. */
export async function converse(args: readonly string[], messages: readonly object[]): Promise<string> {
  const child = spawn(process.execPath, args);
  let answer = "";
  child.stdout.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  for (const message of messages) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
  await once(child, "exit");
  return answer;
}
