import * as vscode from "vscode";
import { tell } from "../notify";
import type { PayloadLanguage } from "./languageClient";
import { isPayload } from "./payloadDocuments";

const languages = ["json", "yaml", "iot-update-job", "shellscript"];

/** What an edit leaves out is said when it is applied, not when it is offered. */
class PayloadPaste extends vscode.DocumentPasteEdit {
  readonly losses: readonly string[];

  constructor(text: string, kind: vscode.DocumentDropOrPasteEditKind, losses: readonly string[]) {
    super(text, vscode.l10n.t("Paste as UpdateJob Payload"), kind);
    this.losses = losses;
  }
}

/** Turns an answer of DescribeJob, or a CloudFormation job template, into a payload as it is pasted. */
export function pasteAsPayload(language: PayloadLanguage): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append("iotJobs");
  const provider: vscode.DocumentPasteEditProvider<PayloadPaste> = {
    provideDocumentPasteEdits: async (document, ranges, transfer) => {
      const text = await transfer.get("text/plain")?.asString();
      if (text === undefined || !isPayload(document)) return undefined;
      const result = await language.pasted(document, text);
      if (result === undefined) return undefined;
      const edit = new PayloadPaste(result.text, kind, result.losses);
      // Beside a payload that is there already, it is the user who knows what the text is for.
      if (!isBlankOutside(document, ranges)) edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
    resolveDocumentPasteEdit: (edit) => {
      if (edit.losses.length > 0) tell("warning", edit.losses.join(" "));
      return edit;
    },
  };
  const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: ["text/plain"] };
  return vscode.languages.registerDocumentPasteEditProvider(
    languages.map((id) => ({ language: id })),
    provider,
    metadata,
  );
}

function isBlankOutside(document: vscode.TextDocument, ranges: readonly vscode.Range[]): boolean {
  const inside = ranges.reduce((sum, range) => sum + document.getText(range).trim().length, 0);
  return document.getText().trim().length <= inside;
}
