import { config as loadTranslations } from "@vscode/l10n";
import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DiagnosticRefreshRequest,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeLenses } from "./features/codeLenses";
import { completion } from "./features/completion";
import { hover } from "./features/hover";
import { payload } from "./features/payload";
import { quickFixes } from "./features/quickFixes";
import { OpenDocuments } from "./openDocuments";
import { type InitializationOptions, type PayloadParams, type PayloadResult, payloadRequest } from "./protocol";

interface Client {
  readonly snippets: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly codeLens: boolean;
}

function clientOf(capabilities: ClientCapabilities, options: InitializationOptions): Client {
  const { textDocument, workspace } = capabilities;
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    codeLens: options.codeLens === true,
  };
}

/** Joins the features to the protocol. The only file that knows LSP requests. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const open = new OpenDocuments((uri) => documents.get(uri));
  let client = clientOf({}, {});

  connection.onInitialize(async ({ capabilities, initializationOptions }: InitializeParams) => {
    const options = initializationOptionsOf(initializationOptions);
    if (options.l10n !== undefined) await loadTranslations({ uri: options.l10n });
    client = clientOf(capabilities, options);
    open.configure(options);
    return initializeResult(client);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    open.configure(initializationOptionsOf(settings));
    if (client.refreshesDiagnostics) void connection.sendRequest(DiagnosticRefreshRequest.type);
    else if (!client.pullsDiagnostics) documents.all().forEach(push);
  });

  function push({ uri, version }: TextDocument): void {
    void connection.sendDiagnostics({ uri, version, diagnostics: open.diagnostics(uri) });
  }
  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) push(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    open.forget(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  answerRequests(connection, open, () => client);
  documents.listen(connection);
  connection.listen();
}

function answerRequests(connection: Connection, open: OpenDocuments, client: () => Client): void {
  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: "full",
    items: open.diagnostics(textDocument.uri),
  }));
  connection.onHover(({ textDocument, position }) => open.at(textDocument.uri, position, hover));
  connection.onCompletion(({ textDocument, position }) =>
    open.at(textDocument.uri, position, (analysis, offset) => completion(analysis, offset, client())),
  );
  connection.onCodeAction(({ textDocument, range }) => {
    const analysis = open.analysis(textDocument.uri);
    if (analysis === undefined) return [];
    const { document } = analysis;
    return quickFixes(analysis, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  });
  connection.onCodeLens(({ textDocument }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis && codeLenses(analysis);
  });
  connection.onRequest(payloadRequest, ({ textDocument, position }: PayloadParams): PayloadResult | null => {
    const analysis = open.analysis(textDocument.uri);
    if (analysis === undefined) return null;
    return payload(analysis, position && analysis.document.offsetAt(position)) ?? null;
  });
}

function initializationOptionsOf(value: unknown): InitializationOptions {
  if (typeof value !== "object" || value === null) return {};
  const options: Record<string, unknown> = { ...value };
  const { payloadFiles, editorReportsJsonSyntax, codeLens, l10n } = options;
  return {
    ...(Array.isArray(payloadFiles) && { payloadFiles: payloadFiles.filter((glob) => typeof glob === "string") }),
    ...(typeof editorReportsJsonSyntax === "boolean" && { editorReportsJsonSyntax }),
    ...(typeof codeLens === "boolean" && { codeLens }),
    ...(typeof l10n === "string" && { l10n }),
  };
}

function initializeResult(client: Client): InitializeResult {
  return {
    serverInfo: { name: "iot-jobs" },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      completionProvider: { triggerCharacters: ['"', ":"] },
      ...(client.codeLens && { codeLensProvider: {} }),
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      }),
    },
  };
}
