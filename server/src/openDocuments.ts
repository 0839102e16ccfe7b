import type { Diagnostic, Position } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze } from "./analysis";
import { diagnostics, diagnosticsBesideJsonSupport } from "./features/diagnostics";
import { defaultRules, ruleBook } from "./model/ruleBook";
import { type NotationOf, notationOf } from "./payloadFiles";
import type { InitializationOptions, Settings } from "./protocol";

/** The documents that the editor has open, ours and others. */
interface Documents {
  get(uri: string): TextDocument | undefined;
  keys(): readonly string[];
}

/** The open documents with payloads in them: each version is analyzed once, when something first asks. */
export class OpenDocuments {
  readonly #analyses = new Map<string, { readonly version: number | undefined; readonly analysis: Analysis }>();
  readonly #documents: Documents;
  #settings: InitializationOptions = {};
  #rules = defaultRules;
  #notationOf: NotationOf = notationOf([]);

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** All that are open. */
  all(): readonly Analysis[] {
    return this.#documents.keys().flatMap((uri) => this.analysis(uri) ?? []);
  }

  /** What is not given stays as it is. */
  configure(settings: InitializationOptions): void {
    this.#analyses.clear();
    this.#settings = { ...this.#settings, ...settings };
    const { payloadFiles = [], rules = {}, rulesPage } = this.#settings;
    this.#rules = ruleBook(rules, rulesPage);
    this.#notationOf = notationOf(payloadFiles);
  }

  /** There is a newer version, for which the analysis of this one is kept. Not every editor counts them up. */
  changed(uri: string): void {
    const known = this.#analyses.get(uri);
    if (known !== undefined) this.#analyses.set(uri, { ...known, version: undefined });
  }

  forget(uri: string): void {
    this.#analyses.delete(uri);
  }

  /** `undefined` for a document that is closed, or none of ours. */
  analysis(uri: string): Analysis | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const known = this.#analyses.get(uri);
    if (known?.version === document.version) return known.analysis;
    const notation = known?.analysis.notation ?? this.#notationOf(uri, document.languageId);
    if (notation === undefined) return undefined;
    const analysis = analyze(document, notation, this.#rules, known?.analysis);
    this.#analyses.set(uri, { version: document.version, analysis });
    return analysis;
  }

  /** Those that something has asked for in the version that is open. */
  analyses(): readonly Analysis[] {
    return [...this.#analyses.values()].flatMap(({ version, analysis }) => (version === undefined ? [] : [analysis]));
  }

  /** Asks a feature about a document. */
  of<T>(uri: string, feature: (analysis: Analysis) => T): T | undefined {
    const analysis = this.analysis(uri);
    return analysis && feature(analysis);
  }

  /** Asks a feature at a position. */
  at<T>(uri: string, position: Position, feature: (analysis: Analysis, offset: number) => T): T | undefined {
    return this.of(uri, (analysis) => feature(analysis, analysis.document.offsetAt(position)));
  }

  /** What to underline: all problems, less those that the editor underlines itself. */
  diagnostics(uri: string): Diagnostic[] {
    const analysis = this.analysis(uri);
    if (analysis === undefined) return [];
    const editorsOwn = this.#settings.editorReportsJsonSyntax === true && analysis.document.languageId === "json";
    return editorsOwn ? diagnosticsBesideJsonSupport(analysis) : diagnostics(analysis);
  }
}
