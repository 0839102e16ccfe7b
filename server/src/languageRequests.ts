import type { Connection, WorkspaceEdit } from "vscode-languageserver";
import type { Analysis } from "./analysis";
import type { Client } from "./capabilities";
import { documentHighlights } from "./features/documentHighlights";
import { documentLinks } from "./features/documentLinks";
import { documentSymbols, flatSymbols } from "./features/documentSymbols";
import { foldingRanges } from "./features/foldingRanges";
import { formatting } from "./features/formatting";
import { inlayHints } from "./features/inlayHints";
import { spanOf } from "./features/ranges";
import { refusalOfName, renamable, rename } from "./features/rename";
import { selectionRange } from "./features/selectionRanges";
import { semanticTokens } from "./features/semanticTokens";
import { LSPErrorCodes, ResponseError } from "./lsp";
import type { OpenDocuments } from "./openDocuments";

/** Joins the requests about the structure of a document to their features. */
export function answerLanguageRequests(connection: Connection, open: OpenDocuments, client: () => Client): void {
  connection.onDocumentSymbol(({ textDocument }) => {
    const analysis = withPayload(open, textDocument.uri);
    if (analysis === undefined || open.settings.editorOutlines?.includes(analysis.document.languageId)) return null;
    return client().nestsSymbols ? documentSymbols(analysis) : flatSymbols(analysis);
  });
  connection.onFoldingRanges(({ textDocument }) => open.of(textDocument.uri, foldingRanges));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    open.of(textDocument.uri, (analysis) =>
      positions.map((position) => selectionRange(analysis, analysis.document.offsetAt(position))),
    ),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    open.at(textDocument.uri, position, documentHighlights),
  );
  connection.onDocumentLinks(({ textDocument }) => open.of(textDocument.uri, documentLinks));
  connection.onDocumentFormatting(({ textDocument, options }) =>
    open.of(textDocument.uri, (analysis) => formatting(analysis, options)),
  );
  answerTokensAndHints(connection, open);
  answerRename(connection, open);
}

function answerTokensAndHints(connection: Connection, open: OpenDocuments): void {
  const none = { data: [] };
  connection.languages.semanticTokens.on(
    ({ textDocument }) => open.of(textDocument.uri, (analysis) => semanticTokens(analysis)) ?? none,
  );
  connection.languages.semanticTokens.onRange(
    ({ textDocument, range }) =>
      open.of(textDocument.uri, (analysis) => semanticTokens(analysis, spanOf(analysis.document, range))) ?? none,
  );
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    open.of(textDocument.uri, (analysis) =>
      inlayHints(analysis, spanOf(analysis.document, range), open.settings.inlayHints ?? {}),
    ),
  );
}

function answerRename(connection: Connection, open: OpenDocuments): void {
  connection.onPrepareRename(({ textDocument, position }) => open.at(textDocument.uri, position, renamable));
  connection.onRenameRequest(({ textDocument, position, newName }): WorkspaceEdit | undefined => {
    const refusal = refusalOfName(newName);
    if (refusal !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, refusal);
    return open.at(textDocument.uri, position, (analysis, offset) => rename(analysis, offset, newName, open.all()));
  });
}

/** In a script without payloads the editor's other helpers have the word. */
function withPayload(open: OpenDocuments, uri: string): Analysis | undefined {
  const analysis = open.analysis(uri);
  return analysis?.tree.roots.length === 0 ? undefined : analysis;
}
