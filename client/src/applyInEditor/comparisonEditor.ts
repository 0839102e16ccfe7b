import * as vscode from "vscode";
import type { Sides } from "../apply/reviewText";
import { FixedDocuments } from "./fixedDocuments";

/** Diff editors that ask for nothing: a job as it is, beside what it would be, was, or is to become. */
export class ComparisonEditor implements vscode.Disposable {
  readonly #documents = new FixedDocuments("iot-job-compare");

  async show(title: string, sides: Sides, names: Sides): Promise<void> {
    const before = this.#documents.add(`${names.before}.jsonc`, sides.before);
    const after = this.#documents.add(`${names.after}.jsonc`, sides.after);
    await vscode.commands.executeCommand("vscode.diff", before, after, title, { preview: false });
  }

  dispose(): void {
    this.#documents.dispose();
  }
}
