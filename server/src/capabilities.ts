import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { type Encoding, encodingFor } from "./positionEncoding";
import type { InitializationOptions } from "./protocol";

/** What of the client's abilities makes a difference to an answer. */
export interface Client {
  readonly encoding: Encoding;
  readonly snippets: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** Commands of the client that an answer may name. */
  readonly commands: readonly string[];
}

export function clientOf(
  { general, textDocument, workspace }: ClientCapabilities,
  options: InitializationOptions,
): Client {
  return {
    encoding: encodingFor(general?.positionEncodings),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    commands: options.commands ?? [],
  };
}

export function initializeResult(client: Client): InitializeResult {
  return { serverInfo: { name: "iot-jobs" }, capabilities: capabilitiesFor(client) };
}

/** Only what the client can use is announced. */
function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    completionProvider: { triggerCharacters: ['"', ":"] },
    ...(client.commands.length > 0 && { codeLensProvider: {} }),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}
