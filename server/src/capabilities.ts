import type {
  ClientCapabilities,
  InitializeResult,
  ServerCapabilities,
  TextDocumentClientCapabilities,
} from "vscode-languageserver";
import { CodeActionKind, InsertTextMode } from "vscode-languageserver-types";
import { fixAllKind } from "./features/quickFixes";
import { tokenTypes } from "./features/semanticTokens";
import { TextDocumentSyncKind } from "./lsp";
import { type Encoding, encodingFor } from "./positionEncoding";
import type { InitializationOptions } from "./protocol";

/** What of the client's abilities makes a difference to an answer. */
export interface Client {
  readonly encoding: Encoding;
  readonly snippets: boolean;
  /** The editor indents the later lines of a completion as the line that it goes into. */
  readonly indents: boolean;
  /** The editor shows a word on each row of the list of completions. */
  readonly describesRows: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  /** The outline is a tree. */
  readonly nestsSymbols: boolean;
  /** Formatting can be asked for by file. */
  readonly registersFormatting: boolean;
  /** What the client itself said, for what is announced. */
  readonly textDocument: TextDocumentClientCapabilities;
  /** Commands of the client that an answer may name. */
  readonly commands: readonly string[];
}

export function clientOf(
  { general, textDocument = {}, workspace }: ClientCapabilities,
  options: InitializationOptions,
): Client {
  const item = textDocument.completion?.completionItem;
  return {
    encoding: encodingFor(general?.positionEncodings),
    snippets: item?.snippetSupport === true,
    indents: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
    describesRows: item?.labelDetailsSupport === true,
    pullsDiagnostics: textDocument.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    nestsSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    registersFormatting: textDocument.formatting?.dynamicRegistration === true,
    textDocument,
    commands: options.commands ?? [],
  };
}

export function initializeResult(client: Client): InitializeResult {
  return { serverInfo: { name: "iot-jobs" }, capabilities: capabilitiesFor(client) };
}

/** Only what the client can use is announced. */
function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    // No comma and no bracket: the Enter that often follows them would take a row of the list.
    completionProvider: { triggerCharacters: ['"', "'", ":", "=", "-", " "], resolveProvider: true },
    ...(client.commands.length > 0 && { codeLensProvider: {} }),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...structureOf(client),
  };
}

/** What a client that does not know the request would never ask. */
function structureOf({ textDocument, registersFormatting }: Client): ServerCapabilities {
  const { documentSymbol, foldingRange, selectionRange, documentHighlight } = textDocument;
  const { semanticTokens, inlayHint, documentLink, formatting, rename } = textDocument;
  return {
    ...(documentSymbol && { documentSymbolProvider: true }),
    ...(foldingRange && { foldingRangeProvider: true }),
    ...(selectionRange && { selectionRangeProvider: true }),
    ...(documentHighlight && { documentHighlightProvider: true }),
    ...(semanticTokens && {
      semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true, range: true },
    }),
    ...(inlayHint && { inlayHintProvider: true }),
    ...(documentLink && { documentLinkProvider: {} }),
    ...(formatting && !registersFormatting && { documentFormattingProvider: true }),
    ...(rename && { renameProvider: rename.prepareSupport === true ? { prepareProvider: true } : true }),
  };
}
