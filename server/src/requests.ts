import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver-types";
import { type Analysis, analyze } from "./analysis";
import type { Client } from "./capabilities";
import { answerCompletion } from "./completionRequests";
import { codeLenses } from "./features/codeLenses";
import { convert } from "./features/convert";
import { hover } from "./features/hover";
import { pasted } from "./features/pasted";
import { memberRange, payload, payloads } from "./features/payload";
import { quickFixes } from "./features/quickFixes";
import type { OpenDocuments } from "./openDocuments";
import {
  type ConvertParams,
  type ConvertResult,
  type LocateParams,
  type PastedParams,
  type PayloadParams,
  type PayloadsParams,
  convertRequest,
  locateRequest,
  pastedRequest,
  payloadRequest,
  payloadsRequest,
} from "./protocol";
import type { Span } from "./syntax/tree";

/** Joins each request to its feature. */
export function answerRequests(connection: Connection, open: OpenDocuments, client: () => Client): void {
  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: "full",
    items: open.diagnostics(textDocument.uri),
  }));
  connection.onHover(({ textDocument, position }) => open.at(textDocument.uri, position, hover));
  answerCompletion(connection, open, client);
  connection.onCodeAction(({ textDocument, range, context: { only } }) => {
    const analysis = open.analysis(textDocument.uri);
    if (analysis === undefined) return [];
    return quickFixes(analysis, spanOf(analysis.document, range), { only, commands: client().commands });
  });
  connection.onCodeLens(({ textDocument }) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis && codeLenses(analysis, client().commands);
  });
  answerOwnRequests(connection, open);
}

/** The requests of our own protocol. */
function answerOwnRequests(connection: Connection, open: OpenDocuments): void {
  function at<T>({ textDocument, position }: PayloadParams, feature: AtOffset<T>): T | null {
    const analysis = open.analysis(textDocument.uri);
    return (analysis && feature(analysis, position && analysis.document.offsetAt(position))) ?? null;
  }
  connection.onRequest(payloadRequest, (params: PayloadParams) => at(params, payload));
  connection.onRequest(payloadsRequest, ({ textDocument, range }: PayloadsParams) => {
    const analysis = open.analysis(textDocument.uri);
    return analysis === undefined ? [] : payloads(analysis, range && spanOf(analysis.document, range));
  });
  connection.onRequest(convertRequest, ({ source, to }: ConvertParams): ConvertResult | null => {
    if (!("json" in source)) return at(source, (analysis, offset) => convert(analysis, offset, to));
    const document = TextDocument.create("", "json", 1, source.json);
    return convert(analyze(document, "json"), undefined, to) ?? null;
  });
  connection.onRequest(pastedRequest, ({ textDocument, text }: PastedParams): ConvertResult | null => {
    const notation = open.analysis(textDocument.uri)?.notation;
    return (notation && pasted(text, notation === "script" ? "options" : notation)) ?? null;
  });
  connection.onRequest(locateRequest, ({ path, ...params }: LocateParams) =>
    at(params, (analysis, offset) => memberRange(analysis, offset, path)),
  );
}

type AtOffset<T> = (analysis: Analysis, offset: number | undefined) => T | undefined;

function spanOf(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
