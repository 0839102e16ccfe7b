import { config as loadTranslations } from "@vscode/l10n";
import { type Connection, DiagnosticRefreshRequest, type InitializeParams, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { clientOf, initializeResult } from "./capabilities";
import { clientOptionsOf } from "./clientOptions";
import { OpenDocuments } from "./openDocuments";
import { documentsIn } from "./positionEncoding";
import { answerRequests } from "./requests";

/** Joins the features to the protocol: the life of a connection. */
export function serve(connection: Connection): void {
  let client = clientOf({}, {});
  const documents = new TextDocuments(documentsIn(() => client.encoding));
  const open = new OpenDocuments((uri) => documents.get(uri));

  connection.onInitialize(async ({ capabilities, initializationOptions }: InitializeParams) => {
    const options = clientOptionsOf(initializationOptions);
    if (options.l10n !== undefined) await loadTranslations({ uri: options.l10n });
    client = clientOf(capabilities, options);
    open.configure(options);
    return initializeResult(client);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    open.configure(clientOptionsOf(settings));
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
