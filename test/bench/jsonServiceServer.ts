// VS Code's JSON language service behind the smallest server that asks it, with the schema of UpdateJob.
import { getLanguageService } from "vscode-json-languageservice";
import { ProposedFeatures, TextDocumentSyncKind, TextDocuments, createConnection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { updateJobSchema } from "../../server/src/model/jsonSchema";

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: "schema://update-job", fileMatch: ["*"], schema: updateJobSchema() }],
});

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    completionProvider: {},
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(async ({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  const items = document === undefined ? [] : await service.doValidation(document, service.parseJSONDocument(document));
  return { kind: "full", items };
});
connection.onCompletion(({ textDocument, position }) => {
  const document = documents.get(textDocument.uri);
  return document && service.doComplete(document, position, service.parseJSONDocument(document));
});
connection.onHover(({ textDocument, position }) => {
  const document = documents.get(textDocument.uri);
  return document && service.doHover(document, position, service.parseJSONDocument(document));
});
documents.listen(connection);
connection.listen();
