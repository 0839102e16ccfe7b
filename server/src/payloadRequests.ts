import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "./analysis";
import { convert } from "./features/convert";
import { pasted } from "./features/pasted";
import { memberRange, payload, payloads } from "./features/payload";
import { spanOf } from "./features/ranges";
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

/** Joins the requests of our own protocol to their features. */
export function answerPayloadRequests(connection: Connection, open: OpenDocuments): void {
  function at<T>({ textDocument, position }: PayloadParams, feature: AtOffset<T>): T | null {
    const answer = (analysis: Analysis): T | undefined =>
      feature(analysis, position && analysis.document.offsetAt(position));
    return open.of(textDocument.uri, answer) ?? null;
  }
  connection.onRequest(payloadRequest, (params: PayloadParams) => at(params, payload));
  connection.onRequest(
    payloadsRequest,
    ({ textDocument, range }: PayloadsParams) =>
      open.of(textDocument.uri, (analysis) => payloads(analysis, range && spanOf(analysis.document, range))) ?? [],
  );
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
