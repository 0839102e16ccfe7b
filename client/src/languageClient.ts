import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { LanguageClientOptions } from "vscode-languageclient/node";
import type {
  ConvertParams,
  ConvertResult,
  InitializationOptions,
  PayloadParams,
  PayloadResult,
  Settings,
  Target,
} from "../../server/src/protocol";
import { convertRequest, payloadRequest } from "../../server/src/protocol";

const ownPatterns = ["**/*.update-job.{json,yaml,yml}", "**/update-job.{json,yaml,yml}"];

/** A payload of a document: the one at the position, or the only one. */
export interface PayloadPlace {
  readonly document: vscode.TextDocument;
  readonly position?: vscode.Position | undefined;
}

/** The language server, started again when the setting of the files that it serves changes. */
export class PayloadLanguage implements vscode.Disposable {
  #client: LanguageClient;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#client = this.#create();
  }

  /** Starts the server with the first payload that is open: other JSON files must not pay for it. */
  async startFor(documents: readonly vscode.TextDocument[]): Promise<void> {
    if (this.#client.needsStart() && documents.some(isPayload)) await this.#client.start();
  }

  async restart(): Promise<void> {
    await this.#client.dispose();
    this.#client = this.#create();
    await this.startFor(vscode.workspace.textDocuments);
  }

  /** Tells the server which errors the editor reports itself. */
  async settingsChanged(): Promise<void> {
    if (!this.#client.isRunning()) return;
    await this.#client.sendNotification("workspace/didChangeConfiguration", { settings: settings() });
  }

  /** Undefined when no payload is there. */
  async payload(document: vscode.TextDocument, position?: vscode.Position): Promise<PayloadResult | undefined> {
    return this.#ask<PayloadResult>(payloadRequest, this.#at({ document, position }));
  }

  /** A payload of an open document, or one as JSON text; undefined where there is none, or its text is broken. */
  async convert(source: PayloadPlace | { readonly json: string }, to: Target): Promise<ConvertResult | undefined> {
    const params: ConvertParams = { source: "json" in source ? source : this.#at(source), to };
    return this.#ask<ConvertResult>(convertRequest, params);
  }

  #at({ document, position }: PayloadPlace): PayloadParams {
    return {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) },
      ...(position && { position: { line: position.line, character: position.character } }),
    };
  }

  async #ask<T>(request: string, params: unknown): Promise<T | undefined> {
    if (this.#client.needsStart()) await this.#client.start();
    return (await this.#client.sendRequest<T | null>(request, params)) ?? undefined;
  }

  #create(): LanguageClient {
    const module = this.context.asAbsolutePath("dist/server.js");
    const options: LanguageClientOptions = {
      documentSelector: selector(),
      initializationOptions: initializationOptions(this.context.extension),
      outputChannel: this.log,
    };
    return new LanguageClient("iotJobs", "IoT Jobs", { module, transport: TransportKind.ipc }, options);
  }

  dispose(): void {
    void this.#client.dispose();
  }
}

function patterns(): readonly string[] {
  return [...ownPatterns, ...(settings().payloadFiles ?? [])];
}

function selector(): { language: string; pattern?: string }[] {
  return [
    { language: "iot-update-job" },
    { language: "shellscript" },
    ...["json", "yaml"].flatMap((language) => patterns().map((pattern) => ({ language, pattern }))),
  ];
}

export function isPayload(document: vscode.TextDocument): boolean {
  if (document.languageId === "shellscript") return document.getText().includes("update-job");
  return vscode.languages.match(selector(), document) > 0;
}

function initializationOptions(extension: vscode.Extension<unknown>): InitializationOptions {
  const l10n = vscode.l10n.uri?.toString();
  return { ...settings(), commands: commandsOf(extension.packageJSON), ...(l10n === undefined ? {} : { l10n }) };
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

function settings(): Settings {
  const validates = vscode.workspace.getConfiguration("json").get<boolean>("validate.enable", true);
  return {
    payloadFiles: vscode.workspace.getConfiguration("iotJobs").get<readonly string[]>("payloadFiles", []),
    editorReportsJsonSyntax: validates && vscode.extensions.getExtension("vscode.json-language-features") !== undefined,
  };
}
