import type { Connection, WorkspaceEdit } from "vscode-languageserver";
import type { Analysis } from "./analysis";
import type { Client } from "./capabilities";
import { answerCompletion } from "./completionRequests";
import { codeLenses } from "./features/codeLenses";
import { documentHighlights } from "./features/documentHighlights";
import { documentLinks } from "./features/documentLinks";
import { documentSymbols, flatSymbols } from "./features/documentSymbols";
import { foldingRanges } from "./features/foldingRanges";
import { formatting } from "./features/formatting";
import { hover } from "./features/hover";
import { inlayHints } from "./features/inlayHints";
import { quickFixes } from "./features/quickFixes";
import { spanOf } from "./features/ranges";
import { refusalOfName, renamable, rename } from "./features/rename";
import { selectionRange } from "./features/selectionRanges";
import { semanticTokens } from "./features/semanticTokens";
import { LSPErrorCodes, ResponseError } from "./lsp";
import type { OpenDocuments } from "./openDocuments";

/** Joins the requests of LSP to their features. */
export function answerLanguageRequests(connection: Connection, open: OpenDocuments, client: () => Client): void {
  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: "full",
    items: open.diagnostics(textDocument.uri),
  }));
  answerCompletion(connection, open, client);
  answerActions(connection, open, client);
  answerStructure(connection, open, client);
  answerTokensAndHints(connection, open);
  answerRename(connection, open);
}

function answerActions(connection: Connection, open: OpenDocuments, client: () => Client): void {
  connection.onHover(({ textDocument, position }) => open.at(textDocument.uri, position, hover));
  connection.onCodeAction(({ textDocument, range, context: { only } }) =>
    open.of(textDocument.uri, (analysis) =>
      quickFixes(analysis, spanOf(analysis.document, range), { only, commands: client().commands }),
    ),
  );
  connection.onCodeLens(({ textDocument }) =>
    open.of(textDocument.uri, (analysis) => codeLenses(analysis, client().commands)),
  );
  connection.onDocumentFormatting(({ textDocument, options }) =>
    open.of(textDocument.uri, (analysis) => formatting(analysis, options)),
  );
}

function answerStructure(connection: Connection, open: OpenDocuments, client: () => Client): void {
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
