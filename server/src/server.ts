import { config as loadTranslations } from "@vscode/l10n";
import type { Connection, InitializeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Client, clientOf, initializeResult } from "./capabilities";
import { clientOptionsOf } from "./clientOptions";
import { answerLanguageRequests } from "./languageRequests";
import { answerRefused } from "./lifecycle";
import { DocumentFormattingRequest, TextDocuments } from "./lsp";
import { OpenDocuments } from "./openDocuments";
import { answerPayloadRequests } from "./payloadRequests";
import { documentsIn } from "./positionEncoding";

/** Joins the features to the protocol: the life of a connection. */
export function serve(connection: Connection): void {
  let client = clientOf({}, {});
  const documents = new TextDocuments(documentsIn(() => client.encoding));
  const open = new OpenDocuments(documents);

  connection.onInitialize(async ({ capabilities, initializationOptions }: InitializeParams) => {
    const options = clientOptionsOf(initializationOptions);
    if (options.l10n !== undefined) await loadTranslations({ uri: options.l10n });
    client = clientOf(capabilities, options);
    open.configure(options);
    return initializeResult(client);
  });
  connection.onInitialized(() => registerFormatting(connection, client));
  connection.onDidChangeConfiguration(({ settings }) => {
    open.configure(clientOptionsOf(settings));
    if (client.refreshesInlayHints) wish(connection.languages.inlayHint.refresh());
    if (client.refreshesDiagnostics) wish(connection.languages.diagnostics.refresh());
    else if (!client.pullsDiagnostics) documents.all().forEach(push);
  });

  function push({ uri, version }: TextDocument): void {
    void connection.sendDiagnostics({ uri, version, diagnostics: open.diagnostics(uri) });
  }
  documents.onDidChangeContent(({ document }) => {
    open.changed(document.uri);
    if (!client.pullsDiagnostics) push(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    open.forget(uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  answerRefused(connection);
  answerLanguageRequests(connection, open, () => client);
  answerPayloadRequests(connection, open);
  documents.listen(connection);
  connection.listen();
}

/** JSON and YAML keep the user's own formatters: a client that can is asked for the other files alone. */
function registerFormatting(connection: Connection, { registersFormatting }: Client): void {
  if (!registersFormatting) return;
  const documentSelector = [{ language: "iot-update-job" }, { pattern: "**/*.update-job" }];
  wish(connection.client.register(DocumentFormattingRequest.type, { documentSelector }));
}

/** The client may refuse; a rejection that nobody handles would end the process. */
function wish(request: Promise<unknown>): void {
  request.catch(() => undefined);
}
