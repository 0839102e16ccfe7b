import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { LanguageClientOptions, Range } from "vscode-languageclient/node";
import type {
  ConvertParams,
  ConvertResult,
  InitializationOptions,
  KnownJobsParams,
  Level,
  LocateParams,
  InlayHintKinds,
  PastedParams,
  PayloadParams,
  PayloadResult,
  PayloadsParams,
  Settings,
  Target,
} from "../../../server/src/protocol";
import {
  convertRequest,
  knownJobsNotification,
  locateRequest,
  pastedRequest,
  payloadRequest,
  payloadsRequest,
} from "../../../server/src/protocol";
import { oneAtATime } from "../oneAtATime";
import { commandName, isPayload, namedFiles, selector } from "./payloadDocuments";
import { lspPosition, lspRange, vscodeRange } from "./positions";
import { ruleLinks, rulesPage } from "./ruleLinks";

/** A payload of a document: the one at the position, or the only one. */
export interface PayloadPlace {
  readonly document: vscode.TextDocument;
  readonly position?: vscode.Position | undefined;
}

/** The language server, started again when the setting of the files that it serves changes. */
export class PayloadLanguage implements vscode.Disposable {
  #client: LanguageClient;
  /** A client that is starting cannot be disposed of, and one that is stopping cannot start. */
  readonly #alone = oneAtATime();
  #jobIds: readonly string[] = [];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#client = this.#create();
  }

  /** Tells the server which job ids there are, now or when it starts. */
  knownJobs(jobIds: readonly string[]): void {
    this.#jobIds = jobIds;
    void this.#tellJobs();
  }

  async #tellJobs(): Promise<void> {
    if (!this.#client.isRunning() || this.#jobIds.length === 0) return;
    const params: KnownJobsParams = { jobIds: this.#jobIds };
    await this.#client.sendNotification(knownJobsNotification, params);
  }

  #start(): Promise<void> {
    return this.#alone(() => this.#startIfNeeded());
  }

  async #startIfNeeded(): Promise<void> {
    if (!this.#client.needsStart()) return;
    await this.#client.start();
    await this.#tellJobs();
  }

  /** Starts the server with the first payload that is open: other JSON files must not pay for it. */
  async startFor(documents: readonly vscode.TextDocument[]): Promise<void> {
    if (this.#client.needsStart() && documents.some(isPayload)) await this.#start();
  }

  /** A script may get its first command while it is typed; other files are payloads by their names. */
  async startForTyped({ document, contentChanges }: vscode.TextDocumentChangeEvent): Promise<void> {
    if (!this.#client.needsStart() || document.languageId !== "shellscript") return;
    const isTyped = contentChanges.some(
      ({ range, text }) => text.includes(commandName) || document.lineAt(range.start.line).text.includes(commandName),
    );
    if (isTyped) await this.#start();
  }

  restart(): Promise<void> {
    return this.#alone(async () => {
      await this.#client.dispose();
      this.#client = this.#create();
      if (vscode.workspace.textDocuments.some(isPayload)) await this.#startIfNeeded();
    });
  }

  /** Tells the server what has changed while it runs. */
  async settingsChanged(): Promise<void> {
    if (!this.#client.isRunning()) return;
    await this.#client.sendNotification("workspace/didChangeConfiguration", { settings: settings() });
  }

  /** Undefined when no payload is there. */
  async payload(document: vscode.TextDocument, position?: vscode.Position): Promise<PayloadResult | undefined> {
    return this.#ask<PayloadResult>(payloadRequest, this.#at({ document, position }));
  }

  /** All payloads of a document, or those with text in a range, in the order of the text. */
  async payloads(document: vscode.TextDocument, range?: vscode.Range): Promise<readonly PayloadResult[]> {
    const { textDocument } = this.#at({ document });
    const params: PayloadsParams = { textDocument, ...(range && { range: lspRange(range) }) };
    return (await this.#ask<readonly PayloadResult[]>(payloadsRequest, params)) ?? [];
  }

  /** Where a member of a payload stands; undefined where neither it nor a parent is there. */
  async locate(place: PayloadPlace, path: LocateParams["path"]): Promise<vscode.Range | undefined> {
    const params: LocateParams = { ...this.#at(place), path };
    const found = await this.#ask<Range>(locateRequest, params);
    return found && vscodeRange(found);
  }

  /** A payload of an open document, or one as JSON text; undefined where there is none, or its text is broken. */
  async convert(source: PayloadPlace | { readonly json: string }, to: Target): Promise<ConvertResult | undefined> {
    const params: ConvertParams = { source: "json" in source ? source : this.#at(source), to };
    return this.#ask<ConvertResult>(convertRequest, params);
  }

  /** What was copied, as a payload in the notation of the document; undefined where it is plain text. */
  async pasted(document: vscode.TextDocument, text: string): Promise<ConvertResult | undefined> {
    const params: PastedParams = { textDocument: this.#at({ document }).textDocument, text };
    return this.#ask<ConvertResult>(pastedRequest, params);
  }

  #at({ document, position }: PayloadPlace): PayloadParams {
    return {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) },
      ...(position && { position: lspPosition(position) }),
    };
  }

  async #ask<T>(request: string, params: unknown): Promise<T | undefined> {
    if (this.#client.needsStart()) await this.#start();
    return (await this.#client.sendRequest<T | null>(request, params)) ?? undefined;
  }

  #create(): LanguageClient {
    const module = this.context.asAbsolutePath("dist/server.js");
    const options: LanguageClientOptions = {
      documentSelector: selector(),
      initializationOptions: initializationOptions(this.context.extension),
      outputChannel: this.log,
      middleware: ruleLinks(this.context.extensionUri),
    };
    // Node keeps there what it compiled, so that the next start is faster by a sixth.
    const env = { NODE_COMPILE_CACHE: vscode.Uri.joinPath(this.context.globalStorageUri, "compiled").fsPath };
    return new LanguageClient(
      "iotJobs",
      "IoT Jobs",
      { module, transport: TransportKind.ipc, options: { env } },
      options,
    );
  }

  dispose(): void {
    void this.#alone(() => this.#client.dispose());
  }
}

function initializationOptions(extension: vscode.Extension<unknown>): InitializationOptions {
  const l10n = vscode.l10n.uri?.toString();
  return {
    ...settings(),
    commands: commandsOf(extension.packageJSON),
    rulesPage: rulesPage(extension.extensionUri).toString(),
    ...(l10n === undefined ? {} : { l10n }),
  };
}

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function commandsOf(manifest: unknown): readonly string[] {
  return isManifest(manifest) ? manifest.contributes.commands.map(({ command }) => command) : [];
}

/** VS Code has read the manifest before it runs the extension. */
function isManifest(value: unknown): value is Manifest {
  return typeof value === "object" && value !== null && "contributes" in value;
}

/** Who outlines the files of a language already. */
const outliners = new Map([
  ["json", "vscode.json-language-features"],
  ["yaml", "redhat.vscode-yaml"],
]);

function isInstalled(extension: string): boolean {
  return vscode.extensions.getExtension(extension) !== undefined;
}

function settings(): Settings {
  const validates = vscode.workspace.getConfiguration("json").get<boolean>("validate.enable", true);
  return {
    payloadFiles: namedFiles(),
    editorReportsJsonSyntax: validates && isInstalled("vscode.json-language-features"),
    editorOutlines: [...outliners].filter(([, extension]) => isInstalled(extension)).map(([language]) => language),
    inlayHints: vscode.workspace.getConfiguration("iotJobs").get<InlayHintKinds>("inlayHints", {}),
    rules: vscode.workspace.getConfiguration("iotJobs").get<Readonly<Record<string, Level>>>("rules", {}),
  };
}
