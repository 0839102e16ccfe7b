import { config as loadTranslations } from "@vscode/l10n";
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type Position,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "./analysis";
import { codeLenses } from "./features/codeLenses";
import { completion } from "./features/completion";
import { diagnostics, diagnosticsBesideJsonSupport } from "./features/diagnostics";
import { hover } from "./features/hover";
import { payload } from "./features/payload";
import { notationOf } from "./payloadFiles";
import {
  type InitializationOptions,
  type PayloadParams,
  type PayloadResult,
  type Settings,
  payloadRequest,
} from "./protocol";

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
  const analyses = new Map<string, { readonly version: number; readonly analysis: Analysis }>();
  let client = clientOf({}, {});
  let settings: Settings = {};
  let notation = notationOf([]);

  function analysisOf(uri: string): Analysis | undefined {
    const document = documents.get(uri);
    const language = document && notation(uri, document.languageId);
    if (document === undefined || language === undefined) return undefined;
    const known = analyses.get(uri);
    if (known?.version === document.version) return known.analysis;
    const analysis = analyze(document, language);
    analyses.set(uri, { version: document.version, analysis });
    return analysis;
  }

  function shown(uri: string): ReturnType<typeof diagnostics> {
    const analysis = analysisOf(uri);
    if (analysis === undefined) return [];
    const beside = settings.editorReportsJsonSyntax === true && analysis.document.languageId === "json";
    return beside ? diagnosticsBesideJsonSupport(analysis) : diagnostics(analysis);
  }

  function apply(changed: Settings): void {
    settings = changed;
    notation = notationOf(changed.payloadFiles ?? []);
    analyses.clear();
  }

  function at<T>(uri: string, position: Position, feature: (analysis: Analysis, offset: number) => T): T | undefined {
    const analysis = analysisOf(uri);
    return analysis && feature(analysis, analysis.document.offsetAt(position));
  }

  connection.onInitialize(async ({ capabilities, initializationOptions }: InitializeParams) => {
    const options = initializationOptionsOf(initializationOptions);
    if (options.l10n !== undefined) await loadTranslations({ uri: options.l10n });
    client = clientOf(capabilities, options);
    apply(options);
    return initializeResult(client);
  });
  connection.onInitialized(() => {
    void connection.client
      .register(DidChangeConfigurationNotification.type, { section: "iotJobs" })
      .catch(() => undefined);
  });
  connection.onDidChangeConfiguration(({ settings: changed }) => {
    apply(initializationOptionsOf(changed));
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    else if (!client.pullsDiagnostics) documents.all().forEach(push);
  });

  function push({ uri, version }: TextDocument): void {
    void connection.sendDiagnostics({ uri, version, diagnostics: shown(uri) });
  }
  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) push(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    analyses.delete(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(({ textDocument }) => ({ kind: "full", items: shown(textDocument.uri) }));
  connection.onHover(({ textDocument, position }) => at(textDocument.uri, position, hover));
  connection.onCompletion(({ textDocument, position }) =>
    at(textDocument.uri, position, (analysis, offset) => completion(analysis, offset, client)),
  );
  connection.onCodeLens(({ textDocument }) => {
    const analysis = analysisOf(textDocument.uri);
    return analysis && codeLenses(analysis);
  });
  connection.onRequest(payloadRequest, ({ textDocument, position }: PayloadParams): PayloadResult | null => {
    const analysis = analysisOf(textDocument.uri);
    if (analysis === undefined) return null;
    return payload(analysis, position && analysis.document.offsetAt(position)) ?? null;
  });
  documents.listen(connection);
  connection.listen();
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
      completionProvider: { triggerCharacters: ['"', ":", "{", "[", ",", " "] },
      ...(client.codeLens && { codeLensProvider: {} }),
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      }),
    },
  };
}
