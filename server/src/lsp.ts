// All that the server runs of the LSP library. Bundled, each file that imports from it gets a copy of its five hundred names,
// which takes half a millisecond of a start: lint lets this file alone do so.
export {
  DocumentFormattingRequest,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  ProposedFeatures,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  createConnection,
} from "vscode-languageserver/node";
