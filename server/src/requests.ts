import type { Connection } from "vscode-languageserver";
import type { Client } from "./capabilities";
import { codeLenses } from "./features/codeLenses";
import { completion } from "./features/completion";
import { hover } from "./features/hover";
import { payload } from "./features/payload";
import { quickFixes } from "./features/quickFixes";
import type { OpenDocuments } from "./openDocuments";
import { type PayloadParams, type PayloadResult, payloadRequest } from "./protocol";

/** Joins each request to its feature. */
export function answerRequests(connection: Connection, open: OpenDocuments, client: () => Client): void {
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
    return analysis && codeLenses(analysis, client().commands);
  });
  connection.onRequest(payloadRequest, ({ textDocument, position }: PayloadParams): PayloadResult | null => {
    const analysis = open.analysis(textDocument.uri);
    if (analysis === undefined) return null;
    return payload(analysis, position && analysis.document.offsetAt(position)) ?? null;
  });
}
