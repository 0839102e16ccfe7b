// All that the server runs of the LSP library, in which a name is looked up once. An import would make a copy of its five
// hundred names for each file that has one, which takes a millisecond of a start: lint lets this file alone ask for it.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
import library = require("vscode-languageserver/node");

export const {
  DocumentFormattingRequest,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  ProposedFeatures,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  createConnection,
} = library;
export type Message = library.Message;
