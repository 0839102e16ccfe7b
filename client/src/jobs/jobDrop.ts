import * as vscode from "vscode";
import type { PayloadLanguage } from "../language/languageClient";
import { notationOf } from "../language/payloadDocuments";
import { writtenLivePayload } from "../language/writtenLivePayload";
import { plain } from "../plainText";
import type { JobCache } from "./jobCache";
import { jobsMimeType } from "./jobDrag";

interface JobDropParts {
  readonly language: PayloadLanguage;
  readonly cache: () => Promise<JobCache | undefined>;
}

const { Text } = vscode.DocumentDropOrPasteEditKind;

/** What an editor gets of a job that is dropped on it: its id, or its payload in the notation of the editor. */
export class JobDrop implements vscode.DocumentDropEditProvider {
  static readonly metadata: vscode.DocumentDropEditProviderMetadata = {
    dropMimeTypes: [jobsMimeType],
    providedDropEditKinds: [Text.append("iotJobs")],
  };

  constructor(private readonly parts: JobDropParts) {}

  /** An empty document gets the payload first, any other the id; VS Code offers the other one beside it. */
  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit[]> {
    const jobIds = idsIn(await transfer.get(jobsMimeType)?.asString());
    const [jobId] = jobIds;
    if (jobId === undefined) return [];
    const id = idEdit(jobIds, document, await this.#idAt(document, position));
    const payload = jobIds.length === 1 ? await this.#payload(jobId, document) : [];
    return document.getText().trim() === "" ? [...payload, id] : [id, ...payload];
  }

  /** The job id of a payload where the drop is, without its quotes. */
  async #idAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Range | undefined> {
    const value = await this.parts.language.locate({ document, position }, ["jobId"]).catch(() => undefined);
    const text = value?.contains(position) === true ? document.getText(value) : "";
    const [, quote] = /^(["']?)[\w-]*\1$/u.exec(text) ?? [];
    if (value === undefined || text === "" || quote === undefined) return undefined;
    return new vscode.Range(value.start.translate(0, quote.length), value.end.translate(0, -quote.length));
  }

  /** Nothing when the job cannot be had: its id is still of use. */
  async #payload(jobId: string, document: vscode.TextDocument): Promise<readonly vscode.DocumentDropEdit[]> {
    try {
      const job = await (await this.parts.cache())?.details(jobId);
      if (job === undefined) return [];
      const written = await writtenLivePayload(this.parts.language, job, notationOf(document.languageId));
      if (written === undefined) return [];
      const title = vscode.l10n.t("Insert UpdateJob Payload");
      return [new vscode.DocumentDropEdit(written.text, title, Text.append("iotJobs", "payload"))];
    } catch {
      return [];
    }
  }
}

/** One id takes the place of the id that is there: VS Code alone would put it into the middle of that. */
function idEdit(
  jobIds: readonly string[],
  document: vscode.TextDocument,
  replaced: vscode.Range | undefined,
): vscode.DocumentDropEdit {
  const text = jobIds.map(plain).join("\n");
  const replaces = replaced !== undefined && jobIds.length === 1;
  const title = vscode.l10n.t("Insert Job ID");
  const edit = new vscode.DocumentDropEdit(replaces ? "" : text, title, Text.append("iotJobs", "id"));
  if (!replaces) return edit;
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.replace(document.uri, replaced, text);
  return edit;
}

function idsIn(text: string | undefined): readonly string[] {
  const value: unknown = text === undefined ? [] : JSON.parse(text);
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
