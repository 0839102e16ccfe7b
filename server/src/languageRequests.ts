import { type Connection, LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { Analysis } from "./analysis";
import type { Client } from "./capabilities";
import { documentHighlights } from "./features/documentHighlights";
import { documentLinks } from "./features/documentLinks";
import { documentSymbols, flatSymbols } from "./features/documentSymbols";
import { foldingRanges } from "./features/foldingRanges";
import { formatting } from "./features/formatting";
import { inlayHints } from "./features/inlayHints";
import { refusalOfName, renamable, rename } from "./features/rename";
import { selectionRange } from "./features/selectionRanges";
import { semanticTokens } from "./features/semanticTokens";
import type { OpenDocuments } from "./openDocuments";
import type { Span } from "./syntax/tree";

/** Joins the requests about the structure of a document to their features. */
export function answerLanguageRequests(connection: Connection, open: OpenDocuments, client: () => Client): void {
  connection.onDocumentSymbol(({ textDocument }) => {
    const analysis = withPayload(open, textDocument.uri);
    if (analysis === undefined || open.settings.editorOutlines?.includes(analysis.document.languageId)) return null;
    return client().nestsSymbols ? documentSymbols(analysis) : flatSymbols(analysis);
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis && foldingRanges(analysis);
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis && positions.map((position) => selectionRange(analysis, analysis.document.offsetAt(position)));
  });
  connection.onDocumentHighlight(({ textDocument, position }) =>
    open.at(textDocument.uri, position, documentHighlights),
  );
  connection.onDocumentLinks(({ textDocument }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis && documentLinks(analysis);
  });
  connection.onDocumentFormatting(({ textDocument, options }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis && formatting(analysis, options);
  });
  answerTokensAndHints(connection, open);
  answerRename(connection, open);
}

function answerTokensAndHints(connection: Connection, open: OpenDocuments): void {
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis === undefined ? { data: [] } : semanticTokens(analysis);
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis === undefined ? { data: [] } : semanticTokens(analysis, spanOf(analysis, range));
  });
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis && inlayHints(analysis, spanOf(analysis, range), open.settings.inlayHints ?? {});
  });
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

function spanOf({ document }: Analysis, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
